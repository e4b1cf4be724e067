import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { setAt, valueAt } from '../../../../marketing/parameters/nesting.ts';

describe('a value is set at a path', () => {
	const after = (target: IDataObject, path: string[], value: unknown) => {
		setAt(target, path, value);
		return target;
	};

	test('making the objects on the way, and leaving what stands beside', () => {
		expect(after({}, ['rule', 'price', 'fen'], 5)).toEqual({ rule: { price: { fen: 5 } } });
		expect(after({ rule: { name: 'a' } }, ['rule', 'fen'], 5)).toEqual({
			rule: { name: 'a', fen: 5 },
		});
	});

	test('in the place of what is no object', () => {
		expect(after({ rule: 'a' }, ['rule', 'fen'], 5)).toEqual({ rule: { fen: 5 } });
		expect(after({ rule: [1] }, ['rule', 'fen'], 5)).toEqual({ rule: { fen: 5 } });
	});

	test('nowhere without a path', () => {
		expect(after({ a: 1 }, [], 5)).toEqual({ a: 1 });
	});
});

describe('a value is found at a path', () => {
	const data = { rule: { fen: 0 }, list: [{ id: 1 }, {}, { id: 3 }], text: 'abc' };

	test.each<[string, unknown]>([
		['rule.fen', 0],
		['rule', { fen: 0 }],
		['list.id', [1, undefined, 3]],
		['rule.none.fen', undefined],
		['text.length', undefined],
		['none', undefined],
	])('%s', (path, value) => {
		expect(valueAt(data, path)).toEqual(value);
	});
});
