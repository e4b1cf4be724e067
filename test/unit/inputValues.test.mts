import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	InputError,
	toId,
	toIds,
	withinLength,
} from '../../nodes/WeChatPayMarketing/actions/inputValues.ts';
import { runs } from './helpers/runs.mts';

const FIELD = 'Stock ID';

describe('one ID', () => {
	test.each<[unknown, string]>([
		['1000000013', '1000000013'],
		['  1000000013\t\n', '1000000013'],
		['\u00a01000000013\u3000', '1000000013'],
		['0012', '0012'],
		['a/b', 'a/b'],
		['1E5', '1E5'],
		['12E34', '12E34'],
		['...', '...'],
		['😀', '😀'],
		[1000000013, '1000000013'],
		[0, '0'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[98765432109876543210n, '98765432109876543210'],
	])('%p', (value, id) => {
		expect(toId(value, FIELD)).toBe(id);
	});

	test.each<[string, unknown, string]>([
		['nothing', undefined, 'is empty'],
		['null', null, 'is empty'],
		['an empty text', '', 'is empty'],
		['blanks', ' \n\t\u00a0\u3000', 'is empty'],
		['a number that lost its digits', 9007199254740992, 'is a number that lost its digits'],
		['a much bigger one', 1e21, 'is a number that lost its digits'],
		['a negative number', -1, 'is not an ID'],
		['a fraction', 1.5, 'is not an ID'],
		['no number', NaN, 'is not an ID'],
		['endless', Infinity, 'is a number that lost its digits'],
		["a spreadsheet's rounding", '1.23457E+17', 'is a rounded number'],
		['in lower case', ' 1.23457e+17 ', 'is a rounded number'],
		['of a round number', '1E+15', 'is a rounded number'],
		['where a comma is the decimal mark', '1,23457E+17', 'is a rounded number'],
		['a step in a path', '.', 'is not an ID'],
		['a step up', ' .. ', 'is not an ID'],
		['half of a character', 'a\ud83d', 'is not an ID'],
		['a list', ['1'], 'is not an ID but a list'],
		['an object', { id: '1' }, 'is not an ID but of type object'],
		['a truth value', true, 'is not an ID but of type boolean'],
	])('%s is refused', (_, value, complaint) => {
		const attempt = () => toId(value, FIELD);
		expect(attempt).toThrow(InputError);
		expect(attempt).toThrow(new RegExp(`^Stock ID ${complaint}$`));
	});

	test('every refusal says what to do', () => {
		for (const value of ['', 1e21, '1.2E+17', '.', [], {}]) {
			expect(() => toId(value, FIELD)).toThrow(
				expect.objectContaining({ remedy: expect.stringMatching(/^[A-Z].*\.$/) }),
			);
		}
	});
});

describe('several IDs', () => {
	test.each<[string, unknown, string[]]>([
		['one', '1', ['1']],
		['a number', 1000000013, ['1000000013']],
		['commas', '1,2,3', ['1', '2', '3']],
		['commas and blanks', ' 1, 2 ,3 ', ['1', '2', '3']],
		['blanks', '1 2\t3', ['1', '2', '3']],
		['line ends', '1\n2\r\n3\r\n', ['1', '2', '3']],
		['full-width commas', '1，2，3', ['1', '2', '3']],
		['enumeration commas', '1、2、3', ['1', '2', '3']],
		['ideographic blanks', '1\u30002\u00a03', ['1', '2', '3']],
		['separators in a row', ',,1,\n,2,,', ['1', '2']],
		['a list of texts', ['1', '2'], ['1', '2']],
		['a list of numbers', [3, 1, 2], ['3', '1', '2']],
		['a list of lists in text', ['1,2', 3, '4\n5'], ['1', '2', '3', '4', '5']],
		['a list with gaps', ['1', '', null, undefined, ' ', '2'], ['1', '2']],
		['repeated ones, in first-seen order', 'b,a,b,c,a', ['b', 'a', 'c']],
		['the same as text and as number', ['7', 7, ' 7 '], ['7']],
		['zeros in front make a difference', '07,7', ['07', '7']],
		['a number that is zero', [0], ['0']],
	])('%s', (_, value, ids) => {
		expect(toIds(value, FIELD)).toEqual(ids);
	});

	test.each<[string, unknown, string]>([
		['nothing', undefined, 'is empty'],
		['null', null, 'is empty'],
		['an empty text', '', 'is empty'],
		['separators alone', ' ,，\n', 'is empty'],
		['an empty list', [], 'is empty'],
		['a list of gaps', ['', null, ' '], 'is empty'],
		['one of them lost its digits', ['1', 1e17], 'is a number that lost its digits'],
		['one of them is rounded', '1,1.23457E+17', 'is a rounded number'],
		['one of them is rounded, with a decimal comma', '1,23457E+17', 'is a rounded number'],
		['one of them is a step in a path', '1,..', 'is not an ID'],
		['a list in a list', [['1']], 'is not an ID but a list'],
		['a list of objects', [{ store_id: '1' }], 'is not an ID but of type object'],
		['false', false, 'is not an ID but of type boolean'],
	])('%s is refused', (_, value, complaint) => {
		const attempt = () => toIds(value, FIELD);
		expect(attempt).toThrow(InputError);
		expect(attempt).toThrow(new RegExp(`^Stock ID ${complaint}$`));
	});

	test('however they are written, each one comes once and in first-seen order', () => {
		const ids = fc.array(fc.stringMatching(/^[0-9]{1,3}$/), { minLength: 1 });
		const separators = fc.stringMatching(/^[ ,，、\n\t]{1,3}$/);
		fc.assert(
			fc.property(ids, separators, (given, separator) => {
				const found = toIds(given.join(separator), FIELD);
				expect(found).toEqual(toIds(given, FIELD));
				expect(new Set(found)).toEqual(new Set(given));
				expect(found).toHaveLength(new Set(given).size);
				const places = found.map((id) => given.indexOf(id));
				expect(places).toEqual([...places].sort((a, b) => a - b));
			}),
			{ numRuns: runs(200) },
		);
	});
});

test('the length of an ID', () => {
	expect(withinLength('abc', FIELD, 3)).toBe('abc');
	expect(() => withinLength('abcd', FIELD, 3)).toThrow('Stock ID is longer than 3 characters');
});
