import { list } from '../../../operation/list';
import { get } from '../../../operation/page';
import { choice } from '../../../parameters/kinds';
import { optional } from '../../../parameters/parameter';
import { auditState, pagesOfPlans, planIdFilter } from '../getAll';
import { usefulOfPlan } from '../plan';

const planState = choice(
	'plan_state',
	[
		{ name: 'Created', value: 'CREATED', description: 'It was created' },
		{ name: 'Delivering', value: 'DELIVERING', description: 'Users get coupons' },
		{ name: 'Expired', value: 'EXPIRED', description: 'Its end has passed' },
		{ name: 'Paused', value: 'PAUSED', description: 'It is paused' },
		{ name: 'Terminated', value: 'TERMINATED', description: 'It was ended' },
	],
	{ default: 'DELIVERING', description: 'Only plans in this state' },
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many delivery plans',
	description: 'List the delivery plans of the brand',
	endpoint: get('/brand/marketing/delivery-plan/delivery-plans', {
		perSecond: 100,
		page: 'https://pay.weixin.qq.com/doc/brand/4018381151',
	}),
	parameters: [optional(planState), optional(auditState), optional(planIdFilter)],
	pages: pagesOfPlans,
	useful: usefulOfPlan,
});
