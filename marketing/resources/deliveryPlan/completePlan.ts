import type { Values } from '../../items/placement';
import { InputError } from '../../parameters/inputError';

/** coupons of a plan */
export const LEAST_COUNT = 10_000;

const OWN_SETTINGS = [
	['plan_name', 'Plan Name'],
	['total_count', 'Total Count'],
	['delivery_start_time', 'Delivery Start (Beijing)'],
	['delivery_end_time', 'Delivery End (Beijing)'],
] as const;

function requireGiven(values: Values, wire: string, label: string, because: string): void {
	if (values[wire] !== undefined) return;
	throw new InputError(label, 'is missing', `Add it to Additional Fields, because ${because}.`);
}

/**
 * Checks what a new delivery plan needs by its other values.
 *
 * @throws InputError naming the field that is missing
 */
export function completePlan(values: Values): Values {
	if (values.reuse_coupon_config === false) {
		for (const [wire, label] of OWN_SETTINGS) {
			requireGiven(values, wire, label, 'Reuse Coupon Settings is off');
		}
	}
	if (values.usage_mode === 'SINGLE') {
		requireGiven(values, 'stock_id', 'Stock ID', 'Usage Mode is Single');
	}
	if (values.usage_mode === 'PROGRESSIVE_BUNDLE') {
		requireGiven(values, 'stock_bundle_id', 'Stock Bundle ID', 'Usage Mode is Progressive Bundle');
	}
	return values;
}
