import { InputError, shown } from './inputError';
import { undressed } from './givenText';

/** How far Beijing is ahead of Greenwich, in milliseconds, all year round. */
const BEIJING = 8 * 3_600_000;
/** Of a day, in milliseconds. */
const LAST_SECOND = 24 * 3_600_000 - 1000;

/** A longer text is no time, and is not looked at. */
const LONGEST = 1000;

const DATE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/;
const TIME = /(?:T|\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:\s?(Z|[+-]\d\d(?::?\d\d)?))?/;
const DATE_AND_TIME = new RegExp(`${DATE.source}(?:${TIME.source})?$`, 'i');
const IN_CHINESE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]\s*/;
const EIGHT_DIGITS = /^(\d{4})(\d\d)(\d\d)$/;
/** 5/1/2027 is in May to some and in January to others. */
const YEAR_LAST = /^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,4}(?!\d)/;
const DAY_NUMBER = /^\d{5}(?:\.\d+)?$/;

/** Day 0 of spreadsheets. */
const DAY_0 = Date.UTC(1899, 11, 30);

/** Whether a time ends a period, so that a day alone is its last second. @param wire WeChat Pay's name */
export function endsPeriod(wire: string): boolean {
	return wire.endsWith('end_time');
}

/** What was given: a moment, in milliseconds since 1970, or a day, which begins at it. */
interface Given {
	at: number;
	isDay: boolean;
}

/** @returns the time as text; empty when it is none of text, number and date of luxon */
function textOf(given: unknown): string {
	if (typeof given === 'number') return String(given);
	if (typeof given === 'string') {
		if (given.length > LONGEST) return '';
		return undressed(given.normalize('NFKC')).replace(/^(\d+)\.00?$/, '$1');
	}
	const { toISO } = Object(given) as { toISO?: unknown };
	return typeof toISO === 'function' ? String(toISO.call(given)) : '';
}

/** @returns what a zone is ahead of Greenwich, in milliseconds; `undefined` for one that no place on Earth has */
function aheadOf(zone: string | undefined): number | undefined {
	if (zone === undefined) return BEIJING;
	if (zone.toUpperCase() === 'Z') return 0;
	const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', ''))];
	const ahead = (zone.startsWith('-') ? -1 : 1) * (hours + minutes / 60);
	return minutes < 60 && ahead >= -12 && ahead <= 14 ? ahead * 3_600_000 : undefined;
}

function ofDate(text: string): Given | undefined {
	const dashed = text.replace(EIGHT_DIGITS, '$1-$2-$3').replace(IN_CHINESE, '$1-$2-$3 ').trimEnd();
	const match = DATE_AND_TIME.exec(dashed);
	if (!match) return undefined;
	const [, year, , month = '', day = '', hour, minute, second = '00', zone] = match;
	const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
	const time = hour === undefined ? '00:00:00' : `${hour.padStart(2, '0')}:${minute}:${second}`;
	const there = new Date(`${date}T${time}Z`);
	const ahead = aheadOf(zone);
	if (ahead === undefined || Number.isNaN(there.getTime())) return undefined;
	// JavaScript makes 2026-02-30 March 2, and 24:00 the day after.
	if (!there.toISOString().startsWith(`${date}T${time}`)) return undefined;
	return { at: there.getTime() - ahead, isDay: hour === undefined };
}

/** A number of days, as spreadsheets have dates. */
function ofDayNumber(text: string): Given | undefined {
	if (!DAY_NUMBER.test(text)) return undefined;
	const seconds = Math.round(Number(text) * 86_400);
	const there = new Date(DAY_0 + seconds * 1000);
	const year = there.getUTCFullYear();
	if (year < 2000 || year > 2100) return undefined;
	return { at: there.getTime() - BEIJING, isDay: Number.isInteger(Number(text)) };
}

function read(given: unknown): Given | undefined {
	if (given instanceof Date) return { at: given.getTime(), isDay: false };
	const text = textOf(given);
	return ofDayNumber(text) ?? ofDate(text);
}

/** @returns date and time in Beijing; `undefined` for a moment that cannot be written */
function inBeijing(at: number): string | undefined {
	const there = new Date(at + BEIJING);
	const year = there.getUTCFullYear();
	return year >= 0 && year <= 9999 ? there.toISOString().slice(0, 19) : undefined;
}

/**
 * @param at milliseconds since 1970
 * @returns the day in Beijing, such as 2026-12-31; `undefined` for a moment that cannot be written
 */
export function dayInBeijing(at: number): string | undefined {
	return inBeijing(at)?.slice(0, 10);
}

const YEAR_FIRST =
	'Write the year first, as 2026-12-31, so that day and month cannot be confused. From a Google Sheets node, choose Output Formatting > Date > Serial Number.';
const UNDERSTOOD = {
	time: 'Give it as 2026-12-31, 2026-12-31T23:59:59, 2026-12-31T23:59:59+08:00 or the day number of Excel. Without a zone it is in Beijing.',
	day: 'Give it as 2026-12-31 or the day number of Excel, or as a time of that day in Beijing.',
};

function refusal(given: unknown, field: string, what: keyof typeof UNDERSTOOD): InputError {
	const remedy = YEAR_LAST.test(textOf(given)) ? YEAR_FIRST : UNDERSTOOD[what];
	return new InputError(field, `is not a ${what}: ${shown(given)}`, remedy);
}

/** @param ofDay which moment of a day alone is meant, in milliseconds from its beginning */
function readMoment(given: unknown, field: string, ofDay: number): string {
	const found = read(given);
	const written = found && inBeijing(found.at + (found.isDay ? ofDay : 0));
	if (written) return `${written}+08:00`;
	throw refusal(given, field, 'time');
}

/**
 * Reads a time as n8n's picker, an expression or a spreadsheet gives it. One without a zone is in Beijing, and a
 * day alone is its beginning.
 *
 * @returns RFC 3339 in the zone of Beijing, seconds, no fractions
 * @throws InputError when it is no time, no day of the calendar, or does not begin with its year
 */
export function readTime(given: unknown, field: string): string {
	return readMoment(given, field, 0);
}

/**
 * Reads a time that ends a period. It is read as others are, but a day alone is its last second.
 *
 * @returns RFC 3339 in the zone of Beijing, seconds, no fractions
 * @throws InputError when it is no time, no day of the calendar, or does not begin with its year
 */
export function readEnd(given: unknown, field: string): string {
	return readMoment(given, field, LAST_SECOND);
}

/**
 * Reads a day as n8n's picker, an expression or a spreadsheet gives it; of a time, the day in Beijing.
 *
 * @returns the day, such as 2026-11-24
 * @throws InputError when it is no day of the calendar, or does not begin with its year
 */
export function readDay(given: unknown, field: string): string {
	const found = read(given);
	const written = found && dayInBeijing(found.at);
	if (written) return written;
	throw refusal(given, field, 'day');
}
