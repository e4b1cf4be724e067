import {
	readText,
	refuseCellError,
	refuseNoValue,
	refuseUnseen,
	undressed,
	withPlainDigits,
} from './givenText';
import { InputError, shown } from './inputError';
import { FORMAT_AS_TEXT, readId } from './readId';

/** What spreadsheets make of a long number: no code has a point and a plus. */
const ROUNDED = /^\d([.,]\d+)?E\+\d+$/i;

/**
 * Reads a code or a number of somebody's own: any text. What reads as thousands groups is a code like any other;
 * a number must have kept its digits.
 *
 * @param given not empty
 * @param field display name, for the message
 * @param mayHaveBlanks whether a blank within it is a character like any other
 * @throws InputError when it is no text, was rounded by a spreadsheet, or has something in it that nobody sees
 */
export function readCode(given: unknown, field: string, mayHaveBlanks = false): string {
	if (typeof given === 'number') return readId(given, field);
	const code = withPlainDigits(undressed(readText(given, field)));
	if (code === '') throw new InputError(field, 'is empty', 'Fill it in, or leave out the row.');
	refuseCellError(code, field);
	refuseNoValue(code, field);
	if (ROUNDED.test(code)) {
		throw new InputError(field, `is a rounded number: ${shown(code)}`, FORMAT_AS_TEXT);
	}
	refuseUnseen(code, field, mayHaveBlanks);
	return code;
}
