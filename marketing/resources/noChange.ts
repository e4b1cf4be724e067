import type { Values } from '../items/placement';
import { InputError } from '../parameters/inputError';

/**
 * Makes the check of a call that changes the parts of a thing that are given: each stands in an object of the body.
 *
 * @param what the thing
 * @returns throws an InputError when nothing is to be changed
 */
export function refuseNoChange(what: string): (values: Values) => void {
	return (values) => {
		const isChanged = Object.entries(values).some(
			([wire, value]) => wire.includes('.') && value !== undefined,
		);
		if (isChanged) return;
		throw new InputError(
			'Additional Fields',
			'has nothing to change',
			`Add what is to be changed about the ${what}.`,
		);
	};
}
