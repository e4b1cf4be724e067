import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../transport/attempt';

/** Sets the value at a path of names, making the objects on the way. */
export function setAt(
	target: IDataObject,
	[name, ...rest]: readonly string[],
	value: unknown,
): void {
	if (name === undefined) return;
	if (rest.length === 0) {
		target[name] = value as IDataObject;
		return;
	}
	const inner = target[name];
	const next = isJsonObject(inner) ? inner : {};
	target[name] = next;
	setAt(next, rest, value);
}

/** @returns the value at a dotted path, `undefined` where something on the way is missing */
export function valueAt(data: IDataObject, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, name) => (isJsonObject(value) ? value[name] : undefined), data);
}
