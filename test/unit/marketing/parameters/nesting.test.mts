import { afterEach, describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { setAt, valueAt } from '../../../../marketing/parameters/nesting.ts';

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
