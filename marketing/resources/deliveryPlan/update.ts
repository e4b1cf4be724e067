import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import type { Values } from '../../items/placement';
import { outRequestNumber } from '../../parameters/common';
import { InputError } from '../../parameters/inputError';
import { integer } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { planId, settingsOf, usefulOfAnswer } from './plan';

const { planName, endTime, limits } = settingsOf('modify_content.');

/** @throws InputError when nothing is to be changed */
function refuseNoChange(values: Values): void {
	const isChanged = Object.entries(values).some(
		([wire, value]) => wire.startsWith('modify_content.') && value !== undefined,
	);
	if (isChanged) return;
	throw new InputError(
		'Additional Fields',
		'has nothing to change',
		'Add what is to be changed about the plan.',
	);
}

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
	check: refuseNoChange,
	useful: usefulOfAnswer,
});
