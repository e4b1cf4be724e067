import type { IDataObject } from 'n8n-workflow';
import { flag } from '../parameters/kinds';
import { valueAt } from '../parameters/nesting';
import type { Fields } from './fields';

/**
 * A path in the answer, with the name it comes out under when its own last segment misleads. Through a list it
 * leads to the list of what each entry has there.
 */
export type Useful = string | readonly [path: string, name: string];

export const simplify = flag('simplify', {
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

/** @returns the members that the answer has, flat */
export function simplified(data: IDataObject, useful: readonly Useful[]): IDataObject {
	const entries = useful.map((one) => {
		const [path, name] = typeof one === 'string' ? [one, one.slice(one.lastIndexOf('.') + 1)] : one;
		return [name, valueAt(data, path)] as const;
	});
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as IDataObject;
}

/** @returns what comes out of an answer, as the page and the switch have it */
export function shapedBy(
	fields: Fields,
	useful: readonly Useful[] | undefined,
): (data: IDataObject) => IDataObject {
	if (!useful || fields.required(simplify) === false) return (data) => data;
	return (data) => simplified(data, useful);
}
