import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import { outRequestNumber } from '../../parameters/common';
import { integer } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { refuseNoChange } from '../noChange';
import { planId, settingsOf, usefulOfAnswer } from './plan';

const { planName, endTime, limits } = settingsOf('modify_content.');

export const update = single({
	name: 'Update',
	action: 'Update delivery plan',
	description: 'Change name, end, counts and label of a delivery plan; counts can only go up',
	endpoint: patch('/v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}', {
		page: 'partner/4016184594',
	}),
	parameters: [
		planId,
		optional(planName),
		optional(endTime),
		optional(
			integer('modify_content.total_count', {
				min: 1,
				default: 1,
				description: 'Coupons of the plan; more than before',
			}),
		),
		...limits,
		outRequestNumber,
	],
	check: refuseNoChange('plan'),
	useful: usefulOfAnswer,
});
