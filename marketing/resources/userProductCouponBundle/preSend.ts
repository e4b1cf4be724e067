import { post } from '../../operation/page';
import { single } from '../../operation/single';
import {
	appid,
	attach,
	brandId,
	openid,
	preSendRequestNumber,
	productCouponId,
	stockBundleId,
} from '../../parameters/common';
import { optional } from '../../parameters/parameter';
import { bundleLook } from '../productCouponStockBundle/look';

export const preSend = single({
	name: 'Pre-Send',
	action: 'Prepare sending of product coupon bundle to user',
	description:
		'Get the token with which a user takes the coupons of a bundle in the claim component',
	stock: bundleLook,
	hint: 'A token for a bundle of coupons will be made for the user of each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon-bundle', {
		perSecond: 500,
	}),
	parameters: [
		brandId,
		productCouponId,
		stockBundleId,
		appid,
		openid,
		optional(attach),
		preSendRequestNumber,
	],
});
