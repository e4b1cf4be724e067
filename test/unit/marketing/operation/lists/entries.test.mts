import { describe, expect, test } from '@jest/globals';
import {
	entriesOf,
	idsOn,
	samePageAgain,
	totalOf,
	type Page,
} from '../../../../../marketing/operation/lists/entries.ts';
import type { Data } from '../../../helpers/lists.mts';

const field = { itemsField: 'data' };
const counted = { ...field, totalField: 'total_count' };
const answer = (data: Data) => ({ data, requestId: 'request-1' });

describe('the entries of an answer', () => {
	test('are its objects, or its texts under the name of what they are', () => {
		expect(entriesOf({ data: { data: [{ a: 1 }, {}] } }, field)).toEqual([{ a: 1 }, {}]);
		expect(entriesOf({ data: { data: ['x', 7] } }, { ...field, itemName: 'goods_id' })).toEqual([
			{ goods_id: 'x' },
			{ goods_id: '7' },
		]);
	});

	test.each<[string, Data]>([
		['has no list', {}],
		['has null', { data: null }],
		['has an object', { data: { a: 1 } }],
		['has a list of what is none', { data: ['x', null] }],
	])('are none where it %s', (_, data) => {
		expect(entriesOf({ data }, field)).toEqual([]);
	});
});

describe('the length of a list', () => {
	test.each<[Data, number]>([
		[{ total_count: 12, data: [] }, 12],
		[{ total_count: '12', data: [{}] }, 12],
		[{ total_count: 0 }, 0],
		[{ data: [] }, 0],
		[{ total_count: 'many' }, 0],
	])('in %j is %i', (data, total) => {
		expect(totalOf(answer(data), counted)).toBe(total);
	});

	test.each<Data>([
		{ data: [{}] },
		{ total_count: 'many', data: [{}] },
		{ total_count: '', data: [{}] },
	])('must be said by a page with entries, as %j does not', (data) => {
		expect(() => totalOf(answer(data), counted)).toThrow(
			expect.objectContaining({
				message: expect.stringContaining('WeChat Pay does not say how long the list is'),
				requestId: 'request-1',
			}),
		);
	});
});

test('a list that repeats itself is told with the Request-ID', () => {
	expect(samePageAgain('request-2')).toMatchObject({
		message: expect.stringContaining('WeChat Pay gave the same page of the list again'),
		requestId: 'request-2',
	});
});

test('the IDs on a list are those of all its pages', async () => {
	async function* pages(): AsyncGenerator<Page> {
		yield { entries: [{ store_id: '1' }, { store_id: 2 }] };
		yield { entries: [] };
		yield { entries: [{ store_id: '1' }, { store_id: '3' }] };
	}
	expect(await idsOn(pages(), 'store_id')).toEqual(new Set(['1', '2', '3']));
});
