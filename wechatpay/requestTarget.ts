import { ownMember } from './losslessJson';

/** A value that can stand in a path or a query. Objects become JSON text, WeChat Pay's way for queries. */
export type TargetValue = string | number | boolean | object;

/** A value cannot be sent in an address. The message names it. */
export class TargetError extends Error {
	constructor(
		/** WeChat Pay's name of the value */
		readonly field: string,
		/** completes the sentence "The value of <field> …" */
		complaint: string,
	) {
		super(`The value of ${field} ${complaint}`);
		this.name = 'TargetError';
	}
}

/**
 * Percent-encodes everything but letters, digits and `-._~`. Stricter than encodeURIComponent, so that no
 * URL parser on the way finds anything left to encode: what is signed is what is sent.
 */
export function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

function encodedValue(field: string, value: TargetValue): string {
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	if (!text.isWellFormed()) {
		throw new TargetError(field, 'contains half of a character, so it cannot be sent');
	}
	return percentEncode(text);
}

/**
 * Fills the `{placeholders}` of a documented path.
 *
 * @param template for example `/v3/marketing/busifavor/stocks/{stock_id}`
 * @throws TargetError when a value is missing, or would be taken for a step up or down in the path
 */
export function fillPath(
	template: string,
	values: Record<string, TargetValue | undefined>,
): string {
	return template.replace(/\{(\w+)\}/g, (_, field: string) => {
		const value = ownMember(values, field);
		if (value === undefined || value === '') throw new TargetError(field, 'is empty');
		// URL parsers drop these two steps even when they are percent-encoded.
		if (value === '.' || value === '..') throw new TargetError(field, `cannot be "${value}"`);
		return encodedValue(field, value);
	});
}

/**
 * Writes a query in the order of its values; `undefined` is left out, an object becomes its JSON text.
 *
 * @returns the query with its leading `?`, or an empty text when there is nothing to send
 * @throws TargetError when a text is not valid Unicode
 */
export function writeQuery(values: Record<string, TargetValue | undefined>): string {
	const pairs = Object.entries(values).flatMap(([field, value]) =>
		value === undefined ? [] : [`${encodedValue(field, field)}=${encodedValue(field, value)}`],
	);
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
