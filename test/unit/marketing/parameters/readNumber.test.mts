import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAmount, readFlag, readInteger } from '../../../../marketing/parameters/readNumber.ts';
import { expectRefusal } from '../../helpers/refusal.mts';
import { runs } from '../../helpers/runs.mts';

describe('a whole number', () => {
	const limit = (given: unknown) => readInteger(given, 'Limit', { min: 1, max: 1000 });

	test.each<[unknown, number]>([
		[5, 5],
		['5', 5],
		[' 5\u200b', 5],
		['５０', 50],
		['"5"', 5],
		["'5", 5],
		['="5"', 5],
		['5.0', 5],
		[1e3, 1000],
		['007', 7],
	])('%p', (given, number) => {
		expect(limit(given)).toBe(number);
	});

	test.each<[unknown, string]>([
		[0, 'Limit is not a whole number from 1 to 1000: “0”'],
		[1001, 'from 1 to 1000: “1001”'],
		[-1, 'from 1 to 1000: “-1”'],
		[1.5, 'from 1 to 1000: “1.5”'],
		['1.5', 'from 1 to 1000: “1.5”'],
		['many', 'from 1 to 1000: “many”'],
		['1e3', 'from 1 to 1000: “1e3”'],
		['1,000', 'Limit has thousands groups: “1,000”'],
		['1.000', 'Limit has thousands groups: “1.000”'],
		['#N/A', 'Limit is “#N/A”'],
		['1 0', 'from 1 to 1000: “1 0”'],
		['1\u200b0', 'from 1 to 1000'],
		[NaN, 'Limit is of type number, not text'],
		[true, 'Limit is of type boolean, not text'],
		[[5], 'Limit is a list, not text'],
		[{}, 'Limit is of type object, not text'],
	])('%p is refused', (given, message) => {
		expectRefusal(() => limit(given), message);
	});

	test('every whole number is read as it is, as a number and as text', () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), (number) => {
				expect(readInteger(number, 'Limit', {})).toBe(number);
				expect(readInteger(String(number), 'Limit', {})).toBe(number);
			}),
			{ numRuns: runs(200) },
		);
		const beyond = () => readInteger('9007199254740993', 'Limit', {});
		expectRefusal(beyond, 'Limit is too large to be exact: “9007199');
	});

	test.each([
		[{ min: 0 }, 'a whole number of 0 or more: “-1”'],
		[{ max: -5 }, 'a whole number of -5 at most: “-1”'],
	])('a range that is open on one side: %p', (range, message) => {
		expectRefusal(() => readInteger(-1, 'Limit', range), message);
	});
});

describe('an amount in fen', () => {
	const price = (given: unknown) => readAmount(given, 'Price', { min: 1, max: 100_000 });

	test('is a whole number', () => {
		expect(price('1000')).toBe(1000);
		expect(price(1000)).toBe(1000);
		expect(price(10.0)).toBe(10);
		expect(price(' ="１０"\n')).toBe(10);
		expect(price('+10')).toBe(10);
	});

	test.each([
		'10.',
		'.10',
		'10.0',
		'10.00',
		'10.000',
		'１０．００',
		'１０.００',
		'１０。００',
		'"10.0"',
		'="10.00"',
		'10,00',
		'1,000',
		'1，０００',
		'1.000,00',
		"1'000",
		'1’000',
		'1 000',
		'1\u00a0000',
		'1\u202f000',
		'1\u3000000',
		'¥10',
		'￥10',
		'￥１０',
		'10元',
		'10 元',
		'10圆',
		'10块',
		'$10',
		'＄10',
		'CNY 10',
		'10rmb',
		'10 yuan',
		'-1.00',
		9.99,
		10.5,
		0.1,
	])('%p is yuan, whatever its digits, and refused', (given) => {
		expectRefusal(() => price(given), 'Price looks like yuan: “');
		expect(() => price(given)).toThrow(
			expect.objectContaining({ remedy: expect.stringContaining('in fen') }),
		);
	});

	test('no amount that has more than digits and a sign is read', () => {
		const anything = fc.string({
			unit: fc.constantFrom(...'0123456789０９.,．，元￥¥ -+e\n"='),
			maxLength: 9,
		});
		fc.assert(
			fc.property(anything, (given) => {
				let read: number | undefined;
				try {
					read = readAmount(given, 'Price', {});
				} catch {
					return;
				}
				const digits = given.normalize('NFKC').replace(/^[\s"=]+|[\s"]+$/g, '');
				expect(digits).toMatch(/^[-+]?\d+$/);
				expect(read).toBe(Number(digits));
			}),
			{ numRuns: runs(2000) },
		);
	});

	test.each([
		['ten', 'Price is not a whole number from 1 to 100000: “ten”'],
		['1e3', 'Price is not a whole number'],
		[0, 'Price is not a whole number from 1'],
		[100_001, 'Price is not a whole number from 1'],
	])('%p is refused', (given, message) => {
		expectRefusal(() => price(given), message);
		expect(() => price(given)).toThrow(
			expect.objectContaining({ remedy: expect.stringContaining('in fen') }),
		);
	});
});

describe('on and off', () => {
	test.each<[unknown, boolean]>([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
		['TRUE', true],
		[' False\n', false],
		['"true"', true],
	])('%p', (given, value) => {
		expect(readFlag(given, 'Simplify')).toBe(value);
	});

	test.each([1, 0, '1', 'yes', 'on', '是', [], {}, [true], NaN])('%p is refused', (given) => {
		expectRefusal(() => readFlag(given, 'Simplify'), 'Simplify is neither true nor false: “');
	});
});
