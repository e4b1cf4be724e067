import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { maybe } from '../../../../marketing/parameters/body.ts';
import { fromJson, nested } from '../../../../marketing/parameters/givenBody.ts';
import { fromItem } from '../../../../marketing/parameters/givenRow.ts';
import { text } from '../../../../marketing/parameters/kinds.ts';
import { readObject } from '../../../../marketing/parameters/readValues.ts';

const PARTS = [text('name'), maybe('rule', [text('constructor'), text('note')])];
const parsed = (json: string) => JSON.parse(json) as IDataObject;
const read = (given: IDataObject) => readObject(PARTS, given, { namedBy: 'path' });

test.each(['__proto__.formData', 'constructor.prototype.x', 'rule.__proto__.x', 'rule.toString'])(
	'a column %s is not known, and is refused by name',
	(column) => {
		const given = nested({ name: 'a', [column]: 'x' });
		expect(() => read(given)).toThrow(/^(__proto__|constructor|rule\.\w+) is not known to this/);
		expect(({} as IDataObject).formData).toBeUndefined();
		expect(({} as IDataObject).x).toBeUndefined();
	},
);

test.each([
	'{"name":"a","__proto__":{"formData":"x"}}',
	'{"name":"a","rule":{"note":"b","__proto__":{"formData":"x"}}}',
])('JSON %s is refused by the name that is not known', (json) => {
	expect(() => read(fromJson(json))).toThrow('__proto__ is not known to this operation');
});

test('of an item only what has a documented name is taken, and nothing that it inherits', () => {
	const item = parsed('{"name":"a","__proto__":{"formData":"x"},"__proto__.formData":"x"}');
	expect(read(fromItem(PARTS, item))).toEqual({ name: 'a' });
	const inherits = Object.create({ name: 'not given' }) as IDataObject;
	expect(() => read(fromItem(PARTS, inherits))).toThrow('name is missing');
	expect(() => read(inherits)).toThrow('name is missing');
});

test('a documented name that all objects inherit counts only when it is given', () => {
	expect(() => read({ name: 'a', rule: { note: 'b' } })).toThrow('rule.constructor is missing');
	const rule = { constructor: 'c', note: 'b' };
	expect(read({ name: 'a', rule })).toEqual({ name: 'a', rule });
});

test('columns named after paths become nested objects', () => {
	expect(nested({ name: 'a', 'rule.from': 1, 'rule.to.day': null })).toEqual({
		name: 'a',
		rule: { from: 1, to: { day: null } },
	});
});

describe('the JSON of a whole body', () => {
	test.each([['{"id": 12345678901234567890}'], [{ id: '12345678901234567890' }]])(
		'is read without rounding, as text and as an object: %j',
		(given) => {
			expect(fromJson(given)).toEqual({ id: '12345678901234567890' });
		},
	);

	test.each(['{"a": 1', '[1]', 'text', 7, null, [{}, {}]])('%j is none', (given) => {
		expect(() => fromJson(given)).toThrow(/^Body \(JSON\) is not a JSON object: “/);
	});

	test('that can be read and is no object is not told of brackets and commas', () => {
		expect(() => fromJson('[{},{}]')).toThrow(
			expect.objectContaining({ remedy: 'Give one object, { … }, for each input item.' }),
		);
	});
});
