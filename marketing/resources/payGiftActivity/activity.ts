import type { Useful } from '../../items/simplify';
import { fromList } from '../../parameters/common';
import { id } from '../../parameters/kinds';

/** A pay gift activity. */
export const activityId = fromList(
	id('activity_id', {
		label: 'Activity',
		name: 'activityId',
		description: 'The pay gift activity',
	}),
	{ method: 'searchPayGiftActivities', what: 'activity', example: '10028001' },
);

/** What is useful of an activity. */
export const usefulOfActivity: readonly Useful[] = [
	'activity_id',
	'activity_base_info.activity_name',
	'activity_status',
	'activity_type',
	'activity_base_info.begin_time',
	'activity_base_info.end_time',
	'creator_merchant_id',
	'belong_merchant_id',
	'award_send_rule.full_send_rule.transaction_amount_minimum',
	['award_send_rule.full_send_rule.award_list.stock_id', 'stock_ids'],
];
