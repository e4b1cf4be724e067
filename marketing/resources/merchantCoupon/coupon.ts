import type { UncertainPages } from '../../operation/lists/uncertain';
import type { Useful } from '../../items/simplify';
import { code } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';

/** The code of a merchant coupon that a user has. */
export const merchantCouponCode = code('coupon_code', {
	mayHaveBlanks: true,
	maxLength: 32,
	example: '123446565767',
	description: 'The code of the coupon, as WeChat Pay returned it when it was sent',
});

/** A code that the merchant gives the coupon when it is sent. */
export const ownMerchantCode = optional(
	code('coupon_code', {
		identifies: false,
		mayHaveBlanks: true,
		maxLength: 32,
		description:
			'The code that the coupon is to have. Only for stocks whose code mode is MERCHANT_API, which need it.',
	}),
);

export const outTradeNo = code('out_trade_no', {
	label: 'Order Number',
	name: 'outTradeNo',
	identifies: false,
	maxLength: 128,
	example: 'MCH_102233445566',
	description: 'The number of the order at the merchant',
});

/** The answer of a sending, which is documented flat and comes wrapped from the official SDKs. */
export const usefulOfSending: readonly Useful[] = [
	'stock_id',
	'coupon_code',
	'out_request_no',
	['send_coupon_result.stock_id', 'stock_id'],
	['send_coupon_result.coupon_code', 'coupon_code'],
	['send_coupon_result.out_request_no', 'out_request_no'],
];

/** What is useful of the merchant coupon of a user. */
export const usefulOfCoupon: readonly Useful[] = [
	'coupon_code',
	'stock_id',
	'stock_name',
	'stock_type',
	'coupon_state',
	'available_start_time',
	'expire_time',
	'receive_time',
	'use_time',
	['associate_out_trade_no', 'out_trade_no'],
];

/** Whether an offset counts in pages or in coupons, the documentation has both. */
export const pages: UncertainPages = {
	style: 'uncertain',
	sizeParameter: 'limit',
	maxSize: 20,
	offsetParameter: 'offset',
	itemsField: 'data',
	totalField: 'total_count',
	entryId: ['stock_id', 'coupon_code'],
};
