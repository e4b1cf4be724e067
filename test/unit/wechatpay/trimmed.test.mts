import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trimmed, trimmedEnd, trimmedStart } from '../../../wechatpay/trimmed.ts';
import { runs } from '../helpers/runs.mts';

const BLANK = /[\s\u{e0001}]/u;

test.each([
	['  a b  ', 'a b'],
	['\u{e0001} a\u{e0001}b\u{e0001}', 'a\u{e0001}b'],
	['😀 ', '😀'],
	['', ''],
	['   ', ''],
	['\udc00 \ud83d', '\udc00 \ud83d'],
])('%j is %j', (given, left) => {
	expect(trimmed(given, BLANK)).toBe(left);
});

test('only the wanted end is taken off', () => {
	expect(trimmedStart('//a//', /\//)).toBe('a//');
	expect(trimmedEnd('//a//', /\//)).toBe('//a');
});

describe('it is the same as an expression that looks for the ends', () => {
	const texts = fc.string({
		unit: fc.constantFrom(' ', '\n', 'a', ',', '\u{e0001}', '😀', '\ud83d', '\udc00'),
		maxLength: 12,
	});

	test.each([
		[BLANK, /^[\s\u{e0001}]+|[\s\u{e0001}]+$/gu],
		[/[,a]/, /^[,a]+|[,a]+$/g],
		[/[^a]/u, /^[^a]+|[^a]+$/gu],
	])('%s', (taken, ends) => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(trimmed(text, taken)).toBe(text.replace(ends, ''));
			}),
			{ numRuns: runs(1000) },
		);
	});
});

test('a million characters within, and a million at the ends', () => {
	const many = ' '.repeat(1_000_000);
	expect(trimmed(`a${many}b`, BLANK)).toHaveLength(1_000_002);
	expect(trimmed(`${many}a${many}`, BLANK)).toBe('a');
});
