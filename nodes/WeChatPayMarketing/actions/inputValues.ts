/** What a user gave for a field cannot be used. The message names the field; nothing was sent. */
export class InputError extends Error {
	constructor(
		/** display name of the field */
		field: string,
		/** completes the sentence "<field> …" */
		complaint: string,
		/** what to do, a sentence */
		readonly remedy: string,
	) {
		super(`${field} ${complaint}`);
		this.name = 'InputError';
	}
}

const FORMAT_AS_TEXT =
	'Format the column of the spreadsheet as text, so that IDs keep their digits.';

const AS_SHOWN = 'Give the ID as WeChat Pay shows it.';

function isWritable(id: string): boolean {
	// URL parsers take these two for steps in a path, however they are encoded.
	return id !== '.' && id !== '..' && id.isWellFormed();
}

/**
 * Reads an ID as it comes out of a spreadsheet: a number becomes its digits, blanks at the ends go.
 *
 * @param field display name, for the message
 * @throws InputError when it is empty or cannot be an ID
 */
export function toId(value: unknown, field: string): string {
	if (typeof value === 'number') {
		if (Number.isSafeInteger(value) && value >= 0) return String(value);
		if (value > Number.MAX_SAFE_INTEGER) {
			throw new InputError(field, 'is a number that lost its digits', FORMAT_AS_TEXT);
		}
		throw new InputError(field, 'is not an ID', AS_SHOWN);
	}
	if (typeof value === 'bigint') return String(value);
	const isMissing = value === undefined || value === null;
	if (!isMissing && typeof value !== 'string') {
		throw new InputError(
			field,
			`is not an ID but ${Array.isArray(value) ? 'a list' : `of type ${typeof value}`}`,
			'Give the ID as text.',
		);
	}
	const id = isMissing ? '' : value.trim();
	if (id === '') {
		throw new InputError(field, 'is empty', 'Fill it in, or leave out the rows that have none.');
	}
	// As spreadsheets write it; where the decimal mark is a comma, a list of IDs was split there.
	if (/^\d+([.,]\d+)?E\+\d+$/i.test(id)) {
		throw new InputError(field, 'is a rounded number', FORMAT_AS_TEXT);
	}
	if (!isWritable(id)) throw new InputError(field, 'is not an ID', AS_SHOWN);
	return id;
}

/**
 * Reads one ID, a list of IDs, or text with IDs separated by commas, blanks or line ends.
 *
 * @returns each ID once, in first-seen order; at least one
 * @throws InputError when there is none or one of them cannot be an ID
 */
export function toIds(value: unknown, field: string): string[] {
	const parts = (Array.isArray(value) ? value : [value]).flatMap((part: unknown) =>
		typeof part === 'string' ? part.split(/[\s,，、]+/) : [part],
	);
	const given = parts.filter((part) => part !== '' && part !== null && part !== undefined);
	if (given.length === 0) return [toId('', field)];
	return [...new Set(given.map((part) => toId(part, field)))];
}

/**
 * @param maxLength characters that WeChat Pay takes at most
 * @throws InputError when the ID is longer
 */
export function withinLength(id: string, field: string, maxLength: number): string {
	if (id.length <= maxLength) return id;
	throw new InputError(field, `is longer than ${maxLength} characters`, AS_SHOWN);
}

/**
 * Reads a whole number, also one that was written as text.
 *
 * @throws InputError when it is not a whole number or below `min`
 */
export function toNumber(value: unknown, field: string, { min }: { min: number }): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isInteger(number) && number >= min) return number;
	throw new InputError(
		field,
		`is not a whole number of ${min} or more`,
		'Correct it, or check what its expression gives.',
	);
}
