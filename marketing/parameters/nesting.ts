import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../wechatpay/losslessJson';

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

function valueIn(data: unknown, path: readonly string[]): unknown {
	const [name, ...rest] = path;
	if (name === undefined) return data;
	if (Array.isArray(data)) return data.map((entry: unknown) => valueIn(entry, path));
	return isJsonObject(data) ? valueIn(data[name], rest) : undefined;
}

/**
 * @returns the value at a dotted path, `undefined` where something on the way is missing; where a list is on the
 * way, the list of what each of its entries has there
 */
export function valueAt(data: IDataObject, path: string): unknown {
	return valueIn(data, path.split('.'));
}
