import { parseLossless } from '../../../wechatpay/losslessJson';
import { InputError } from './inputError';
import { trimUnseen, undressed } from './givenText';
import { refuseGroups } from './readId';

/** A member of a list: its value, or why it cannot be used and what was given for it. */
export type Member = { value: string } | { given: unknown; error: Error };

/** Comma, semicolon, bar, slash, blank and line end, in their Chinese forms, too. */
const SEPARATORS = /[\s,;|/，；、｜／]+/;

function parsedList(text: string): unknown[] | undefined {
	if (!/^\[[\s\S]*\]$/.test(text)) return undefined;
	try {
		return parseLossless(text) as unknown[];
	} catch {
		return undefined;
	}
}

function partsOf(given: unknown, field: string): unknown[] {
	if (Array.isArray(given)) return given.flatMap((part: unknown) => partsOf(part, field));
	if (typeof given !== 'string') return [given];
	const text = trimUnseen(given);
	const list = parsedList(text);
	if (list) return list.flatMap((part) => partsOf(part, field));
	const bare = undressed(text);
	// A date, an address, a fraction: the slash is part of a value that cannot be an ID anyway.
	if (/^#N\/A$|^#DIV\/0!$/i.test(bare)) return [bare];
	refuseGroups(bare, field);
	return bare.split(SEPARATORS).filter((part) => undressed(part) !== '');
}

function memberOf(given: unknown, read: (given: unknown) => string): Member {
	try {
		return { value: read(given) };
	} catch (error) {
		return { given, error: error as Error };
	}
}

function isGiven(part: unknown): boolean {
	return part !== '' && part !== null && part !== undefined;
}

/**
 * Reads one value, a list, JSON text of a list, or text with values between separators.
 *
 * @param read reads a member; what it throws is the fate of that member alone
 * @returns each value once, in first-seen order, and every member that cannot be used; at least one
 * @throws InputError when there is none, or when one number with thousands groups would fall apart
 */
export function readList(
	given: unknown,
	field: string,
	read: (given: unknown) => string,
): Member[] {
	const members = partsOf(given, field)
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

/**
 * Reads several texts, which may hold blanks and slashes: a list, JSON text of a list, or text with commas,
 * semicolons or line ends between them.
 *
 * @throws what `read` throws for a member
 */
export function readTexts(given: unknown, read: (given: unknown) => string): string[] {
	const list =
		typeof given === 'string'
			? (parsedList(trimUnseen(given)) ?? given.split(/[,;\n，；]+/))
			: given;
	return (Array.isArray(list) ? list : [list])
		.map((part: unknown) => (typeof part === 'string' ? trimUnseen(part) : part))
		.filter(isGiven)
		.map((part) => read(part));
}
