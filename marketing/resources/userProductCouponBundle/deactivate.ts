import { post } from '../../operation/page';
import { single } from '../../operation/single';
import {
	appid,
	brandId,
	deactivateReason,
	openid,
	outRequestNumber,
	productCouponId,
	stockBundleId,
	userCouponBundleId,
} from '../../parameters/common';
import { usefulOfUserBundle } from './userBundle';

export const deactivate = single({
	name: 'Deactivate',
	action: 'Deactivate product coupon bundle of user',
	description: 'Make all coupons of a bundle that a user has invalid for good',
	hint: 'All coupons of the bundle of each input item will be made invalid for good: the user can no longer use them.',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate',
		{ perSecond: 500, page: 'partner/4016280658' },
	),
	parameters: [
		brandId,
		productCouponId,
		stockBundleId,
		appid,
		openid,
		userCouponBundleId,
		deactivateReason,
		outRequestNumber,
	],
	useful: usefulOfUserBundle,
});
