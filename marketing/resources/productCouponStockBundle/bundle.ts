import type { Useful } from '../../items/simplify';

const PERIOD = 'stock_list.progressive_bundle_usage_rule.coupon_available_period';

/** What is useful of a bundle and its stocks. */
export const usefulOfBundle: readonly Useful[] = [
	'stock_bundle_id',
	['stock_list.stock_id', 'stock_ids'],
	['stock_list.state', 'states'],
	['stock_list.stock_send_rule.max_count', 'max_counts'],
	['stock_list.sent_count_info.total_count', 'sent_counts'],
	[`${PERIOD}.available_begin_time`, 'available_begin_times'],
	[`${PERIOD}.available_end_time`, 'available_end_times'],
];
