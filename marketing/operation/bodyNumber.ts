import { isJsonObject, ownMember } from '../../wechatpay/losslessJson';
import { fromJson } from '../parameters/givenBody';
import { isNothing } from '../parameters/givenText';
import { InputError, shown } from '../parameters/inputError';
import { valueAt } from '../parameters/nesting';
import type { RequestNumber } from '../parameters/parameter';
import { nameIn } from '../parameters/source';
import type { Fields } from '../items/fields';
import { COLUMNS_FIELD, define, JSON_FIELD } from './deepBody';

/** @throws InputError when JSON has another request number than Options, or an empty one of an expression */
function numberInJson(fields: Fields, number: RequestNumber): string | undefined {
	const given = valueAt(fromJson(fields.raw(JSON_FIELD)), number.wire);
	if (isNothing(given)) {
		if (given === undefined || !fields.isExpression(JSON_FIELD)) return undefined;
		throw new InputError(number.wire, 'is empty', 'Fill it in, or leave out the row.');
	}
	const inJson = number.read(given);
	const inOptions = fields.read(number);
	if (inOptions === undefined || inOptions === inJson) return inJson;
	throw new InputError(
		number.wire,
		`is ${shown(inJson)}, and ${number.field.displayName} under Options is ${shown(inOptions)}`,
		'Take one of the two out.',
	);
}

/** @throws InputError when the item has a request number that would not count */
function refuseUnmapped(fields: Fields, number: RequestNumber): void {
	const given = ownMember(fields.json, number.wire) ?? valueAt(fields.json, number.wire);
	if (isNothing(given) || fields.read(number) !== undefined) return;
	throw new InputError(
		nameIn({ prefix: '', namedBy: 'column' }, number),
		`is in the input, ${shown(given)}, and would not count`,
		`Map it into ${number.field.displayName} under Options, so that nothing is done twice under it; or leave it out, when it is the number of what was done before, as it stands in answers.`,
	);
}

/**
 * Reads the request number that stands in a deep body: in JSON it counts.
 *
 * @returns `undefined` when there is none
 * @throws InputError when there are two, or one that does not count where columns are mapped automatically
 */
export function bodyNumber(fields: Fields, number: RequestNumber): string | undefined {
	if (fields.required(define) === 'json') return numberInJson(fields, number);
	const mapper = fields.raw(COLUMNS_FIELD);
	if (isJsonObject(mapper) && mapper.mappingMode === 'autoMapInputData') {
		refuseUnmapped(fields, number);
	}
	return undefined;
}
