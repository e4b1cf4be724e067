import { trimmed } from '../../wechatpay/trimmed';
import { InputError, shown } from './inputError';

/** Characters of a text at most, what stands around it included: WeChat Pay takes a tenth of it in any field. */
const LONGEST_TEXT = 10_000;

/** Blanks, line ends, and characters that have no width or only turn the direction of writing. */
const UNSEEN = '[\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}\\u2800\\uFFF9-\\uFFFB]';
/** Variation selectors are no such thing at the end of a text: an emoji is written with them. */
const AROUND = new RegExp(`(?!\\p{Variation_Selector})${UNSEEN}`, 'u');
const INSIDE = new RegExp(UNSEEN, 'u');

const CELL_ERROR =
	/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA|ERROR!|#+)$/i;

/** What expressions make of a value that is not there. */
const NO_VALUE = /^(undefined|null|NaN|\[object [A-Za-z]+\])$/;

/** @returns the text without blanks, line ends and invisible marks at its ends */
export function trimUnseen(text: string): string {
	return trimmed(text, AROUND);
}

function hexOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether there is nothing, or only what cannot be seen. */
export function isNothing(given: unknown): boolean {
	return (
		given === undefined || given === null || (typeof given === 'string' && trimUnseen(given) === '')
	);
}

/**
 * Takes off what a spreadsheet puts around a value: `="…"`, a leading apostrophe, quotation marks. What is at
 * the ends and cannot be seen goes, too.
 */
export function undressed(text: string): string {
	const bare = trimUnseen(text);
	const formula = /^=\s*"([^"]*)"$/.exec(bare);
	if (formula) return trimUnseen(formula[1] ?? '');
	const quoted = /^"([^"]*)"$|^'([^']*)'$|^“([^”]*)”$/.exec(bare);
	if (quoted) return trimUnseen(quoted[1] ?? quoted[2] ?? quoted[3] ?? '');
	return bare.startsWith("'") ? trimUnseen(bare.slice(1)) : bare;
}

/** @throws InputError for a text that is longer than what a field can hold; it is not looked at any further */
export function refuseLong(text: string, field: string, most = LONGEST_TEXT): void {
	if (text.length <= most) return;
	throw new InputError(
		field,
		`is longer than ${most} characters: ${shown(text.slice(0, LONGEST_TEXT))} has ${text.length}`,
		'Shorten it, or check what its expression gives.',
	);
}

/** Full-width digits are digits. */
export function withPlainDigits(text: string): string {
	return text.replace(/[\uFF10-\uFF19]/g, (digit) =>
		String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30),
	);
}

/** @throws InputError for `#N/A` and the like, which spreadsheets show where a formula has no result */
export function refuseCellError(text: string, field: string): void {
	if (!CELL_ERROR.test(text)) return;
	throw new InputError(
		field,
		`is ${shown(text)}, which a spreadsheet shows when a formula gives no value`,
		'Correct the cell, or leave out the row.',
	);
}

/** @throws InputError for `undefined` and the like, which an expression puts where it finds no value */
export function refuseNoValue(text: string, field: string): void {
	if (!NO_VALUE.test(text)) return;
	throw new InputError(
		field,
		`is ${shown(text)}, which an expression makes of a value that is not there`,
		'Correct the expression, or leave out the row.',
	);
}

/**
 * @param mayHaveBlanks whether a plain blank is a character like any other
 * @throws InputError for a blank or an invisible mark within the text, where nobody sees it
 */
export function refuseUnseen(text: string, field: string, mayHaveBlanks = false): void {
	const found = INSIDE.exec(mayHaveBlanks ? text.replaceAll(' ', '') : text);
	if (!found) return;
	const [character] = found;
	const what = character === ' ' ? 'a blank' : `an invisible character (${hexOf(character)})`;
	throw new InputError(
		field,
		`has ${what} within ${shown(text)}`,
		'Take the character out, or type the value anew.',
	);
}

/** @throws InputError for half of a character, which cannot be sent */
export function refuseBrokenText(text: string, field: string): void {
	if (text.isWellFormed()) return;
	throw new InputError(field, 'contains half of a character', 'Type the value anew.');
}

/**
 * Reads text as it is, but for what cannot be seen at its ends.
 *
 * @throws InputError when it is no text and no number, or longer than any text that a field can hold
 */
export function readText(given: unknown, field: string): string {
	if (Number.isFinite(given) || typeof given === 'bigint') return String(given);
	if (typeof given === 'string') {
		refuseLong(given, field);
		refuseBrokenText(given, field);
		return trimUnseen(given);
	}
	throw new InputError(
		field,
		`is ${Array.isArray(given) ? 'a list' : `of type ${typeof given}`}, not text: ${shown(given)}`,
		'Give it as text.',
	);
}
