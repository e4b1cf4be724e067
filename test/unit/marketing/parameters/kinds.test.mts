import { describe, expect, test } from '@jest/globals';
import {
	amount,
	choice,
	day,
	flag,
	id,
	ids,
	integer,
	integers,
	json,
	requestNumber,
	text,
	time,
} from '../../../../marketing/parameters/kinds.ts';
import { optional, type Parameter } from '../../../../marketing/parameters/parameter.ts';
import { expectRefusal as expectRefused } from '../../helpers/refusal.mts';

const read = <Value,>(parameter: Parameter<string, boolean, Value>, given: unknown) =>
	parameter.read(given);

const expectRefusal = (parameter: Parameter, given: unknown, message: string) =>
	expectRefused(() => read(parameter, given), message);

describe('several IDs', () => {
	const merchants = ids('merchant_id_list', { label: 'Merchant IDs', maxItems: 3, maxLength: 15 });

	test.each<[unknown, string[]]>([
		['1900000001', ['1900000001']],
		[1900000001, ['1900000001']],
		['="1900000001"，１９００００0002', ['1900000001', '1900000002']],
		[['1900000001.0', '1900000001'], ['1900000001']],
		[[], []],
		['["1900000001"]', ['1900000001']],
	])('reads %j', (given, expected) => {
		expect(read(merchants, given)).toEqual(expected);
	});

	test.each<[unknown, string]>([
		['1.9E+09', '1.9E+09'],
		['1,900,000,001', '1,900,000,001'],
		['1900000001, #N/A', '#N/A'],
		['12345678901234567890', 'is longer than 15 characters'],
		['1, 2, 3, 4', 'has 4 entries'],
	])('refuses %j', (given, message) => {
		expectRefusal(merchants, given, message);
	});
});

describe('a number, a choice and a switch', () => {
	test('offer in the editor what they take', () => {
		const limit = integer('limit', { min: 1, max: 10, default: 5 });
		expect(limit.field).toMatchObject({
			type: 'number',
			default: 5,
			typeOptions: { minValue: 1, maxValue: 10 },
		});
		expect(read(limit, '10')).toBe(10);
		// The editor would put the least value in by itself.
		expect(integer('count', { min: 1 }).field).not.toHaveProperty('typeOptions');
		expect(amount('price', { min: 1 }).field).not.toHaveProperty('typeOptions');
		expectRefusal(limit, 11, 'Limit is not a whole number from 1 to 10: “11”');
		expect(amount('price').field).toMatchObject({
			hint: '1000 fen is ¥10.00',
			typeOptions: { minValue: 0 },
		});
		expectRefusal(amount('price', { min: 1 }), 0, 'Price is not a whole number of 1 or more');
	});

	test('begin with their first value, or the one that is said', () => {
		const options = [
			{ name: 'One', value: 1 },
			{ name: 'Two', value: 2 },
		];
		expect(choice('kind', options).field).toMatchObject({ options, default: '1' });
		expect(choice('kind', options, { default: '2' }).field.default).toBe('2');
		expect(read(choice('kind', options), 2)).toBe('2');
		expect(flag('simplify').field).toMatchObject({ type: 'boolean', default: false });
		expect(read(flag('simplify'), 'true')).toBe(true);
	});
});

describe('a day', () => {
	const of = day('bill_date');

	test('is one of Beijing, and the picker gives nothing but the day', () => {
		expect(of.field).toMatchObject({
			displayName: 'Bill Date (Beijing)',
			typeOptions: { dateOnly: true },
		});
	});

	test.each<[string, unknown, string]>([
		['of the picker', '2026-11-24T00:00:00', '2026-11-24'],
		['with dashes', '2026-11-24', '2026-11-24'],
		['in eight digits', '20261124', '2026-11-24'],
		['as a number', 20261124, '2026-11-24'],
		['as the number of Excel', 45992, '2025-12-01'],
		['at its last second', '2026-11-24 23:59:59', '2026-11-24'],
		['at its first second in Beijing', '2026-11-24T00:00:00+08:00', '2026-11-24'],
		['of Greenwich, which is the next one in Beijing', '2026-11-23T16:00:00.000Z', '2026-11-24'],
		['of luxon', { toISO: () => '2026-11-24T00:00:00.000+08:00' }, '2026-11-24'],
		['of luxon in New York', { toISO: () => '2026-11-23T11:00:00.000-05:00' }, '2026-11-24'],
		['of JavaScript', new Date(Date.UTC(2026, 10, 23, 16)), '2026-11-24'],
		['a leap day', '20280229', '2028-02-29'],
		['with marks around', '\u200b20261124\n', '2026-11-24'],
	])('%s', (_, given, found) => {
		expect(read(of, given)).toBe(found);
	});

	test.each([
		'2026-02-30',
		'20260230',
		'2026-11',
		'2026112',
		'24.11.2026',
		'11/24/2026',
		'yesterday',
		{},
		true,
	])('%j is none', (given) => {
		expectRefusal(of, given, 'Bill Date (Beijing) is not a day: “');
	});
});

describe('a time', () => {
	const begin = time('begin_time');
	const end = time('available_end_time');

	test('is of Beijing, and an end says what a day alone means', () => {
		expect(begin.field).toMatchObject({
			displayName: 'Begin Time (Beijing)',
			hint: expect.stringMatching(/^Text without a zone is Beijing time\./),
		});
		expect(end.field).toMatchObject({
			displayName: 'Available End Time (Beijing)',
			hint: expect.stringMatching(/^A day alone lasts to its end, 23:59:59\. Text without/),
		});
	});

	test.each<[unknown, string, string]>([
		['2026-12-01T10:00:00', '2026-12-01T10:00:00+08:00', '2026-12-01T10:00:00+08:00'],
		['2026-12-01T00:00:00', '2026-12-01T00:00:00+08:00', '2026-12-01T00:00:00+08:00'],
		['2026-12-01T10:00:00+02:00', '2026-12-01T16:00:00+08:00', '2026-12-01T16:00:00+08:00'],
		['2026-12-01', '2026-12-01T00:00:00+08:00', '2026-12-01T23:59:59+08:00'],
		[46357, '2026-12-01T00:00:00+08:00', '2026-12-01T23:59:59+08:00'],
	])('%j is %s, as an end %s', (given, found, foundAsEnd) => {
		expect(read(begin, given)).toBe(found);
		expect(read(end, given)).toBe(foundAsEnd);
	});

	test('is refused under its label', () => {
		expectRefusal(begin, '5/1/2027', 'Begin Time (Beijing) is not a time: “5/1/2027”');
		expectRefusal(end, 'tomorrow', 'Available End Time (Beijing) is not a time: “tomorrow”');
	});
});

describe('free text', () => {
	const reason = text('deactivate_reason', { maxLength: 20, minLength: 2 });

	test.each<[unknown, string]>([
		['The season has ended', 'The season has ended'],
		[' 活动结束\n', '活动结束'],
		['1E5', '1E5'],
		['100,000,001', '100,000,001'],
		['多行\n文字', '多行\n文字'],
		['谢谢 ❤\ufe0f', '谢谢 ❤\ufe0f'],
		['👨\u200d👩\u200d👧 家', '👨\u200d👩\u200d👧 家'],
		['"quoted" and more', '"quoted" and more'],
		[12345, '12345'],
	])('%p', (given, value) => {
		expect(read(reason, given)).toBe(value);
	});

	test.each<[unknown, string]>([
		['😀'.repeat(21), 'is longer than 20 characters: “'],
		['x', 'is shorter than 2 characters: “x”'],
		['#N/A', 'is “#N/A”, which a spreadsheet shows'],
		['a\ud83d', 'contains half of a character'],
		[Infinity, 'is of type number, not text'],
		[{ a: 1 }, 'is of type object, not text: “{"a":1}”'],
		[['a', 'b'], 'is a list, not text: “["a","b"]”'],
	])('%p is refused', (given, message) => {
		expectRefusal(reason, given, `Deactivate Reason ${message}`);
	});

	test('characters are counted as people count them', () => {
		expect(read(reason, '😀'.repeat(20))).toBe('😀'.repeat(20));
	});
});

describe('a request number', () => {
	const number = requestNumber('out_request_no');

	test.each<[unknown, string]>([
		['20261125_0001', '20261125_0001'],
		[' abc-1E15\u200b', 'abc-1E15'],
		['1E1500', '1E1500'],
		[202611250001, '202611250001'],
	])('%p', (given, value) => {
		expect(read(number, given)).toBe(value);
	});

	test.each<[unknown, string]>([
		['ab', 'is shorter than 6 characters'],
		['x'.repeat(41), 'is longer than 40 characters'],
		['abc def', 'has a blank within “abc def”'],
		['abc\u200bdef', 'has an invisible character (U+200B) within'],
		['#VALUE!', 'is “#VALUE!”'],
		['订单号0001', 'is not digits, letters, _ and -: “订单号0001”'],
	])('%p is refused', (given, message) => {
		expectRefusal(number, given, `Request Number ${message}`);
	});
});

test('an ID keeps the rules of its documentation', () => {
	const stock = id('stock_id', {
		minLength: 2,
		maxLength: 4,
		pattern: /^\d+$/,
		patternWords: 'digits',
	});
	expect(read(stock, '１２３')).toBe('123');
	expectRefusal(stock, '12345', 'Stock ID is longer than 4 characters: “12345” has 5');
	expectRefusal(stock, '1', 'Stock ID is shorter than 2 characters: “1”');
	expectRefusal(stock, 'ab', 'Stock ID is not digits: “ab”');
});

describe('several whole numbers', () => {
	const days = integers('available_week_day', { min: 0, max: 6 });

	test.each<[unknown, number[]]>([
		[
			[0, 6],
			[0, 6],
		],
		['0, 6', [0, 6]],
		['１；２', [1, 2]],
		['[1, "2"]', [1, 2]],
		[0, [0]],
	])('%p', (given, numbers) => {
		expect(read(days, given)).toEqual(numbers);
	});

	test.each<[unknown, string]>([
		['1, 7', 'Available Week Day is not a whole number from 0 to 6: “7”'],
		['1.5', 'Available Week Day is not a whole number from 0 to 6: “1.5”'],
		['Monday', 'Available Week Day is not a whole number from 0 to 6: “Monday”'],
	])('%p is refused', (given, message) => {
		expectRefusal(days, given, message);
	});
});

describe('an object as JSON', () => {
	const order = json('order_info', {
		label: 'Order',
		example: '{"order_id": "1"}',
		members: [text('order_id'), optional(integer('count', { min: 1 }))],
	});

	test('is read by its members', () => {
		expect(read(order, '{"order_id": "a", "count": "2"}')).toEqual({ order_id: 'a', count: 2 });
		expect(read(order, { order_id: 'a', count: '' })).toEqual({ order_id: 'a' });
	});

	test.each<[unknown, string]>([
		['4200', 'Order is not a JSON object: “4200”'],
		['{"order_id"', 'Order is not a JSON object'],
		[[], 'Order is not a JSON object: “[]”'],
		['{"order_id": "a", "count": 0}', 'Order: count is not a whole number of 1 or more: “0”'],
		['{"count": 1}', 'Order: order_id is missing'],
		['{"orderid": "a"}', 'Order: orderid is not known to this operation'],
	])('%j is refused with the label', (given, message) => {
		expectRefusal(order, given, message);
	});

	test('shows how it looks', () => {
		expect(() => read(order, 1)).toThrow(
			expect.objectContaining({ remedy: 'Give it as JSON, for example {"order_id": "1"}.' }),
		);
		const loose = json('info', { example: '{"a": 1}', members: [optional(text('a'))] });
		expect(() => read(loose, '{"a": ""}')).toThrow(
			expect.objectContaining({
				message: 'Info is empty',
				remedy: 'Take it out, or fill it in. Give it as JSON, for example {"a": 1}.',
			}),
		);
	});
});
