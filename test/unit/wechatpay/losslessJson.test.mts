import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	isJsonObject,
	ownMember,
	parsedJson,
	parseLossless,
	parseObject,
} from '../../../wechatpay/losslessJson.ts';
import { runs } from '../helpers/runs.mts';

describe('integers that a number cannot hold keep their digits', () => {
	test.each<[string, unknown]>([
		['9007199254740993', '9007199254740993'],
		['-9007199254740993', '-9007199254740993'],
		['12345678901234567890123456789', '12345678901234567890123456789'],
		['{"coupon_id":98765432109876543210}', { coupon_id: '98765432109876543210' }],
		['[1,9007199254740993,2]', [1, '9007199254740993', 2]],
		['[[9007199254740993],[-9007199254740993]]', [['9007199254740993'], ['-9007199254740993']]],
		['{"a":{"b":[{"c" : 9007199254740993 }]}}', { a: { b: [{ c: '9007199254740993' }] } }],
		['{"a":\n\t9007199254740993\r\n}', { a: '9007199254740993' }],
	])('%s', (text, expected) => {
		expect(parseLossless(text)).toEqual(expected);
	});
});

describe('everything else is as it was written', () => {
	test.each<[string, unknown]>([
		['9007199254740991', 9007199254740991],
		['-9007199254740991', -9007199254740991],
		['1234567890123456', 1234567890123456],
		[
			'{"total_count":10,"coupon_id":9007199254740993}',
			{ total_count: 10, coupon_id: '9007199254740993' },
		],
		['"9007199254740993"', '9007199254740993'],
		['{"9007199254740993":"9007199254740993"}', { '9007199254740993': '9007199254740993' }],
		[String.raw`"say \"9007199254740993\" twice"`, 'say "9007199254740993" twice'],
		[String.raw`["\\",9007199254740993,"\\"]`, ['\\', '9007199254740993', '\\']],
		[String.raw`"C:\\9007199254740993\\"`, 'C:\\9007199254740993\\'],
		[String.raw`"\u00319007199254740993"`, '19007199254740993'],
		['"id 9007199254740993, -9007199254740993"', 'id 9007199254740993, -9007199254740993'],
		['0.9007199254740993', 0.9007199254740993],
		['1.5e16', 1.5e16],
		['[9007199254740993.0]', [9007199254740992]],
		['[9007199254740993e0,9007199254740993E+2]', [9007199254740992, 900719925474099300]],
		['null', null],
		[
			'{"a":[true,false,null,""],"b":9007199254740993}',
			{ a: [true, false, null, ''], b: '9007199254740993' },
		],
	])('%s', (text, expected) => {
		expect(parseLossless(text)).toEqual(expected);
	});

	test('-0 stays -0', () => {
		expect(parseLossless('[-0,9007199254740993]')).toEqual([-0, '9007199254740993']);
	});

	test('a member called __proto__ is a member', () => {
		const value = parseLossless('{"__proto__":{"polluted":9007199254740993}}') as object;
		expect(Object.keys(value)).toEqual(['__proto__']);
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
	});
});

test.each([
	'',
	'undefined',
	'{',
	'{"a":9007199254740993',
	'[9007199254740993,]',
	'09007199254740993',
	'+9007199254740993',
	'9007199254740993.',
	'9007199254740993 9007199254740993',
	'--9007199254740993',
	'9007199254740993n',
	"{'a':9007199254740993}",
	'{9007199254740993:1}',
	'{"a":1,9007199254740993:1}',
	'"9007199254740993',
	'9007199254740993"',
	'"a\n9007199254740993"',
	'<html>9007199254740993</html>',
])('still not JSON: %s', (text) => {
	expect(() => parseLossless(text)).toThrow(SyntaxError);
});

describe('for any JSON', () => {
	const hasBigInteger = (value: unknown): boolean => {
		if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
		return typeof value === 'object' && value !== null && Object.values(value).some(hasBigInteger);
	};

	test('without big integers it is JSON.parse', () => {
		const texts = fc
			.jsonValue({ stringUnit: 'binary' })
			.filter((value) => !hasBigInteger(value))
			.map((value) => JSON.stringify({ value, digits: '12345678901234567890' }));
		fc.assert(
			fc.property(texts, (text) => {
				expect(parseLossless(text)).toEqual(JSON.parse(text));
			}),
			{ numRuns: runs(3000) },
		);
	});

	test('big integers come back digit by digit, wherever they are', () => {
		const limit = BigInt(Number.MAX_SAFE_INTEGER);
		const integers = fc
			.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
			.filter((value) => value > limit || value < -limit);
		const texts = fc.string({ unit: fc.constantFrom(...'"\\\n1234567890,:{}[]- e') });
		fc.assert(
			fc.property(fc.array(fc.tuple(texts, integers)), fc.boolean(), (pairs, indent) => {
				const blank = indent ? '\n\t' : '';
				const members = pairs.map(
					([name, value]) => `{${blank}${JSON.stringify(name)}${blank}:${blank}${value}${blank}}`,
				);
				expect(parseLossless(`[${members.join(`,${blank}`)}]`)).toEqual(
					pairs.map(([name, value]) => Object.fromEntries([[name, String(value)]])),
				);
			}),
			{ numRuns: runs(3000) },
		);
	});

	test('text that is not JSON is refused as JSON.parse refuses it', () => {
		const texts = fc
			.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '-', '0', '9007199254740993'))
			.map((parts) => parts.join(''));
		const accepts = (parse: (text: string) => unknown, text: string): boolean => {
			try {
				parse(text);
				return true;
			} catch {
				return false;
			}
		};
		fc.assert(
			fc.property(texts, (text) => {
				expect(accepts(parseLossless, text)).toBe(accepts(JSON.parse, text));
			}),
			{ numRuns: runs(4000) },
		);
	});
});

test('a long answer', () => {
	const long = 'a'.repeat(3_000_000);
	expect(parseLossless(`{"id":9007199254740993,"text":"${long}"}`)).toEqual({
		id: '9007199254740993',
		text: long,
	});
});

test.each<[string, unknown, boolean]>([
	['an object', { a: 1 }, true],
	['one without members', {}, true],
	['one without a prototype', Object.create(null), true],
	['a list', [], false],
	['a Date, which has no members either', new Date(), false],
	['a Map', new Map(), false],
	['null', null, false],
	['text', '{}', false],
])('whether %s is a JSON object', (_, value, isObject) => {
	expect(isJsonObject(value)).toBe(isObject);
});

test('what is no JSON is undefined, and no object is no object', () => {
	expect(parsedJson('{')).toBeUndefined();
	for (const text of ['{', '', 'null', '[]', '7', '"a"']) expect(parseObject(text)).toBeUndefined();
	expect(parseObject('{"a":null}')).toEqual({ a: null });
});

test.each(['__proto__', 'constructor', 'toString'])('%s is a member like any other', (name) => {
	expect(ownMember({}, name)).toBeUndefined();
	for (const number of ['1', '12345678901234567890']) {
		const parsed = parseObject(`{"${name}":{"a":${number}}}`)!;
		expect(ownMember(parsed, name)).toEqual({ a: number.length > 1 ? number : 1 });
		expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
	}
	expect(({} as Record<string, unknown>).a).toBeUndefined();
});
