import type { Useful } from '../../items/simplify';
import { fromList } from '../../parameters/common';
import { id } from '../../parameters/kinds';

/** A stock whose stores can be changed. */
export const storeStockId = fromList(
	id('stock_id', {
		label: 'Stock',
		description:
			'The stock of the product coupon. Its store scope must be SPECIFIC: a stock that is valid in all stores has no list of stores.',
	}),
	{ method: 'searchStoreStocks', what: 'stock', example: '123456789' },
);

/** A stock whose codes the brand uploads. */
export const uploadStockId = fromList(
	id('stock_id', {
		label: 'Stock',
		description: 'The stock of the product coupon. Its coupon code mode must be UPLOAD.',
	}),
	{ method: 'searchUploadStocks', what: 'stock', example: '123456789' },
);

/** How coupons of a stock can be used: once, several times the older way, or several times as a bundle. */
const USAGE_RULES = ['single_usage_rule', 'sequential_usage_rule', 'progressive_bundle_usage_rule'];

/** What is useful of a stock. It has one of the rules of use, so that its period stands in one of three places. */
export const usefulOfStock: readonly Useful[] = [
	'stock_id',
	'product_coupon_id',
	'brand_id',
	'remark',
	'state',
	'store_scope',
	'stock_send_rule.max_count',
	['sent_count_info.total_count', 'sent_count'],
	...USAGE_RULES.flatMap((rule) => [
		`${rule}.coupon_available_period.available_begin_time`,
		`${rule}.coupon_available_period.available_end_time`,
	]),
];
