import { expect, test } from '@jest/globals';
import { readCode } from '../../../../marketing/parameters/readCode.ts';
import { expectRefusal } from '../../helpers/refusal.mts';

const read = (given: unknown) => readCode(given, 'Code');

test.each<[string, unknown, string]>([
	['as it is', 'A-1', 'A-1'],
	['with an E between digits', '12E5', '12E5'],
	['that looks like thousands groups', '100,000,001', '100,000,001'],
	['with zeros in front', '="0012"', '0012'],
	['with full-width digits and marks around', '\u200b１２\n', '12'],
	['of JavaScript that kept its digits', 42, '42'],
])('a code %s', (_, given, code) => {
	expect(read(given)).toBe(code);
});

test.each<[string, unknown, string]>([
	['a number that lost its digits', 2 ** 60, 'Code is a number that lost its digits'],
	['nothing but quotation marks', '""', 'Code is empty'],
	['a cell without a value', '#N/A', 'Code is “#N/A”'],
	['a blank within', 'A 1', 'Code has a blank within “A 1”'],
	['a mark within', 'A\u200b1', 'Code has an invisible character (U+200B)'],
	['a number that a spreadsheet rounded', '4.20001E+27', 'Code is a rounded number: “4.20001E+27”'],
	['the same in another language', '4,2e+27', 'Code is a rounded number'],
	...['undefined', 'null', 'NaN', '[object Object]'].map((text): [string, unknown, string] => [
		text,
		text,
		`Code is “${text}”, which an expression makes of a value that is not there`,
	]),
	['a list', ['A'], 'Code is a list, not text'],
])('%s is refused', (_, given, message) => {
	expectRefusal(() => read(given), message);
});

test('a code that may have blanks has them, and nothing else that cannot be seen', () => {
	expect(readCode(' A 1 B ', 'Code', true)).toBe('A 1 B');
	expectRefusal(
		() => readCode('A\u00a01', 'Code', true),
		'Code has an invisible character (U+00A0)',
	);
});
