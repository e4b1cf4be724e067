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

type Moment = ReturnType<typeof tryToParseDateTime>;

function parse(text: string, timezone: string): Moment | undefined {
	try {
		return tryToParseDateTime(text, timezone);
	} catch {
		return undefined;
	}
}

/** @returns `undefined` when it is no time or no day of the calendar */
function momentOf(text: string, timezone: string): Moment | undefined {
	const match = PATTERN.exec(text);
	if (!match) return undefined;
	// The parser makes 2026-02-30 March 2.
	const day = Number(match[3]);
	const lastDay = new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate();
	if (day < 1 || day > lastDay) return undefined;
	return parse(text.replace(' ', 'T').replace(/\.\d+/, ''), timezone);
}

/**
 * Reads a time as n8n's picker, an expression or a spreadsheet gives it.
 *
 * @param timezone of the workflow; counts when the time names no zone
 * @returns RFC 3339 with the zone, seconds, no fractions
 * @throws InputError when it is no time or no day of the calendar
 */
export function readTime(given: unknown, field: string, timezone: string): string {
	const read = momentOf(textOf(given), timezone)?.toISO({ suppressMilliseconds: true });
	if (!read) throw refusal(given, field);
	return read;
}

/**
 * Reads a day as n8n's picker, an expression or a spreadsheet gives it.
 *
 * @param timezone of the workflow; counts when the time names a zone, for the day that it is there
 * @returns eight digits, such as 20261124
 * @throws InputError when it is no day of the calendar
 */
export function readDay(given: unknown, field: string, timezone: string): string {
	const dashed = textOf(typeof given === 'number' ? String(given) : given).replace(
		/^(\d{4})(\d{2})(\d{2})$/,
		'$1-$2-$3',
	);
	const moment = momentOf(dashed, timezone);
	if (moment) return moment.setZone(timezone).toFormat('yyyyMMdd');
	throw new InputError(
		field,
		`is not a day: ${shown(given)}`,
		'Give it as 2026-12-31 or 20261231, or as a time of that day.',
	);
}
