import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { appid, openid } from '../../parameters/common';
import { code, id, time } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { merchantCouponCode, outTradeNo } from './coupon';

export const use = single({
	name: 'Use',
	action: 'Use merchant coupon of user',
	description: 'Redeem a coupon of a user at the till',
	hint: 'The coupon of each input item will be redeemed, so that the user no longer has it. Return gives it back.',
	endpoint: post('/v3/marketing/busifavor/coupons/use', {
		perSecond: 500,
		page: 'merchant/4012465292',
	}),
	parameters: [
		appid,
		merchantCouponCode,
		time('use_time', {
			description:
				'When the coupon was redeemed. Map a column: a time that is new for every try counts as another request.',
		}),
		optional({
			...merchantStockId,
			guards: true,
			field: {
				...merchantStockId.field,
				description:
					'The stock of the coupon. Needed when its code mode is MERCHANT_API or MERCHANT_UPLOAD.',
			},
		}),
		optional({ ...openid, identifies: false, guards: true }),
		optional(outTradeNo),
		optional(
			id('mch_id', {
				label: 'Merchant ID',
				name: 'merchantId',
				identifies: false,
				description: 'The merchant of the order',
			}),
		),
		optional(
			code('transaction_id', {
				label: 'Transaction ID',
				identifies: false,
				description: 'The number of the order at WeChat Pay',
			}),
		),
		merchantNumber('use_request_no'),
	],
});
