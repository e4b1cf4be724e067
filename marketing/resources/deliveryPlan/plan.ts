import type { Useful } from '../../items/simplify';
import { fromList } from '../../parameters/common';
import { id, integer, text, time } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';

/** A delivery plan. */
export const planId = fromList(
	id('plan_id', {
		label: 'Plan',
		name: 'planId',
		maxLength: 32,
		description: 'The delivery plan',
		hint: 'From List has the plans of Default Brand ID in the credential: search for name, ID or state. Without it, search for the ID of the brand first: 120344 Spring.',
	}),
	{ method: 'searchDeliveryPlans', what: 'plan', example: '7000' },
);

/** What a plan says and how much it gives, as it is created or changed. @param at where it stands in the body */
export function settingsOf<const At extends string>(at: At) {
	return {
		planName: text(`${at}plan_name`, {
			label: 'Plan Name',
			name: 'planName',
			maxLength: 36,
			description: 'What it is called: 12 Chinese characters at most',
		}),
		endTime: time(`${at}delivery_end_time`, {
			label: 'Delivery End',
			name: 'deliveryEndTime',
			description: 'Until when coupons are given out. It can be put off, not brought forward.',
		}),
		limits: [
			optional(
				integer(`${at}user_limit`, {
					label: 'User Limit',
					name: 'userLimit',
					min: 1,
					default: 1,
					description: 'Coupons that one user can get',
				}),
			),
			optional(
				integer(`${at}daily_limit`, {
					label: 'Daily Limit',
					name: 'dailyLimit',
					min: 1,
					default: 1,
					description: 'Coupons that all users can get in a day',
				}),
			),
			optional(
				text(`${at}recommend_word`, {
					label: 'Marketing Label',
					name: 'recommendWord',
					maxLength: 27,
					description: 'Shown on the offer: 9 Chinese or 18 English characters at most',
				}),
			),
		],
	};
}

const MEMBERS = [
	'plan_id',
	'plan_name',
	'plan_state',
	'brand_id',
	'product_coupon_id',
	'stock_id',
	'stock_bundle_id',
	'total_count',
	'delivery_start_time',
	'delivery_end_time',
];

/** What is useful of a plan of a list. */
export const usefulOfPlan: readonly Useful[] = MEMBERS;

/** The same of a plan that was created or changed. */
export const usefulOfAnswer: readonly Useful[] = MEMBERS.map((name) => `plan.${name}`);
