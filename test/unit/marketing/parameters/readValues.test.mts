import { describe, expect, jest, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { maybe, object, objects, type BodyPart } from '../../../../marketing/parameters/body.ts';
import {
	atLeastOneOf,
	neededWhen,
	notWith,
	oneOf,
	when,
} from '../../../../marketing/parameters/conditions.ts';
import { GivenObject } from '../../../../marketing/parameters/givenObject.ts';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import { choice, flag, ids, integer, text } from '../../../../marketing/parameters/kinds.ts';
import { optional, type Parameter } from '../../../../marketing/parameters/parameter.ts';
import { readObject, readValues } from '../../../../marketing/parameters/readValues.ts';

const name = text('name');
const remark = optional(text('remark'));
const count = integer('count', { min: 1 });
const type = choice('type', [
	{ name: 'Amount Off', value: 'NORMAL' },
	{ name: 'Percentage Off', value: 'DISCOUNT' },
]);

const read = (parts: readonly BodyPart[], given: IDataObject, known = {}) =>
	readObject(parts, given, { namedBy: 'path', known });

function refusal(parts: readonly BodyPart[], given: IDataObject): string {
	try {
		return `taken: ${JSON.stringify(read(parts, given))}`;
	} catch (error) {
		expect(error).toBeInstanceOf(InputError);
		return `${(error as InputError).message} | ${(error as InputError).remedy}`;
	}
}

describe('a leaf', () => {
	test('is read by its own rules', () => {
		expect(read([name, count], { name: ' a', count: '２' })).toEqual({ name: 'a', count: 2 });
	});

	test('that must be there is named when it is missing, with its path', () => {
		expect(refusal([object('stock', [count])], {})).toBe('stock.count is missing | Fill it in.');
	});

	test('that cannot be used is named by its path, or by its label', () => {
		const parts = [object('stock', [count])];
		expect(refusal(parts, { stock: { count: 0 } })).toMatch(/^stock\.count is not a whole number/);
		expect(() => readObject(parts, { stock: { count: 0 } }, { namedBy: 'label' })).toThrow(
			/^Count is not a whole number/,
		);
	});

	test('keeps the order of the parts, whatever was read first', () => {
		const parts = [when(type, 'NORMAL', name), remark, type];
		const given = { type: 'NORMAL', remark: 'b', name: 'a' };
		expect(Object.keys(read(parts, given))).toEqual(['name', 'remark', 'type']);
	});
});

describe('an object', () => {
	const parts = [maybe('rule', [count, remark])];

	test('that may be left out needs its members once one of them is given', () => {
		expect(read(parts, {})).toEqual({});
		expect(read(parts, { rule: { count: '', remark: null } })).toEqual({});
		expect(refusal(parts, { rule: { remark: 'a' } })).toBe('rule.count is missing | Fill it in.');
	});

	test('is not sent when nothing is in it', () => {
		expect(read([object('rule', [remark])], {})).toEqual({});
	});

	test('is nothing else', () => {
		expect(refusal(parts, { rule: [1] })).toBe(
			'rule is not an object: “[1]” | Give it as an object.',
		);
	});

	test('has no strangers', () => {
		expect(refusal(parts, { rule: { count: 1, counts: 2 } })).toMatch(/^rule\.counts is not known/);
	});
});

describe('a list of objects', () => {
	const rules = { label: 'Days (JSON)', isRequired: true, maxItems: 2, example: { count: 7 } };
	const days = objects('days', rules, [count]);

	test('is read entry by entry', () => {
		expect(read([days], { days: '[{"count": "1"}, {"count": 2}]' })).toEqual({
			days: [{ count: 1 }, { count: 2 }],
		});
	});

	test.each([
		[[{ count: 1 }, {}], /^days\[1\]\.count is missing/],
		['[1]', /^days is not a list of objects: “\[1\]”/],
		['[{', /^days is not a list of objects.*for example \[\{"count":7\}\]\.$/],
		[[{}, {}, {}], /^days has 3 entries/],
		['', /^days is missing \| Add it, as JSON text, for example \[\{"count":7\}\]\.$/],
	])('%j is refused', (given, complaint) => {
		expect(refusal([days], { days: given } as IDataObject)).toMatch(complaint);
	});

	test('names its column and what stands in its JSON, and shows how it looks', () => {
		const reading = () => readObject([days], { days: [{ count: 1 }, {}] }, { namedBy: 'label' });
		expect(reading).toThrow(
			expect.objectContaining({
				message: 'Days (JSON), entry 2: count is missing',
				remedy: 'Fill it in. An example: [{"count":7}].',
			}),
		);
	});
});

describe('a value that exists only with a choice', () => {
	const parts = [
		when(type, 'NORMAL', count),
		...when(type, 'DISCOUNT', [object('rule', [integer('percent')])]),
		optional(type),
	];

	test('is read when the choice, which may stand behind it, is so', () => {
		expect(read(parts, { type: 'NORMAL', count: 1 })).toEqual({ type: 'NORMAL', count: 1 });
		expect(read([when(type, 'NORMAL', count)], { count: 1 }, { type: 'NORMAL' })).toEqual({
			count: 1,
		});
	});

	test('must be there then', () => {
		expect(refusal(parts, { type: 'NORMAL' })).toBe('count is missing | Fill it in.');
		expect(refusal(parts, { type: 'DISCOUNT' })).toBe('rule.percent is missing | Fill it in.');
	});

	test('is refused with another choice, and with none, so that it is not lost in silence', () => {
		expect(refusal(parts, { type: 'NORMAL', count: 1, rule: { percent: 5 } })).toBe(
			'rule.percent is given, but belongs to type DISCOUNT | Take it out, or choose type DISCOUNT; type is “NORMAL”.',
		);
		expect(refusal(parts, { count: 1 })).toMatch(/^count is given, but belongs to type NORMAL/);
	});

	test('is not even asked for when it does not exist', () => {
		const source = new GivenObject(
			{ type: 'DISCOUNT', rule: { percent: 5 } },
			{ namedBy: 'label' },
		);
		const given = jest.spyOn(source, 'given');
		readValues(parts, source);
		expect(given.mock.calls.map(([{ wire }]) => wire)).toEqual(['type', 'rule']);
	});
});

describe('a value that is needed with a choice', () => {
	const reuse = flag('reuse');
	const parts = [
		optional(type),
		neededWhen(type, 'NORMAL', remark),
		optional(reuse),
		neededWhen(reuse, 'false', ids('stores', { maxItems: 2 })),
	];

	test('may be left out with another, or with none', () => {
		expect(read(parts, { type: 'DISCOUNT', reuse: true })).toEqual({
			type: 'DISCOUNT',
			reuse: true,
		});
		expect(read(parts, { remark: 'a' })).toEqual({ remark: 'a' });
	});

	test('is missing without it, a list without entries too', () => {
		expect(refusal(parts, { type: 'NORMAL' })).toBe(
			'remark is missing | Add it, because type is NORMAL.',
		);
		expect(refusal(parts, { reuse: 'false', stores: [] })).toMatch(/^stores is missing/);
		expect(read(parts, { reuse: false, stores: ['1'] })).toEqual({ reuse: false, stores: ['1'] });
	});
});

describe('a choice that others imply', () => {
	const implied: Parameter = { ...optional(type), absent: 'impliedChoice' };
	const parts = [implied, neededWhen(type, 'NORMAL', name), neededWhen(type, 'DISCOUNT', remark)];

	test('is what the given one is needed for', () => {
		expect(read(parts, { remark: 'a' })).toEqual({ type: 'DISCOUNT', remark: 'a' });
		expect(read(parts, {})).toEqual({});
	});

	test('is not guessed when two are given', () => {
		expect(refusal(parts, { name: 'a', remark: 'b' })).toBe(
			'Remark and Name are both given | Leave one of them.',
		);
	});

	test('is not asked for when it is given', () => {
		expect(refusal(parts, { type: 'NORMAL', remark: 'b' })).toMatch(/^name is missing/);
	});
});

describe('values beside others', () => {
	test('exactly one of several', () => {
		const parts = oneOf(name, remark, count);
		expect(read(parts, { count: 1 })).toEqual({ count: 1 });
		expect(refusal(parts, {})).toBe('Name or Remark or Count is missing | Add one of them.');
		expect(refusal(parts, { name: 'a', remark: 'b', count: 1 })).toBe(
			'Name and Remark and Count are given at once | Leave one of them.',
		);
	});

	test('at least one of several', () => {
		const parts = atLeastOneOf(name, count);
		expect(read(parts, { name: 'a', count: 1 })).toEqual({ name: 'a', count: 1 });
		expect(refusal(parts, {})).toBe('Name or Count is missing | Add one of them.');
	});

	test('none of several is needed when something stands in for one', () => {
		const own: Parameter = { ...name, absent: 'merchantId' };
		expect(read(oneOf(own, count), {})).toEqual({});
		expect(read([own], {})).toEqual({});
	});

	test('one that does not go beside another', () => {
		const parts = [notWith(count, name), optional(count)];
		expect(read(parts, { name: 'a' })).toEqual({ name: 'a' });
		expect(refusal(parts, { name: 'a', count: 1 })).toBe(
			'Name does not count together with Count | Leave one of them.',
		);
	});
});
