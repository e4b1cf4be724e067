import { post } from '../../operation/page';
import { single } from '../../operation/single';
import {
	appid,
	attach,
	brandId,
	openid,
	preSendRequestNumber,
	productCouponId,
	sendingStockId,
} from '../../parameters/common';
import { optional } from '../../parameters/parameter';
import { ownCouponCode } from './sending';
import { productStockLook } from '../productCouponStock/look';

export const preSend = single({
	name: 'Pre-Send',
	action: 'Prepare sending of product coupon to user',
	description:
		'Get the token with which a user takes a coupon in the claim component, for 5 minutes',
	stock: productStockLook,
	hint: 'A token for a coupon will be made for the user of each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon', {
		perSecond: 500,
		page: 'partner/4016434365',
	}),
	parameters: [
		brandId,
		productCouponId,
		sendingStockId,
		appid,
		openid,
		ownCouponCode,
		optional(attach),
		preSendRequestNumber,
	],
});
