import { list } from '../../operation/list';
import { get } from '../../operation/page';
import {
	appid,
	brandId,
	openid,
	plainStockId,
	productCouponId,
	userCouponBundleId,
} from '../../parameters/common';
import { choice } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { usefulOfUserCoupon } from './userCoupon';

const couponState = choice(
	'coupon_state',
	[
		{ name: 'Confirming', value: 'CONFIRMING', description: 'Sent, not confirmed yet' },
		{ name: 'Deactivated', value: 'DEACTIVATED', description: 'Made invalid by the brand' },
		{ name: 'Deleted', value: 'DELETED', description: 'Deleted by the user' },
		{ name: 'Effective', value: 'EFFECTIVE', description: 'The user can use it' },
		{ name: 'Expired', value: 'EXPIRED', description: 'No longer valid' },
		{ name: 'Pending', value: 'PENDING', description: 'Confirmed, not valid yet' },
		{ name: 'Used', value: 'USED', description: 'Redeemed' },
	],
	{ default: 'EFFECTIVE', description: 'Only coupons in this state' },
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many product coupons of user',
	description: 'List the coupons that a user has',
	endpoint: get('/v3/marketing/partner/product-coupon/users/{openid}/coupons', {
		perSecond: 500,
		page: 'partner/4016435703',
	}),
	parameters: [
		brandId,
		appid,
		openid,
		optional(productCouponId),
		optional(plainStockId),
		optional(userCouponBundleId),
		optional(couponState),
	],
	pages: {
		style: 'token',
		sizeParameter: 'page_size',
		maxSize: 50,
		tokenParameter: 'page_token',
		itemsField: 'user_coupon_list',
		nextField: 'next_page_token',
	},
	useful: usefulOfUserCoupon,
});
