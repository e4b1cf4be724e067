import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pastedLine, pastedText } from '../../../wechatpay/pastedText.ts';
import { runs } from '../helpers/runs.mts';

test.each([
	[' “1900000109”\n', '1900000109'],
	['１９０\u200b0', '1900'],
	["'a'b' ", "a'b"],
	[undefined, ''],
])('%p is %p', (given, line) => {
	expect(pastedLine(given)).toBe(line);
});

test('it is the same as an expression that looks for quotes at the ends', () => {
	const texts = fc.string({ unit: fc.constantFrom(...'"\'`“”‘’ \n\u3000ab'), maxLength: 12 });
	fc.assert(
		fc.property(texts, (text) => {
			const ends = /^["'`“”‘’\s]+|["'`“”‘’\s]+$/g;
			expect(pastedLine(text)).toBe(pastedText(text).replace(ends, '').trim());
		}),
		{ numRuns: runs(1000) },
	);
});

test.each([' ', '"', '\u200b', '“'])('a million of %j within', (character) => {
	const line = pastedLine(`a${character.repeat(1_000_000)}b`);
	expect(line.length).toBe(character === '\u200b' ? 2 : 1_000_002);
});
