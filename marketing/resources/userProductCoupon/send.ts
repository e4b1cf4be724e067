import { post } from '../../operation/page';
import { single } from '../../operation/single';
import {
	appid,
	attach,
	brandId,
	couponTagInfo,
	openid,
	productCouponId,
	sendingStockId,
	sendRequestNumber,
} from '../../parameters/common';
import { optional } from '../../parameters/parameter';
import { ownCouponCode } from './sending';
import { usefulOfUserCoupon } from './userCoupon';
import { productStockLook } from '../productCouponStock/look';

export const send = single({
	name: 'Send',
	action: 'Send product coupon to user',
	description: 'Give a user a coupon. It is to be confirmed before the user can use it.',
	done: 'sent',
	stock: productStockLook,
	hasDryRun: true,
	hint: 'A coupon will be sent to the user of each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/partner/product-coupon/users/{openid}/coupons', {
		perSecond: 500,
		page: 'partner/4015781605',
	}),
	parameters: [
		brandId,
		productCouponId,
		sendingStockId,
		appid,
		openid,
		ownCouponCode,
		optional(attach),
		optional(couponTagInfo),
		sendRequestNumber,
	],
	useful: usefulOfUserCoupon,
});
