import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { choice, text } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { usefulOfActivity } from './activity';

const status = choice(
	'activity_status',
	[
		{ name: 'Created', value: 'CREATE_ACT_STATUS', description: 'Not begun yet' },
		{ name: 'Not Created', value: 'CREATE_ACT_FAILED', description: 'It could not be created' },
		{ name: 'Ongoing', value: 'ONGOING_ACT_STATUS', description: 'Payments give coupons' },
		{ name: 'Over', value: 'OVER_TIME_ACT_STATUS', description: 'Its end has passed' },
		{ name: 'Stopped', value: 'STOP_ACT_STATUS', description: 'It is paused' },
		{ name: 'Terminated', value: 'TERMINATE_ACT_STATUS', description: 'It was ended' },
		{ name: 'Unknown', value: 'ACT_STATUS_UNKNOWN', description: 'WeChat Pay does not know' },
	],
	{ default: 'ONGOING_ACT_STATUS', description: 'Only activities in this state' },
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many pay gift activities',
	description: 'List the activities of the merchant',
	endpoint: get('/v3/marketing/paygiftactivity/activities', { page: 'merchant/4012489126' }),
	parameters: [
		optional(
			text('activity_name', { maxLength: 10, description: 'Only activities with this name' }),
		),
		optional(status),
		optional(
			choice('award_type', [{ name: 'Merchant Coupon', value: 'BUSIFAVOR' }], {
				description: 'Only activities with such awards',
			}),
		),
	],
	pages: {
		style: 'number',
		sizeParameter: 'limit',
		maxSize: 100,
		pageParameter: 'offset',
		itemsField: 'data',
		totalField: 'total_count',
		entryId: ['activity_id'],
	},
	useful: usefulOfActivity,
});
