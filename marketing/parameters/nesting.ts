import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, ownMember } from '../../wechatpay/losslessJson';

/**
 * Sets the value at a path of names, making the objects on the way; those that are there already are copied. The
 * names may be anybody's: `__proto__` and `constructor` are members like any others, and nothing that an object
 * inherits is read or changed.
 */
export function setAt(
	target: IDataObject,
	[name, ...rest]: readonly string[],
	value: unknown,
): void {
	if (name === undefined) return;
	let member = value;
	if (rest.length > 0) {
		const inner = ownMember(target, name);
		const next = isJsonObject(inner) ? { ...inner } : {};
		setAt(next, rest, value);
		member = next;
	}
	// An assignment to `__proto__` would change what the object inherits.
	Object.defineProperty(target, name, {
		value: member,
		configurable: true,
		enumerable: true,
		writable: true,
	});
}

/** @returns the data without what is at a path of names */
export function without(data: IDataObject, [name, ...rest]: readonly string[]): IDataObject {
	if (name === undefined || !Object.hasOwn(data, name)) return data;
	const others = { ...data };
	const inner = ownMember(data, name);
	if (rest.length > 0 && isJsonObject(inner)) others[name] = without(inner, rest);
	else if (rest.length === 0) delete others[name];
	return others;
}

function valueIn(data: unknown, path: readonly string[]): unknown {
	const [name, ...rest] = path;
	if (name === undefined) return data;
	if (Array.isArray(data)) return data.map((entry: unknown) => valueIn(entry, path));
	return isJsonObject(data) ? valueIn(ownMember(data, name), rest) : undefined;
}

/**
 * @returns the value at a dotted path, `undefined` where something on the way is missing; where a list is on the
 * way, the list of what each of its entries has there
 */
export function valueAt(data: IDataObject, path: string): unknown {
	return valueIn(data, path.split('.'));
}
