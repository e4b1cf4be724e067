import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, parsedJson } from '../../wechatpay/losslessJson';
import { InputError, shown } from './inputError';
import { setAt } from './nesting';

/** @returns the columns as the body nests them; the name of a column is the dotted path of its value */
export function nested(columns: IDataObject): IDataObject {
	const body: IDataObject = {};
	for (const [path, value] of Object.entries(columns)) setAt(body, path.split('.'), value);
	return body;
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
