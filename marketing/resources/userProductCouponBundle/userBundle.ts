import type { Useful } from '../../items/simplify';

/** What is useful of the coupons that a user got of a bundle. */
export const usefulOfUserBundle: readonly Useful[] = [
	'user_coupon_bundle_id',
	['user_product_coupon_list.coupon_code', 'coupon_codes'],
	['user_product_coupon_list.coupon_state', 'coupon_states'],
	['user_product_coupon_list.stock.stock_id', 'stock_ids'],
];
