import { parsedJson } from '../../wechatpay/losslessJson';
import { InputError } from './inputError';
import { trimmed } from '../../wechatpay/trimmed';
import { refuseLong, trimUnseen, undressed } from './givenText';
import { isGrouped } from './readId';

/** A member of a list: its value, or why it cannot be used and what was given for it. */
export type Member = { value: string } | { given: unknown; error: Error };

/** How text with several members is taken apart. */
export type Separation = (text: string) => string[];

/** Characters of a list that is given as text: 100,000 IDs have a fifth of it. */
const LONGEST_LIST = 10_000_000;

const COMMAS = /[,，]+/;
const BLANK = /\s+/;
/** What may stand between two IDs and never within a number. The slash of `#N/A` is none. */
const BETWEEN = /[\r\n\t;|；｜、]+|(?<!#N|#DIV)[/／]+/i;

function separateGroups(text: string): string[] {
	const words = text.split(BLANK).map((word) => trimmed(word, COMMAS));
	if (words.some(isGrouped)) {
		return words.flatMap((word) => (isGrouped(word) ? [word] : word.split(COMMAS)));
	}
	return text
		.split(COMMAS)
		.flatMap((part) => (isGrouped(part.trim()) ? [part] : part.split(BLANK)));
}

/**
 * IDs stand between commas, semicolons, bars, slashes, blanks and line ends, in their Chinese forms, too. A
 * number whose digits are grouped by threes stays whole, so that it can be refused.
 */
export const IDS: Separation = (text) => text.split(BETWEEN).flatMap(separateGroups);

/** Codes stand between the same, but for blanks: one within a code belongs to it, or is a slip. */
export const CODES: Separation = (text) =>
	text.split(BETWEEN).flatMap((part) => part.split(COMMAS));

/** Codes that may have slashes and bars in them stand between commas, semicolons and line ends. */
export const SLASHED_CODES: Separation = (text) => text.split(/[,，;；、\r\n\t]+/);

function parsedList(text: string): unknown[] | undefined {
	if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
	return parsedJson(text) as unknown[] | undefined;
}

function partsOf(given: unknown, separated: Separation): unknown[] {
	if (Array.isArray(given)) return given.flatMap((part: unknown) => partsOf(part, separated));
	if (typeof given !== 'string') return [given];
	const text = trimUnseen(given);
	const list = parsedList(text);
	if (list) return list.flatMap((part) => partsOf(part, separated));
	return separated(undressed(text)).filter((part) => undressed(part) !== '');
}

function memberOf(given: unknown, read: (given: unknown) => string): Member {
	try {
		return { value: read(given) };
	} catch (error) {
		return { given, error: error as Error };
	}
}

/**
 * @returns the values of all members
 * @throws what the first member that cannot be used was refused with
 */
export function valuesOf(members: readonly Member[]): string[] {
	return members.map((member) => {
		if ('error' in member) throw member.error;
		return member.value;
	});
}

function isGiven(part: unknown): boolean {
	return part !== '' && part !== null && part !== undefined;
}

/**
 * Reads one value, a list, JSON text of a list, or text with values between separators.
 *
 * @param read reads a member; what it throws refuses that member alone
 * @returns each value once, in first-seen order, and every member that cannot be used; at least one
 * @throws InputError when there is none, or the text is longer than lists are
 */
export function readList(
	given: unknown,
	field: string,
	read: (given: unknown) => string,
	separated: Separation = IDS,
): Member[] {
	if (typeof given === 'string') refuseLong(given, field, LONGEST_LIST);
	const members = partsOf(given, separated)
		.filter(isGiven)
		.map((part) => memberOf(part, read));
	if (members.length === 0) {
		throw new InputError(field, 'is empty', 'Fill it in, or leave out the row.');
	}
	const seen = new Set<string>();
	return members.filter((member) => {
		if (!('value' in member)) return true;
		const isNew = !seen.has(member.value);
		seen.add(member.value);
		return isNew;
	});
}

/** Where a URL begins: commas and semicolons within one are its own. */
const URL_BEGINS = /(?<![^,;，；\s])https?:\/\//gi;

function separateTexts(text: string): string[] {
	const begins = [...text.matchAll(URL_BEGINS)].map(({ index }) => index);
	if (begins[0] !== 0) return text.split(/[,;\n，；]+/);
	return begins.map((begin, index) => trimmed(text.slice(begin, begins[index + 1]), /[,;，；\s]/));
}

/**
 * Reads several values, which may hold blanks and slashes: a list, JSON text of a list, or text with commas,
 * semicolons or line ends between them.
 *
 * @throws what `read` throws for a member; InputError when the text is longer than lists are
 */
export function readTexts<Value>(
	given: unknown,
	field: string,
	read: (given: unknown) => Value,
): Value[] {
	if (typeof given === 'string') refuseLong(given, field, LONGEST_LIST);
	const list =
		typeof given === 'string'
			? (parsedList(trimUnseen(given)) ?? separateTexts(trimUnseen(given)))
			: given;
	return (Array.isArray(list) ? list : [list])
		.map((part: unknown) => (typeof part === 'string' ? trimUnseen(part) : part))
		.filter(isGiven)
		.map((part) => read(part));
}
