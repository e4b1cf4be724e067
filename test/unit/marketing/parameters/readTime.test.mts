import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { tryToParseDateTime } from 'n8n-workflow';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import {
	endsPeriod,
	readDay,
	readEnd,
	readTime,
} from '../../../../marketing/parameters/readTime.ts';
import { runs } from '../../helpers/runs.mts';

const HOUR = 3_600_000;

/** Whole seconds from 2000 to 2100 in Beijing. */
const moments = fc
	.integer({
		min: Date.parse('2000-01-01T00:00:00+08:00') / 1000,
		max: Date.parse('2100-12-31T23:59:59+08:00') / 1000,
	})
	.map((seconds) => seconds * 1000);

/** RFC 3339 of a moment where clocks are so much ahead of Greenwich; without the zone. */
const wallClock = (at: number, ahead = 8 * HOUR) => new Date(at + ahead).toISOString().slice(0, 19);
const inBeijing = (at: number) => `${wallClock(at)}+08:00`;

function partsOf(at: number): { date: string[]; time: string } {
	const [date = '', time = ''] = wallClock(at).split('T');
	return { date: date.split('-'), time };
}
const withoutZeros = (date: string[]) => date.map((part) => String(Number(part)));
const inChinese = ([year, month, day]: string[]) => `${year}年${month}月${day}日`;
const fullWidth = (text: string) =>
	text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const luxon = (at: number, zone: string) =>
	tryToParseDateTime(new Date(at).toISOString()).setZone(zone);

/** The days between day 0 of Excel and the moment, in Beijing. */
const excelDays = (at: number) => (at + 8 * HOUR - Date.UTC(1899, 11, 30)) / (24 * HOUR);

const ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Shanghai', 'Pacific/Kiritimati', 'UTC'];

/** How a moment is written. */
const FORMS: Record<string, (at: number) => unknown> = {
	'as the picker': (at) => wallClock(at),
	'in RFC 3339': inBeijing,
	'of Greenwich': (at) => new Date(at).toISOString(),
	'of Greenwich, in small letters': (at) => new Date(at).toISOString().toLowerCase(),
	'of a database': (at) => `${wallClock(at, 2 * HOUR).replace('T', ' ')}+02`,
	'of luxon in SQL': (at) => luxon(at, 'America/New_York').toSQL(),
	'with a blank': (at) => partsOf(at).date.join('-') + ' ' + partsOf(at).time,
	'with slashes': (at) => `${withoutZeros(partsOf(at).date).join('/')} ${partsOf(at).time}`,
	'with points': (at) => `${partsOf(at).date.join('.')} ${partsOf(at).time}`,
	'in Chinese': (at) => `${inChinese(withoutZeros(partsOf(at).date))} ${partsOf(at).time}`,
	'in full width': (at) => fullWidth(`${partsOf(at).date.join('/')} ${partsOf(at).time}`),
	'as a formula': (at) => `="${wallClock(at)}"`,
	'by JavaScript': (at) => new Date(at),
	...Object.fromEntries(
		ZONES.map((zone) => [`by luxon in ${zone}`, (at: number) => luxon(at, zone)]),
	),
};

/** How a day is written. */
const DAYS: Record<string, (at: number) => unknown> = {
	'with dashes': (at) => partsOf(at).date.join('-'),
	'with slashes': (at) => withoutZeros(partsOf(at).date).join('/'),
	'in Chinese': (at) => inChinese(withoutZeros(partsOf(at).date)),
	'in Chinese, with zeros': (at) => inChinese(partsOf(at).date),
	'in eight digits': (at) => partsOf(at).date.join(''),
	'in eight digits, as a number': (at) => Number(partsOf(at).date.join('')),
	'in full width': (at) => fullWidth(partsOf(at).date.join('-')),
	'as the number of Excel': (at) => Math.floor(excelDays(at)),
	'as the number of Excel, as text': (at) => `${Math.floor(excelDays(at))}.0`,
};

describe('every moment reads as itself, at the beginning and at the end of a period', () => {
	function expectSame(of: fc.Arbitrary<number>, written: (at: number) => unknown): void {
		const property = fc.property(of, (at) => {
			expect(readTime(written(at), 'Starts At')).toBe(inBeijing(at));
			expect(readEnd(written(at), 'Ends At')).toBe(inBeijing(at));
			expect(readDay(written(at), 'Bill Date')).toBe(inBeijing(at).slice(0, 10));
		});
		fc.assert(property, { numRuns: runs(300) });
	}

	test.each(Object.entries(FORMS))('%s', (_, written) => {
		expectSame(moments, written);
	});

	// A whole number is a day, not its midnight.
	const withTime = moments.filter((at) => !Number.isInteger(excelDays(at)));

	test('as the number of Excel, and as its text', () => {
		expectSame(withTime, excelDays);
		expectSame(withTime, (at) => String(excelDays(at)));
	});

	test('with any zone on Earth', () => {
		fc.assert(
			fc.property(moments, fc.integer({ min: -12 * 4, max: 14 * 4 }), (at, quarters) => {
				const [sign, minutes] = [quarters < 0 ? '-' : '+', Math.abs(quarters) * 15];
				const two = (part: number) => String(part).padStart(2, '0');
				const zone = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
				const written = wallClock(at, quarters * (HOUR / 4)) + zone;
				expect(readTime(written, 'Starts At')).toBe(inBeijing(at));
			}),
			{ numRuns: runs(300) },
		);
	});
});

describe('every day is its first second, as the end of a period its last one', () => {
	test.each(Object.entries(DAYS))('%s', (_, written) => {
		fc.assert(
			fc.property(moments, (at) => {
				const day = inBeijing(at).slice(0, 10);
				expect(readTime(written(at), 'Starts At')).toBe(`${day}T00:00:00+08:00`);
				expect(readEnd(written(at), 'Ends At')).toBe(`${day}T23:59:59+08:00`);
				expect(readDay(written(at), 'Bill Date')).toBe(day);
			}),
			{ numRuns: runs(300) },
		);
	});
});

test.each<[unknown, string]>([
	['2026/12/31 8:00', '2026-12-31T08:00:00+08:00'],
	['2026年12月7日 8:05', '2026-12-07T08:05:00+08:00'],
	['2026 年 12 月 7 日', '2026-12-07T00:00:00+08:00'],
	['2026年12月7日8:05', '2026-12-07T08:05:00+08:00'],
	['２０２６／１２／３１　８：００', '2026-12-31T08:00:00+08:00'],
	[46363, '2026-12-07T00:00:00+08:00'],
	[46363.34375, '2026-12-07T08:15:00+08:00'],
	['46363.34375', '2026-12-07T08:15:00+08:00'],
	[46387.99998842592, '2026-12-31T23:59:59+08:00'],
	[36526, '2000-01-01T00:00:00+08:00'],
	[73415, '2100-12-31T00:00:00+08:00'],
	['2026-12-01T10:00', '2026-12-01T10:00:00+08:00'],
	['2028-02-29', '2028-02-29T00:00:00+08:00'],
	['\u200b2026-12-31\n', '2026-12-31T00:00:00+08:00'],
	['２０２６-12-31', '2026-12-31T00:00:00+08:00'],
	['20261231.0', '2026-12-31T00:00:00+08:00'],
	["'2026-12-31", '2026-12-31T00:00:00+08:00'],
	['2026-12-31T23:59:59.999', '2026-12-31T23:59:59+08:00'],
	['1970-01-01T00:00:00Z', '1970-01-01T08:00:00+08:00'],
	['0000-01-01', '0000-01-01T00:00:00+08:00'],
	['9999-12-31 23:59:59', '9999-12-31T23:59:59+08:00'],
])('%j is %s', (given, found) => {
	expect(readTime(given, 'Starts At')).toBe(found);
});

test.each<[unknown, string]>([
	['2026-12-31', '2026-12-31T23:59:59+08:00'],
	[46387, '2026-12-31T23:59:59+08:00'],
	['2026-12-31T00:00:00', '2026-12-31T00:00:00+08:00'],
	['2026-12-31 00:00', '2026-12-31T00:00:00+08:00'],
	['2026-12-31T00:00:00+08:00', '2026-12-31T00:00:00+08:00'],
	[new Date('2026-12-31T00:00:00+08:00'), '2026-12-31T00:00:00+08:00'],
])('%j ends a period at %s', (given, found) => {
	expect(readEnd(given, 'Ends At')).toBe(found);
});

test.each([
	['end_time', true],
	['available_end_time', true],
	['modify_content.delivery_end_time', true],
	['begin_time', false],
	['use_time', false],
])('%s ends a period: %p', (wire, ends) => {
	expect(endsPeriod(wire)).toBe(ends);
});

describe('is refused by name, and nothing is guessed', () => {
	const readers = [
		[readTime, 'time'],
		[readEnd, 'time'],
		[readDay, 'day'],
	] as const;

	function expectRefusal(given: unknown, remedy: string): void {
		for (const [read, what] of readers) {
			expect(() => read(given, 'Ends At')).toThrow(InputError);
			expect(() => read(given, 'Ends At')).toThrow(
				expect.objectContaining({
					message: expect.stringContaining(`Ends At is not a ${what}: “`),
					remedy: expect.stringContaining(remedy),
				}),
			);
		}
	}

	test.each([
		'5/1/2027',
		'05-01-2027',
		'1.5.2027',
		'31/12/2026',
		'12/31/2026 8:00',
		'01/02/2026',
		'24.11.2026',
		'27/1/5',
		'26-12-31',
		'５／１／２０２７',
		' 5 / 1 / 2027 ',
	])('%j, whose year is not first', (given) => {
		expectRefusal(given, 'Output Formatting > Date > Serial Number');
	});

	test.each<[string, unknown]>([
		['a zone that no place has', '2026-12-31T00:00:00+99:00'],
		['a zone beyond all', '2026-12-31T00:00:00+14:01'],
		['a zone beyond all, in the west', '2026-12-31T00:00:00-12:01'],
		['a zone with 60 minutes', '2026-12-31T00:00:00+08:60'],
		['a zone by name', '2026-12-31T00:00:00 CST'],
		['a day of Greenwich', '2026-12-31Z'],
		['a day with a zone', '2026-12-31+08:00'],
		['a day that is not in the calendar', '2026-02-30'],
		['the same in Chinese', '2026年2月30日'],
		['the same in digits', '20260230'],
		['February 29 of another year', '2026-02-29'],
		['February 29 of 2100', '2100-02-29'],
		['month 13', '2026-13-01'],
		['month 0', '2026-00-01'],
		['day 0', '2026-12-00'],
		['day 32', '2026/12/32'],
		['24:00', '2026-12-31T24:00'],
		['24:00:00', '2026-12-31 24:00:00'],
		['24:00 with a zone', '2026-12-31T24:00:00+08:00'],
		['25:00', '2026-12-31T25:00:00'],
		['minute 60', '2026-12-31T23:60:00'],
		['second 60', '2026-12-31T23:59:60'],
		['an hour alone', '2026-12-31T08'],
		['half of a time', '2026-12-31T'],
		['half of a day', '2026-12'],
		['mixed signs', '2026-12/31'],
		['before and noon', '2026/12/31 8:00 PM'],
		['the day of a spreadsheet before 2000', 36525],
		['the day of a spreadsheet after 2100', 73416],
		['a day number below 0', -46363],
		['a small number', 20],
		['seconds since 1970', 1_798_675_200],
		['milliseconds since 1970', 1_798_675_200_000],
		['no number', NaN],
		['words', 'tomorrow'],
		['a cell without a value', '#VALUE!'],
		['a moment after all years', new Date(8.64e15)],
		['a moment in year 10000', '9999-12-31T23:59:59-12:00'],
		['no date of JavaScript', new Date(NaN)],
		['no date of luxon', { toISO: () => null }],
		['seven digits', '2026112'],
		['an object', {}],
		['an object that is no date', { toISO: 'now' }],
		['a list', ['2026-12-31']],
		['true', true],
		['much text', '2026-12-31'.padEnd(2000)],
	])('%s', (_, given) => {
		expectRefusal(given, 'Give it as 2026-12-31');
	});
});

test('the zone of the process does not count', () => {
	const given = [
		'2026-12-31',
		'2026-03-08T02:30:00',
		'2026年12月7日 8:05',
		46363.34375,
		'20261231',
	];
	const module = join(import.meta.dirname, '../../../../marketing/parameters/readTime.ts');
	const script = `const { readEnd } = require(${JSON.stringify(module)});
		const times = [...${JSON.stringify(given)}, new Date(0)].map((one) => readEnd(one, ''));
		console.log(JSON.stringify({ times, hours: new Date(0).getHours() }));`;
	const read = (TZ: string) =>
		JSON.parse(
			execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
				env: { ...process.env, TZ },
				encoding: 'utf8',
			}),
		) as { times: string[]; hours: number };
	const [west, east] = [read('America/New_York'), read('Pacific/Kiritimati')];
	expect(west.hours).not.toBe(east.hours);
	expect(west.times).toEqual([
		'2026-12-31T23:59:59+08:00',
		'2026-03-08T02:30:00+08:00',
		'2026-12-07T08:05:00+08:00',
		'2026-12-07T08:15:00+08:00',
		'2026-12-31T23:59:59+08:00',
		'1970-01-01T08:00:00+08:00',
	]);
	expect(east.times).toEqual(west.times);
});
