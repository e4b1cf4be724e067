import { describe, expect, test } from '@jest/globals';
import type { IndexedPages } from '../../../../../marketing/operation/lists/byIndex.ts';
import { readPages } from '../../../../../marketing/operation/lists/pages.ts';
import type { Values } from '../../../../../marketing/items/placement.ts';
import { entriesOf, numbers, recorded } from '../../../helpers/lists.mts';

const indexedPages: IndexedPages = {
	style: 'index',
	sizeParameter: 'limit',
	maxSize: 200,
	offsetParameter: 'offset',
	itemsField: 'data',
	totalField: 'total_count',
	entryId: ['n'],
};

/** A list of so many entries, of which no more than `longest` come at once. */
const indexedList = (length: number, longest = 200) =>
	recorded(({ limit, offset }) => {
		const from = Number(offset);
		const size = Math.min(Number(limit), longest);
		return { data: numbers(from, Math.min(length, from + size)), total_count: length };
	});

describe('pages by index', () => {
	test.each<[limit: number, length: number, offsets: number[]]>([
		[1, 450, [0]],
		[50, 450, [0]],
		[200, 450, [0]],
		[201, 450, [0, 200]],
		[Infinity, 0, [0]],
		[Infinity, 1, [0]],
		[Infinity, 200, [0]],
		[Infinity, 201, [0, 200]],
		[Infinity, 450, [0, 200, 400]],
	])('limit %d of %d entries asks for offsets %j', async (limit, length, offsets) => {
		const call = indexedList(length);
		const found = await entriesOf(call, indexedPages, { values: { brand_id: 'b' }, limit });
		expect(found).toEqual(numbers(0, Math.min(limit, length)));
		const size = Math.min(200, limit);
		expect(call.mock.calls.map(([values]) => values)).toEqual(
			offsets.map((offset) => ({ brand_id: 'b', limit: size, offset })),
		);
	});

	test('10,000 entries come in 50 calls', async () => {
		const call = indexedList(10_000);
		expect(await entriesOf(call, indexedPages)).toEqual(numbers(0, 10_000));
		expect(call).toHaveBeenCalledTimes(50);
	});

	test('shorter pages than were asked for are all read', async () => {
		expect(await entriesOf(indexedList(450, 70), indexedPages)).toEqual(numbers(0, 450));
	});

	test('a list can be read in parts', async () => {
		const call = indexedList(450);
		const next: Array<string | undefined> = [];
		let from: string | undefined;
		do {
			for await (const page of readPages(indexedPages, {
				call,
				values: {},
				limit: Infinity,
				from,
			})) {
				from = page.next;
				break;
			}
			next.push(from);
		} while (from !== undefined);
		expect(next).toEqual(['200', '400', undefined]);
		expect(call).toHaveBeenCalledTimes(3);
	});

	test('the order is that of the pages, whichever answer comes first', async () => {
		const list = indexedList(600);
		const call = async (values: Values) => {
			for (let turn = 0; turn < 10 - Number(values['offset']) / 100; turn++)
				await Promise.resolve();
			return await list(values);
		};
		expect(await entriesOf(call, indexedPages)).toEqual(numbers(0, 600));
	});
});

describe('a list by index that is not complete', () => {
	test.each<[what: string, reply: Parameters<typeof recorded>[0], told: string]>([
		['is empty, and has a total', () => ({ data: [], total_count: 5 }), '0 of the 5'],
		['has no data, and a total', () => ({ total_count: 5 }), '0 of the 5'],
		[
			'ends before its total',
			({ offset }) => ({ data: numbers(Number(offset), 300).slice(0, 200), total_count: 450 }),
			'300 of the 450',
		],
		[
			'has an empty page in its middle',
			({ offset }) => ({
				data: offset === 200 ? [] : numbers(Number(offset), Math.min(600, Number(offset) + 200)),
				total_count: 600,
			}),
			'400 of the 600',
		],
		[
			'gives an entry twice because another one went',
			({ offset }) => ({
				data: numbers(offset === 0 ? 0 : 199, offset === 0 ? 200 : 399),
				total_count: 400,
			}),
			'399 of the 400',
		],
		[
			'lost an entry between two pages, so that the last total fits',
			({ offset }) => ({
				data: offset === 0 ? numbers(0, 200) : numbers(201, 400),
				total_count: offset === 0 ? 400 : 399,
			}),
			'399 of the 400',
		],
		[
			'grew while it was read',
			({ offset }) => ({
				data: numbers(Number(offset), Number(offset) + 200),
				total_count: offset === 0 ? 400 : 401,
			}),
			'400 of the 401',
		],
		['ignores the offset', () => ({ data: numbers(0, 200), total_count: 450 }), '200 of the 450'],
		[
			'ignores the offset of a list without end',
			() => ({ data: numbers(0, 200), total_count: 10 ** 12 }),
			'200 of the 1000000000000',
		],
	])('%s', async (_, reply, told) => {
		await expect(entriesOf(recorded(reply), indexedPages)).rejects.toMatchObject({
			code: 'UNEXPECTED_ANSWER',
			message: `WeChat Pay gave ${told} entries of the list, which may have changed while it was read`,
			requestId: 'request-1',
		});
	});

	test('is no matter to whoever wants fewer', async () => {
		const call = recorded(() => ({ data: numbers(0, 200), total_count: 450 }));
		expect(await entriesOf(call, indexedPages, { limit: 200 })).toEqual(numbers(0, 200));
	});

	test.each(['', 'many', null, undefined])(
		'total %p with entries is not believed',
		async (total) => {
			const call = recorded(() => ({ data: numbers(0, 3), total_count: total as never }));
			await expect(entriesOf(call, indexedPages)).rejects.toMatchObject({
				code: 'UNEXPECTED_ANSWER',
			});
		},
	);
});
