import type { IDataObject } from 'n8n-workflow';
import { parsedJson } from '../../wechatpay/losslessJson';
import { clearObject } from './clearJson';
import { InputError, shown } from './inputError';
import { setAt } from './nesting';

const UNREADABLE =
	'Correct it: names and texts stand in double quotation marks, with commas between and every bracket closed.';

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
	const body = clearObject(given);
	if (body) return body;
	const isUnreadable = typeof given === 'string' && parsedJson(given) === undefined;
	throw new InputError(
		'Body (JSON)',
		`is not a JSON object: ${shown(given)}`,
		isUnreadable ? UNREADABLE : 'Give one object, { … }, for each input item.',
	);
}
