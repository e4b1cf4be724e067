import { readText, refuseCellError, refuseUnseen, undressed, withPlainDigits } from './givenText';
import { InputError } from './inputError';
import { readId } from './readId';

/**
 * Reads a code or a number of somebody's own: any text without a blank. What reads as an exponent or as
 * thousands groups is a code like any other; a number of JavaScript must have kept its digits.
 *
 * @param given not empty
 * @param field display name, for the message
 * @throws InputError when it is no text, or has something in it that nobody sees
 */
export function readCode(given: unknown, field: string): string {
	if (typeof given === 'number') return readId(given, field);
	const code = withPlainDigits(undressed(readText(given, field)));
	if (code === '') throw new InputError(field, 'is empty', 'Fill it in, or leave out the row.');
	refuseCellError(code, field);
	refuseUnseen(code, field);
	return code;
}
