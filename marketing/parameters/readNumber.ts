import { InputError, shown } from './inputError';
import { readText, refuseCellError, refuseLong, undressed, withPlainDigits } from './givenText';
import { isGrouped } from './readId';

/** The least and the greatest value; each may be missing. */
export interface Range {
	min?: number;
	max?: number;
}

function rangeWords({ min, max }: Range): string {
	if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
	if (min !== undefined) return `of ${min} or more`;
	return max === undefined ? '' : `of ${max} at most`;
}

/**
 * Reads a whole number, also one that was written as text or with full-width digits.
 *
 * @param remedy what to do when it is none, a sentence
 * @throws InputError when it is not a whole number, or outside the range
 */
export function readInteger(
	given: unknown,
	field: string,
	range: Range,
	remedy = 'Correct it, or check what its expression gives.',
): number {
	const text = withPlainDigits(undressed(readText(given, field))).replace(/^(-?\d+)\.00?$/, '$1');
	refuseCellError(text, field);
	if (isGrouped(text)) {
		throw new InputError(field, `has thousands groups: ${shown(text)}`, 'Write digits only.');
	}
	const number = /^[-+]?\d+$/.test(text) ? Number(text) : NaN;
	const { min = -Infinity, max = Infinity } = range;
	if (Number.isSafeInteger(number) && number >= min && number <= max) return number;
	if (Math.abs(number) > Number.MAX_SAFE_INTEGER && max === Infinity) {
		throw new InputError(field, `is too large to be exact: ${shown(given)}`, remedy);
	}
	const what = ['a whole number', rangeWords(range)].filter(Boolean).join(' ');
	throw new InputError(field, `is not ${what}: ${shown(given)}`, remedy);
}

/** What stands in an amount of yuan and never in one of fen: a point, what parts groups, a currency. */
const OF_YUAN = /[.,。、٫٬'’‘\s\p{Sc}元圆圓块塊角]|CNY|RMB|YUAN/iu;

/** Whether it is an amount of yuan, also in full-width signs and digits. */
function isYuan(text: string): boolean {
	const plain = text.normalize('NFKC');
	return /\d/.test(plain) && OF_YUAN.test(plain);
}

/** Said wherever an amount is asked for. */
export const FEN = '1000 fen is ¥10.00';

/**
 * Reads an amount of money in fen.
 *
 * @throws InputError when it is not a whole number, outside the range, or written as yuan: with a point, whatever
 * stands behind it, a sign of a currency, or groups of digits
 */
export function readAmount(given: unknown, field: string, range: Range): number {
	const remedy = `Give it in fen: ${FEN}.`;
	if (isYuan(undressed(readText(given, field)))) {
		throw new InputError(field, `looks like yuan: ${shown(given)}`, remedy);
	}
	return readInteger(given, field, range, remedy);
}

/**
 * Reads on or off, also as text.
 *
 * @throws InputError for anything but true and false
 */
export function readFlag(given: unknown, field: string): boolean {
	if (typeof given === 'boolean') return given;
	if (typeof given === 'string') refuseLong(given, field);
	const text = typeof given === 'string' ? undressed(given).toLowerCase() : '';
	if (text === 'true' || text === 'false') return text === 'true';
	throw new InputError(
		field,
		`is neither true nor false: ${shown(given)}`,
		'Set it to true or false, or let its expression give one of them.',
	);
}
