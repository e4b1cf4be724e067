import { describe, expect, test } from '@jest/globals';
import { maybe, object } from '../../../../marketing/parameters/body.ts';
import { fromItem, fromJson, nested } from '../../../../marketing/parameters/givenBody.ts';
import { text } from '../../../../marketing/parameters/kinds.ts';

test('columns named after paths become nested objects', () => {
	expect(nested({ name: 'a', 'rule.from': 1, 'rule.to.day': null })).toEqual({
		name: 'a',
		rule: { from: 1, to: { day: null } },
	});
});

describe('an item', () => {
	const parts = [text('name'), object('rule', [text('from'), maybe('to', [text('day')])])];

	test('gives what belongs to the body, by paths and nested, and nothing else', () => {
		const item = { name: 'a', 'rule.from': '1', rule: { from: '2', to: { day: '3' } }, note: 'x' };
		expect(fromItem(parts, item)).toEqual({ name: 'a', rule: { from: '1', to: { day: '3' } } });
	});
});

describe('the JSON of a whole body', () => {
	test.each([['{"id": 12345678901234567890}'], [{ id: '12345678901234567890' }]])(
		'is read without rounding, as text and as an object: %j',
		(given) => {
			expect(fromJson(given)).toEqual({ id: '12345678901234567890' });
		},
	);

	test.each(['{"a": 1', '[1]', 'text', 7, null, [{}]])('%j is none', (given) => {
		expect(() => fromJson(given)).toThrow(/^Body \(JSON\) is not a JSON object: “/);
	});
});
