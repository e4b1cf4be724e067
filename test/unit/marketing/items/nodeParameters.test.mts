import { describe, expect, test } from '@jest/globals';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeParameters } from '../../../../marketing/items/nodeParameters.ts';

/** A node with these parameters; what they give for an item, and how often n8n worked one out. */
function nodeWith(parameters: IDataObject, valueFor: (name: string, item: number) => unknown) {
	let workedOut = 0;
	const context = {
		getNode: () => ({ parameters }),
		getNodeParameter(name: string, item: number) {
			workedOut++;
			return valueFor(name, item);
		},
	} as unknown as IExecuteFunctions;
	return { given: new NodeParameters(context), workedOut: () => workedOut };
}

test('a value that is the same for all items is worked out once', () => {
	const { given, workedOut } = nodeWith({ brandId: '1' }, () => '1');
	expect([0, 1, 2].map((item) => given.value('brandId', item))).toEqual(['1', '1', '1']);
	expect(workedOut()).toBe(1);
});

test('one with an expression is worked out once for each item', () => {
	const { given, workedOut } = nodeWith({ brandId: '={{ $json.id }}' }, (_, item) => item);
	expect([0, 0, 1, 1, 2].map((item) => given.value('brandId', item))).toEqual([0, 0, 1, 1, 2]);
	expect(workedOut()).toBe(3);
});

test('of a list to choose from it is what was chosen', () => {
	const chosen = { __rl: true, mode: 'id', value: '7' };
	expect(nodeWith({ stockId: chosen }, () => chosen).given.value('stockId', 0)).toBe('7');
	const object = { mode: 'id', value: '7' };
	expect(nodeWith({ json: object }, () => object).given.value('json', 0)).toBe(object);
});

describe('an expression', () => {
	test.each<[unknown, boolean]>([
		['={{ $json.id }}', true],
		[{ __rl: true, mode: 'id', value: '={{ $json.id }}' }, true],
		[{ filters: { state: '=SENDING' } }, true],
		[['a', '=b'], true],
		['a = b', false],
		[{ state: 'SENDING' }, false],
		[undefined, false],
		[null, false],
	])('in %j: %p', (value, isExpression) => {
		const { given } = nodeWith({ field: value as never }, () => value);
		expect(given.isExpression('field')).toBe(isExpression);
	});
});

test.each<[unknown, boolean]>([
	[{ timeout: '={{ 1 }}', requestNumber: '' }, false],
	[{ timeout: 1, requestNumber: '={{ $json.number }}' }, true],
	['={{ $json.options }}', true],
	[{}, false],
])('a member is an expression by itself or with the whole collection, in %j: %p', (value, is) => {
	const { given } = nodeWith({ options: value as never }, () => value);
	expect(given.isMemberExpression('options', 'requestNumber')).toBe(is);
});

test('what n8n cannot work out for an item is asked again, and not kept', () => {
	let isThere = false;
	const { given } = nodeWith({ brandId: '={{ $json.id }}' }, () => {
		if (!isThere) throw new Error('No path back');
		return '1';
	});
	expect(() => given.value('brandId', 0)).toThrow('No path back');
	isThere = true;
	expect(given.value('brandId', 0)).toBe('1');
});
