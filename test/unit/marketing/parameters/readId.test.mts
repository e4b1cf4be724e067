import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import { readId } from '../../../../marketing/parameters/readId.ts';
import { runs } from '../../helpers/runs.mts';

const FIELD = 'Stock ID';

/** Marks that nobody sees, and blanks other than the one of the keyboard. */
const UNSEEN = [
	'\u200b', // zero width space
	'\u200c',
	'\u200d',
	'\u200e', // left to right
	'\u200f',
	'\u202a',
	'\u202d', // left to right override
	'\u202e',
	'\u2060',
	'\u2066',
	'\u2069',
	'\u00ad', // soft hyphen
	'\ufeff', // byte order mark
	'\u061c',
	'\u180e',
];
const BLANKS = [' ', '\t', '\n', '\r\n', '\u00a0', '\u3000', '\u2009', '\u202f', '\u0085'];

describe('an ID is read', () => {
	test.each<[string, unknown, string]>([
		['as it is', '1000000013', '1000000013'],
		['with zeros in front', '0012', '0012'],
		['with letters', 'wx233544546545989', 'wx233544546545989'],
		['with a slash', 'a/b', 'a/b'],
		['that looks a little like an exponent', '12E', '12E'],
		['with signs', 'oh-394z_6C', 'oh-394z_6C'],
		['of dots', '...', '...'],
		['as an emoji', '😀', '😀'],
		['as a number', 1000000013, '1000000013'],
		['as zero', 0, '0'],
		['as the greatest exact number', Number.MAX_SAFE_INTEGER, '9007199254740991'],
		['as 15 digits that end in 0', 123456789012340, '123456789012340'],
		['as 16 digits that do not', 1206900000000131, '1206900000000131'],
		['as text of 20 digits', '12345678901234567890', '12345678901234567890'],
		['as a big integer', 98765432109876543210n, '98765432109876543210'],
		['with full-width digits', '１０００００００１３', '1000000013'],
		['behind an apostrophe', "'100000001", '100000001'],
		['in quotation marks', '"100000001"', '100000001'],
		['in single ones', "'100000001'", '100000001'],
		['in Chinese ones', '“100000001”', '100000001'],
		['as a formula', '="100000001"', '100000001'],
		['as a formula with blanks', ' = "100000001" ', '100000001'],
		['with .0', '100000001.0', '100000001'],
		['with .0 as a formula', '="100000001.0"', '100000001'],
		['dressed and with marks', '\u200b"\u200e１００"\u202c', '100'],
	])('%s', (_, given, id) => {
		expect(readId(given, FIELD)).toBe(id);
	});

	test.each([...UNSEEN, ...BLANKS].map((mark) => [JSON.stringify(mark), mark]))(
		'without %s at its ends',
		(_, mark) => {
			expect(readId(`${mark}1000000013${mark}${mark}`, FIELD)).toBe('1000000013');
		},
	);

	test('whatever cannot be seen is around it', () => {
		const marks = fc.array(fc.constantFrom(...UNSEEN, ...BLANKS)).map((some) => some.join(''));
		const id = fc.stringMatching(/^[1-9][0-9]{3,18}$/);
		fc.assert(
			fc.property(marks, id, marks, (before, given, after) => {
				expect(readId(before + given + after, FIELD)).toBe(given);
			}),
			{ numRuns: runs(300) },
		);
	});
});

describe('an ID is refused', () => {
	test.each<[string, unknown, string]>([
		['blanks', ' \n\t\u00a0\u3000', 'is empty'],
		['an empty formula', '=""', 'is empty'],
		['an apostrophe alone', "'", 'is empty'],
		[
			'a number that a spreadsheet rounded',
			1206900000000130,
			'is a number that lost its digits: 1206900000000130',
		],
		['1e15', 1e15, 'is a number that lost its digits: 1000000000000000'],
		['2^53', 9007199254740992, 'is a number that lost its digits: 9007199254740992'],
		['more than 2^53', 2 ** 53 + 2, 'is a number that lost its digits: 9007199254740994'],
		['a much bigger one', 1e21, 'is a number that lost its digits: 1000000000000000000000'],
		['endless', Infinity, 'is a number that lost its digits: ∞'],
		['no number', NaN, 'is not an ID: NaN'],
		['a negative number', -1, 'is not an ID: -1'],
		['a fraction', 1.5, 'is not an ID: 1.5'],
		['a fraction in text', '1.5', 'is not an ID: “1.5”'],
		['a signed number in text', '-1', 'is not an ID: “-1”'],
		['an exponent', '1.23457E+17', 'is a rounded number: “1.23457E+17”'],
		['in lower case', ' 1e15 ', 'is a rounded number: “1e15”'],
		['an exact one', '1.00000001E8', 'is a rounded number: “1.00000001E8”'],
		['with a decimal comma', '1,23457E+17', 'is a rounded number: “1,23457E+17”'],
		['in full-width digits', '１E１５', 'is a rounded number: “1E15”'],
		[
			'thousands groups',
			'100,000,001',
			'is “100,000,001”, which reads as one number with thousands groups',
		],
		[
			'with blanks',
			'100 000 001',
			'is “100 000 001”, which reads as one number with thousands groups',
		],
		[
			'with dots',
			'100.000.001',
			'is “100.000.001”, which reads as one number with thousands groups',
		],
		['of one group', '100.000', 'is “100.000”, which reads as one number with thousands groups'],
		[
			'with apostrophes',
			"100'000'001",
			"is “100'000'001”, which reads as one number with thousands groups",
		],
		['#N/A', '#N/A', 'is “#N/A”, which a spreadsheet shows when a formula gives no value'],
		['#REF!', ' #REF! ', 'is “#REF!”, which a spreadsheet shows when a formula gives no value'],
		['#####', '#####', 'is “#####”, which a spreadsheet shows when a formula gives no value'],
		['a blank within', '1000 13', 'has a blank within “1000 13”'],
		['a step in a path', '.', 'is not an ID: “.”'],
		['a step up', ' .. ', 'is not an ID: “..”'],
		['half of a character', 'a\ud83d', 'contains half of a character'],
		['a list', ['1'], 'is a list, not text: “["1"]”'],
		['an object', { id: '1' }, 'is of type object, not text: “{"id":"1"}”'],
		['a truth value', true, 'is of type boolean, not text: “true”'],
	])('%s', (_, given, complaint) => {
		const attempt = () => readId(given, FIELD);
		expect(attempt).toThrow(InputError);
		expect(attempt).toThrow(
			expect.objectContaining({
				message: `Stock ID ${complaint}`,
				remedy: expect.stringMatching(/^[A-Z][^.]{12,}.*\.$/),
			}),
		);
	});

	test.each(UNSEEN.map((mark) => [JSON.stringify(mark), mark]))('%s within', (_, mark) => {
		const code = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
		expect(() => readId(`10000${mark}0013`, FIELD)).toThrow(
			`Stock ID has an invisible character (U+${code}) within “`,
		);
	});

	test.each(['N/A', 'REF!', 'VALUE!', 'NAME?', 'DIV/0!', 'NULL!', 'NUM!', 'SPILL!', 'n/a'])(
		'#%s',
		(cell) => {
			expect(() => readId(`#${cell}`, FIELD)).toThrow('which a spreadsheet shows');
		},
	);

	test('an object that refers to itself', () => {
		const circle: Record<string, unknown> = {};
		circle['self'] = circle;
		expect(() => readId(circle, FIELD)).toThrow('is of type object, not text');
	});

	test('a value is shown short', () => {
		expect(() => readId(`${'1'.repeat(60)} 2`, FIELD)).toThrow(
			`Stock ID has a blank within “${'1'.repeat(40)}…”`,
		);
	});
});
