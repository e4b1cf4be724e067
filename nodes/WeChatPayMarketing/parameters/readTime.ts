import { tryToParseDateTime } from 'n8n-workflow';
import { InputError, shown } from './inputError';
import { undressed, withPlainDigits } from './givenText';

const PATTERN =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

function refusal(given: unknown, field: string): InputError {
	return new InputError(
		field,
		`is not a time: ${shown(given)}`,
		'Give it as 2026-12-31T23:59:59 or 2026-12-31T23:59:59+08:00; without a zone it is in the time zone of the workflow.',
	);
}

/** @returns the time as text; empty when it is neither text nor a time of luxon or JavaScript */
function textOf(given: unknown): string {
	if (typeof given === 'string') return withPlainDigits(undressed(given));
	if (given instanceof Date) return Number.isNaN(given.getTime()) ? '' : given.toISOString();
	const { toISO } = Object(given) as { toISO?: unknown };
	return typeof toISO === 'function' ? String(toISO.call(given)) : '';
}

function parse(text: string, timezone: string): string | undefined {
	try {
		return tryToParseDateTime(text, timezone).toISO({ suppressMilliseconds: true }) ?? undefined;
	} catch {
		return undefined;
	}
}

/**
 * Reads a time as n8n's picker, an expression or a spreadsheet gives it.
 *
 * @param timezone of the workflow; counts when the time names no zone
 * @returns RFC 3339 with the zone, seconds, no fractions
 * @throws InputError when it is no time or no day of the calendar
 */
export function readTime(given: unknown, field: string, timezone: string): string {
	const text = textOf(given);
	const match = PATTERN.exec(text);
	if (!match) throw refusal(given, field);
	const read = parse(text.replace(' ', 'T').replace(/\.\d+/, ''), timezone);
	// The parser makes 2026-02-30 March 2.
	const day = Number(match[3]);
	const lastDay = new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate();
	if (read === undefined || day < 1 || day > lastDay) throw refusal(given, field);
	return read;
}
