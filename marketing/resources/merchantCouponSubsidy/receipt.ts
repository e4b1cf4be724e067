import type { Useful } from '../../items/simplify';
import { amount, code, id, text } from '../../parameters/kinds';

/** fen: a receipt is for 5,000 yuan at most */
const MOST = 500_000;

const stockId = id('stock_id', {
	maxLength: 20,
	example: '100088',
	description: 'The stock of merchant coupons, which must allow subsidies',
});

const couponCode = code('coupon_code', {
	mayHaveBlanks: true,
	maxLength: 128,
	example: '123446565767',
	description: 'The code of the coupon that was redeemed',
});

/** The coupon that a subsidy is for. */
export const ofCoupon = [stockId, couponCode] as const;

/** The payment that the coupon was used for. */
export const transactionId = id('transaction_id', {
	minLength: 28,
	maxLength: 32,
	example: '4200000913202101152566792388',
	description: 'The payment for which the coupon was redeemed',
});

const merchant = (wire: 'payer_merchant' | 'payee_merchant', description: string) =>
	id(wire, { identifies: false, maxLength: 32, example: '1900000001', description });

/** Who pays how much to whom. */
export const money = [
	merchant('payer_merchant', 'Merchant ID of who pays the subsidy'),
	merchant('payee_merchant', 'Merchant ID of who receives the subsidy'),
	amount('amount', {
		min: 1,
		max: MOST,
		description: 'In fen, 500000 at most, and not more than what the coupon takes off',
	}),
	text('description', {
		maxLength: 1024,
		description: 'What it is for. It comes back in queries as it is.',
	}),
] as const;

/** What is useful of a receipt; of states and reasons WeChat Pay has two spellings, which come out as they are. */
export const usefulOfReceipt: readonly Useful[] = [
	'subsidy_receipt_id',
	'stock_id',
	'coupon_code',
	'transaction_id',
	'out_subsidy_no',
	'payee_merchant',
	'amount',
	'status',
	'fail_reason',
	'success_time',
];

/** The same of the receipt of a return. */
export const usefulOfReturn: readonly Useful[] = [
	'subsidy_return_receipt_id',
	'subsidy_receipt_id',
	'stock_id',
	'coupon_code',
	'refund_id',
	'out_subsidy_return_no',
	'amount',
	'status',
	'fail_reason',
	'return_done_time',
];
