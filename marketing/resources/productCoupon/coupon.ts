import type { Useful } from '../../items/simplify';

/** What is useful of a product coupon. */
export const usefulOfCoupon: readonly Useful[] = [
	'product_coupon_id',
	'brand_id',
	'display_info.name',
	'state',
	'scope',
	'type',
	'usage_mode',
	'out_product_no',
	'deactivate_time',
	'deactivate_reason',
];
