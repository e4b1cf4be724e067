import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, ownMember, parsedJson } from '../../wechatpay/losslessJson';
import { leavesOf, type BodyPart } from './body';
import { InputError, shown } from './inputError';
import { setAt, valueAt } from './nesting';

/** @returns the columns as the body nests them; the name of a column is the dotted path of its value */
export function nested(columns: IDataObject): IDataObject {
	const body: IDataObject = {};
	for (const [path, value] of Object.entries(columns)) setAt(body, path.split('.'), value);
	return body;
}

/**
 * Takes from an item what belongs to a body: columns named after dotted paths and nested objects alike. Other
 * members of the item are left alone.
 */
export function fromItem(parts: readonly BodyPart[], item: IDataObject): IDataObject {
	const paths = leavesOf(parts, {}).map(({ path }) => path);
	const columns = paths.map(
		(path) => [path, ownMember(item, path) ?? valueAt(item, path)] as const,
	);
	return nested(Object.fromEntries(columns) as IDataObject);
}

/**
 * Reads the JSON that stands for a whole body.
 *
 * @throws InputError when it is no JSON object
 */
export function fromJson(given: unknown): IDataObject {
	const body = typeof given === 'string' ? parsedJson(given) : given;
	if (isJsonObject(body)) return body;
	throw new InputError(
		'Body (JSON)',
		`is not a JSON object: ${shown(given)}`,
		'Correct it: names and texts stand in double quotation marks, and no comma stands before a closing bracket.',
	);
}
