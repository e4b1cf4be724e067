import { InputError, shown } from './inputError';
import {
	readText,
	refuseCellError,
	refuseNoValue,
	refuseUnseen,
	undressed,
	withPlainDigits,
} from './givenText';

/** What to do about a number that a spreadsheet rounded. */
export const FORMAT_AS_TEXT =
	'Format the column of the spreadsheet as text and enter the ID anew, so that it keeps its digits.';
const AS_SHOWN = 'Give the ID as WeChat Pay shows it.';

/** Spreadsheets keep 15 digits; what is longer and ends in 0 was probably rounded. */
const EXACT_DIGITS = 15;

function fromNumber(given: number, field: string): string {
	const digits = String(given);
	const isRounded = digits.length > EXACT_DIGITS && digits.endsWith('0');
	if (given > Number.MAX_SAFE_INTEGER || (Number.isSafeInteger(given) && isRounded)) {
		throw new InputError(
			field,
			`is a number that lost its digits: ${given.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 0 })}`,
			FORMAT_AS_TEXT,
		);
	}
	if (Number.isSafeInteger(given) && given >= 0) return digits;
	throw new InputError(field, `is not an ID: ${digits}`, AS_SHOWN);
}

/** Whether it reads as one number whose digits are grouped by threes. */
export function isGrouped(text: string): boolean {
	return /^[1-9]\d{0,2}([,.'’ \u00A0\u202F，])\d{3}(\1\d{3})*$/.test(text);
}

function refuseGroups(text: string, field: string): void {
	if (!isGrouped(text)) return;
	throw new InputError(
		field,
		`is ${shown(text)}, which reads as one number with thousands groups`,
		'Write an ID without groups; put semicolons or line ends between several IDs.',
	);
}

/**
 * Reads an ID as it comes out of a spreadsheet or from a person: what cannot be seen at its ends, quotation
 * marks, `=""`, an apostrophe before and `.0` behind it go, full-width digits are digits.
 *
 * @param given not empty
 * @param field display name, for the message
 * @throws InputError when it cannot be an ID, or can no longer be the one that was meant
 */
export function readId(given: unknown, field: string): string {
	if (typeof given === 'number') return fromNumber(given, field);
	const id = withPlainDigits(undressed(readText(given, field))).replace(/^(\d+)\.00?$/, '$1');
	if (id === '') throw new InputError(field, 'is empty', 'Fill it in, or leave out the row.');
	refuseCellError(id, field);
	refuseNoValue(id, field);
	if (/^\d+([.,]\d+)?E[+-]?\d+$/i.test(id)) {
		throw new InputError(field, `is a rounded number: ${shown(id)}`, FORMAT_AS_TEXT);
	}
	refuseGroups(id, field);
	refuseUnseen(id, field);
	// URL parsers take the two for steps in a path, however they are encoded.
	if (id === '.' || id === '..' || /^-?\d+[.,]\d+$|^[-+]\d+$/.test(id)) {
		throw new InputError(field, `is not an ID: ${shown(id)}`, AS_SHOWN);
	}
	return id;
}
