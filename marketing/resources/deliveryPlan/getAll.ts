import { list } from '../../operation/list';
import type { Pages } from '../../operation/lists/pages';
import { get } from '../../operation/page';
import { brandId } from '../../parameters/common';
import { choice, id } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { usefulOfPlan } from './plan';

const planState = choice(
	'plan_state',
	[
		{ name: 'Created', value: 'PLAN_CREATED', description: 'It was created' },
		{ name: 'Creating', value: 'PLAN_CREATING', description: 'It is being created' },
		{ name: 'Delivering', value: 'PLAN_DELIVERING', description: 'Users get coupons' },
		{ name: 'Expired', value: 'PLAN_EXPIRED', description: 'Its end has passed' },
		{ name: 'Paused', value: 'PLAN_PAUSED', description: 'It is paused' },
		{ name: 'Terminated', value: 'PLAN_TERMINATED', description: 'It was ended' },
		{ name: 'Terminating', value: 'PLAN_TERMINATING', description: 'It is being ended' },
	],
	{ default: 'PLAN_DELIVERING', description: 'Only plans in this state' },
);

/** How far the review of a plan is. */
export const auditState = choice(
	'audit_state',
	[
		{ name: 'Initial', value: 'AUDIT_INITIAL', description: 'Not under review yet' },
		{ name: 'Passed', value: 'AUDIT_PASSED', description: 'The review was passed' },
		{ name: 'Processing', value: 'AUDIT_PROCESSING', description: 'Under review' },
		{ name: 'Rejected', value: 'AUDIT_REJECTED', description: 'The review was not passed' },
	],
	{ default: 'AUDIT_PASSED', description: 'Only plans whose review is at this point' },
);

/** One plan of the list. */
export const planIdFilter = id('plan_id', {
	identifies: false,
	maxLength: 32,
	description: 'Only the plan with this ID',
});

/** How lists of plans are read. Their sources call the offset a start position; whether from 0, the pages tell. */
export const pagesOfPlans: Pages = {
	style: 'uncertain',
	sizeParameter: 'page_size',
	maxSize: 50,
	offsetParameter: 'offset',
	itemsField: 'plan_list',
	totalField: 'total_count',
	entryId: ['plan_id'],
};

export const getAll = list({
	name: 'Get Many',
	action: 'Get many delivery plans',
	description: 'List the delivery plans of a brand',
	endpoint: get('/v3/marketing/partner/delivery-plan/delivery-plans/{brand_id}/delivery-plans', {
		page: 'partner/4016184563',
	}),
	parameters: [brandId, optional(planState), optional(auditState), optional(planIdFilter)],
	pages: pagesOfPlans,
	useful: usefulOfPlan,
});
