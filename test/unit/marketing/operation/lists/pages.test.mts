import { describe, expect, test } from '@jest/globals';
import type { TokenPages } from '../../../../../marketing/operation/lists/byToken.ts';
import { readPages, type WholeList } from '../../../../../marketing/operation/lists/pages.ts';
import { entriesOf, numbers, recorded } from '../../../helpers/lists.mts';

const whole: WholeList = { style: 'whole', itemsField: 'data' };

describe('a list that comes at once', () => {
	test.each([
		[1, 1],
		[3, 3],
		[4, 3],
		[Infinity, 3],
	])('limit %d of 3 entries gives %d', async (limit, count) => {
		const call = recorded(() => ({ data: numbers(0, 3) }));
		const found = await entriesOf(call, whole, { values: { id: '1' }, limit });
		expect(found).toEqual(numbers(0, count));
		expect(call.mock.calls).toEqual([[{ id: '1' }]]);
	});

	test('has a name for texts', async () => {
		const call = recorded(() => ({ data: ['a', 'b'] }));
		const found = await entriesOf(call, { ...whole, itemName: 'goods_id' });
		expect(found).toEqual([{ goods_id: 'a' }, { goods_id: 'b' }]);
	});
});

test('a page comes before the next one is asked for', async () => {
	const pages: TokenPages = {
		style: 'token',
		sizeParameter: 'size',
		maxSize: 10,
		tokenParameter: 'token',
		itemsField: 'data',
		nextField: 'next',
	};
	const call = recorded(({ token }) => {
		const from = Number(token ?? 0);
		return { data: numbers(from, from + 10), next: String(from + 10) };
	});
	let read = 0;
	for await (const { entries } of readPages(pages, { call, values: {}, limit: 35 })) {
		read += entries.length;
		expect(call).toHaveBeenCalledTimes(Math.ceil(read / 10));
	}
	expect(read).toBe(35);
});
