import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { appid, openid } from '../../parameters/common';
import { optional } from '../../parameters/parameter';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { ownMerchantCode } from './coupon';
import { merchantStockLook } from '../merchantCouponStock/look';

export const preSendForProduct = single({
	name: 'Pre-Send for Product',
	action: 'Prepare sending of merchant coupon for product',
	description: 'Get the token with which a user takes a coupon in the claim component',
	stock: merchantStockLook,
	hint: 'A token for a coupon will be made for each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/busifavor/product-coupons/pre-send', {}),
	parameters: [
		merchantStockId,
		appid,
		ownMerchantCode,
		optional({ ...openid, identifies: false }),
		merchantNumber('send_request_no'),
	],
});
