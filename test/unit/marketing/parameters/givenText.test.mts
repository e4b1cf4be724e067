import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	isNothing,
	readText,
	refuseBrokenText,
	refuseCellError,
	refuseLong,
	refuseUnseen,
	trimUnseen,
	undressed,
	withPlainDigits,
} from '../../../../marketing/parameters/givenText.ts';
import { expectRefusal } from '../../helpers/refusal.mts';
import { runs } from '../../helpers/runs.mts';

test.each([
	[' a b\r\n', 'a b'],
	['\u200b\ufeffa\u202c\u3000', 'a'],
	['❤\ufe0f', '❤\ufe0f'],
	['\u200b \n', ''],
])('of %j what cannot be seen at its ends goes', (given, left) => {
	expect(trimUnseen(given)).toBe(left);
});

test.each([undefined, null, '', ' \n', '\u200b'])('%j is nothing', (given) => {
	expect(isNothing(given)).toBe(true);
});

test.each([0, false, 'a', [], {}, '""'])('%j is something', (given) => {
	expect(isNothing(given)).toBe(false);
});

test.each([
	['="007"', '007'],
	[' = " 007 " ', '007'],
	['"007"', '007'],
	["'007'", '007'],
	['“007”', '007'],
	["'007", '007'],
	['""', ''],
	['say "007"', 'say "007"'],
	['"0" or "7"', '"0" or "7"'],
	['=007', '=007'],
])('what a spreadsheet puts around %s goes', (given, bare) => {
	expect(undressed(given)).toBe(bare);
});

test('full-width digits are digits, and other signs stay', () => {
	expect(withPlainDigits('０１２３４５６７８９－a')).toBe('0123456789－a');
});

describe('is refused, by the name of its field:', () => {
	test.each(['#N/A', '#n/a', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!', '####'])(
		'%s, which a cell shows that has no value',
		(given) => {
			expectRefusal(
				() => refuseCellError(given, 'Name'),
				`Name is “${given}”, which a spreadsheet`,
			);
		},
	);

	test.each([
		['a b', 'Name has a blank within “a b”'],
		['a\u200bb', 'Name has an invisible character (U+200B) within'],
		['a\u3000b', 'Name has an invisible character (U+3000) within'],
	])('%j, with something in it that nobody sees', (given, message) => {
		expectRefusal(() => refuseUnseen(given, 'Name'), message);
	});

	test('half of a character', () => {
		expectRefusal(() => refuseBrokenText('a\ud83d', 'Name'), 'Name contains half of a character');
	});

	test.each<[unknown, string]>([
		[true, 'Name is of type boolean, not text: “true”'],
		[{ a: 1 }, 'Name is of type object, not text: “{"a":1}”'],
		[['a'], 'Name is a list, not text: “["a"]”'],
		[NaN, 'Name is of type number, not text'],
		['\udc00', 'Name contains half of a character'],
	])('%p, as text', (given, message) => {
		expectRefusal(() => readText(given, 'Name'), message);
	});
});

test.each(['N/A', '# 5', '#1', 'a#N/A', ''])('%j is no cell without a value', (given) => {
	expect(() => refuseCellError(given, 'Name')).not.toThrow();
});

test.each<[unknown, string]>([
	[' a\n', 'a'],
	[12, '12'],
	[12n, '12'],
	['😀', '😀'],
])('%p is read as text', (given, text) => {
	expect(readText(given, 'Name')).toBe(text);
});

describe('a long value', () => {
	const MILLION = 1_000_000;

	test('is refused as a text before it is read', () => {
		const long = ` ${'a'.repeat(MILLION)}`;
		expectRefusal(
			() => readText(long, 'Name'),
			`Name is longer than 10000 characters: “${'a'.repeat(40)}…” has ${MILLION + 1}`,
		);
		expectRefusal(() => readText(' '.repeat(10_001), 'Name'), 'Name is longer than 10000');
		expect(readText(' '.repeat(9_999) + 'a', 'Name')).toBe('a');
		expect(() => refuseLong('abc', 'Name', 3)).not.toThrow();
		expectRefusal(() => refuseLong('abcd', 'Name', 3), 'Name is longer than 3 characters');
	});

	test.each([' ', '\n', '\u200b', '\u3000', '\u{e0001}', '"', "'"])(
		'a million of %j within it cost no more than their number',
		(character) => {
			const text = `a${character.repeat(MILLION)}b`;
			expect(trimUnseen(text)).toBe(text);
			expect(undressed(text)).toBe(text);
			expect(undressed(`="${text}`)).toBe(`="${text}`);
			expect(trimUnseen(`${character.repeat(MILLION)}`)).toBe(
				'"\''.includes(character) ? character.repeat(MILLION) : '',
			);
		},
	);

	test('nothing, and an equals sign before it', () => {
		expect(isNothing(' '.repeat(MILLION))).toBe(true);
		expect(undressed(`=${' '.repeat(MILLION)}`)).toBe('=');
		expect(undressed(`=${' '.repeat(MILLION)}.`)).toHaveLength(MILLION + 2);
	});
});

test('its ends are found as by an expression that looks for them', () => {
	const unseen = '[\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}\\u2800\\uFFF9-\\uFFFB]';
	const around = `(?:(?!\\p{Variation_Selector})${unseen})+`;
	const ends = new RegExp(`^${around}|${around}$`, 'gu');
	const texts = fc.string({
		unit: fc.constantFrom(
			...' a\n\u200b\u3000\ufe0f\u2800\ufff9❤',
			'\u{e0001}',
			'\u{e0100}',
			'😀',
		),
		maxLength: 10,
	});
	fc.assert(
		fc.property(texts, (text) => {
			expect(trimUnseen(text)).toBe(text.replace(ends, ''));
		}),
		{ numRuns: runs(1000) },
	);
});
