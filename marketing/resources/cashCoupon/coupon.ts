import type { Useful } from '../../items/simplify';

/** What is useful of a cash coupon. */
export const usefulOfCoupon: readonly Useful[] = [
	'coupon_id',
	'coupon_name',
	'status',
	'stock_id',
	'stock_creator_mchid',
	'normal_coupon_information.coupon_amount',
	'normal_coupon_information.transaction_minimum',
	'available_begin_time',
	'available_end_time',
	'consume_information.consume_time',
];
