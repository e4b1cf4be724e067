import { afterEach, describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { setAt, valueAt, without } from '../../../../marketing/parameters/nesting.ts';

test.each([
	['number', { name: { first: 'A', last: 'B' } }],
	['name', { number: '1' }],
	['name.first', { number: '1', name: { last: 'B' } }],
	['name.middle', { number: '1', name: { first: 'A', last: 'B' } }],
	['__proto__.x', { number: '1', name: { first: 'A', last: 'B' } }],
])('without what is at %j, which is left as it is', (path, rest) => {
	const data = { number: '1', name: { first: 'A', last: 'B' } };
	expect(without(data, path.split('.'))).toEqual(rest);
	expect(data).toEqual({ number: '1', name: { first: 'A', last: 'B' } });
});

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

/** As JSON has it: `__proto__` is a member like any other. */
const parsed = (text: string) => JSON.parse(text) as IDataObject;

describe('what every object inherits is left alone', () => {
	const before = Object.getOwnPropertyNames(Object.prototype);

	afterEach(() => {
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
	});

	test.each([
		'__proto__.formData',
		'constructor.prototype.formData',
		'pattern.__proto__.formData',
		'pattern.constructor.prototype.formData',
		'toString.formData',
		'__proto__',
	])('a value at %s becomes a member of the object itself', (path) => {
		const target: IDataObject = { pattern: {} };
		setAt(target, path.split('.'), 'written');
		expect(valueAt(target, path)).toBe('written');
		expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
		expect(({} as IDataObject).formData).toBeUndefined();
	});

	test('objects that were given are not changed', () => {
		const given = parsed('{"__proto__":{"a":1},"b":1}');
		const target: IDataObject = { pattern: given };
		setAt(target, ['pattern', '__proto__', 'x'], 2);
		setAt(target, ['pattern', 'b'], 2);
		expect(JSON.stringify(given)).toBe('{"__proto__":{"a":1},"b":1}');
		expect(JSON.stringify(target)).toBe('{"pattern":{"__proto__":{"a":1,"x":2},"b":2}}');
	});
});

test.each<[string, unknown]>([
	['__proto__.toString', undefined],
	['constructor.name', undefined],
	['toString', undefined],
	['list.constructor', [undefined, 'own']],
	['inherited', undefined],
	['own.inner', 1],
])('of %s only what the objects have themselves is read', (path, value) => {
	const inherits = Object.create({ inherited: 'not given' }) as IDataObject;
	const data = Object.assign(inherits, {
		own: { inner: 1 },
		list: [{}, { constructor: 'own' }],
	});
	expect(valueAt(data, path)).toEqual(value);
});
