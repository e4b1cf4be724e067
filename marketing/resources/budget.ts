import { choice, integer } from '../parameters/kinds';
import { when } from '../parameters/conditions';

const updateMode = choice(
	'update_mode',
	[
		{ name: 'Max Count', value: 'MAX_COUNT', description: 'How many coupons can be sent in all' },
		{
			name: 'Max Count per Day',
			value: 'MAX_COUNT_PER_DAY',
			description:
				'How many coupons can be sent in a day. Only a stock that was created with this limit has it.',
		},
	],
	{ description: 'Which limit is changed' },
);

const CURRENT =
	'as a query of the stock gives it. WeChat Pay refuses the change when it is another.';
const MOST_PER_DAY = 100_000_000;

/** How many coupons can be sent: one of two limits, with the count that it has and the one it is to have. */
export const budget = [
	updateMode,
	...when(updateMode, 'MAX_COUNT', [
		integer('current_max_count', { min: 1, description: `The count now, ${CURRENT}` }),
		integer('target_max_count', {
			min: 1,
			description: 'The count it is to have, not below the number that was already sent',
		}),
	]),
	...when(updateMode, 'MAX_COUNT_PER_DAY', [
		integer('current_max_count_per_day', {
			label: 'Current Max Count per Day',
			min: 1,
			max: MOST_PER_DAY,
			description: `The daily count now, ${CURRENT}`,
		}),
		integer('target_max_count_per_day', {
			label: 'Target Max Count per Day',
			min: 1,
			max: MOST_PER_DAY,
			description: 'The daily count it is to have',
		}),
	]),
] as const;
