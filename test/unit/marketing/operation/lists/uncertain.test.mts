import { describe, expect, jest, test } from '@jest/globals';
import { readPages } from '../../../../../marketing/operation/lists/pages.ts';
import type { UncertainPages } from '../../../../../marketing/operation/lists/uncertain.ts';
import { entriesOf, numbers as numbersBetween, type Data } from '../../../helpers/lists.mts';

type Call = Parameters<typeof entriesOf>[0];

const pages: UncertainPages = {
	style: 'uncertain',
	sizeParameter: 'limit',
	maxSize: 20,
	offsetParameter: 'offset',
	itemsField: 'data',
	totalField: 'total_count',
	entryId: ['n'],
};

const numbers = (length: number) => numbersBetween(0, length);

/** How WeChat Pay may take an offset: the place of the entry that it begins with. */
const READINGS: Record<string, (offset: number, size: number) => number> = {
	'pages from 0': (offset, size) => offset * size,
	'pages from 1': (offset, size) => Math.max(0, offset - 1) * size,
	'entries from 0': (offset) => offset,
	'entries from 1': (offset) => Math.max(0, offset - 1),
};

interface Kind {
	place: (offset: number, size: number) => number;
	/** the longest page that it gives */
	longest?: number;
	/** the list that it has at a call */
	listAt?: (call: number) => Array<{ n: number }>;
	list?: Array<{ n: number }>;
	total?: number;
}

function serverOf({ place, longest = Infinity, list = [], listAt = () => list, total }: Kind) {
	let calls = 0;
	return jest.fn(async (values: Parameters<Call>[0]) => {
		const now = listAt(calls++);
		const size = Math.min(Number(values['limit']), longest);
		const from = place(Number(values['offset']), size);
		const data: Data = { total_count: total ?? now.length, data: now.slice(from, from + size) };
		return { data, requestId: 'request-1' };
	});
}

const readings = Object.entries(READINGS);

describe.each(readings)('an offset that counts %s', (_, place) => {
	test.each([0, 1, 2, 19, 20, 21, 39, 40, 41, 59, 60, 61, 100, 101, 421])(
		'a list of %i: each entry once, in its order',
		async (length) => {
			const list = numbers(length);
			const server = serverOf({ place, list });
			expect(await entriesOf(server, pages)).toEqual(list);
			// What shows how it counts costs two calls at most; nothing is asked for behind the end.
			expect(server.mock.calls.length).toBeLessThanOrEqual(Math.ceil(length / 20) + 2);
		},
	);

	test.each([1, 5, 20, 21, 30, 60])('a limit of %i of 50 entries', async (limit) => {
		const server = serverOf({ place, list: numbers(50) });
		const found = await entriesOf(server, pages, { limit });
		expect(found).toEqual(numbers(Math.min(limit, 50)));
		if (limit <= 20) expect(server).toHaveBeenCalledTimes(1);
	});

	test.each([1, 2, 3, 7, 19])('pages of %i, shorter than was asked for', async (longest) => {
		const list = numbers(50);
		const server = serverOf({ place, list, longest });
		expect(await entriesOf(server, pages)).toEqual(list);
	});

	test('an entry that comes to the front while the list is read doubles none and loses none', async () => {
		const list = numbers(100);
		const grown = [{ n: -1 }, ...list];
		const server = serverOf({ place, listAt: (call) => (call < 3 ? list : grown) });
		const found = await entriesOf(server, pages);
		const seen = found.map(({ n }) => Number(n)).sort((a, b) => a - b);
		expect(seen).toEqual(grown.map(({ n }) => n));
	});

	test('a list that counts what it does not give ends', async () => {
		const list = numbers(50);
		const server = serverOf({ place, list, total: 53 });
		expect(await entriesOf(server, pages)).toEqual(list);
		expect(server.mock.calls.length).toBeLessThan(12);
	});
});

test('other values go along with every page', async () => {
	const server = serverOf({ place: (offset) => offset, list: numbers(45) });
	await entriesOf(server, pages, { values: { stock_id: '1' } });
	expect(server.mock.calls.every(([values]) => values['stock_id'] === '1')).toBe(true);
});

test('the same page whatever the offset is told', async () => {
	const server = serverOf({ place: () => 0, list: numbers(50) });
	await expect(entriesOf(server, pages)).rejects.toThrow(
		'WeChat Pay gave the same page of the list again',
	);
	expect(server).toHaveBeenCalledTimes(3);
});

test('a list without its length is told', async () => {
	const call: Call = async () => ({ data: { data: [{ n: 1 }] }, requestId: 'request-1' });
	await expect(entriesOf(call, pages)).rejects.toThrow(
		'WeChat Pay does not say how long the list is',
	);
});

test('entries without an ID are told apart by all that they have', async () => {
	const list = ['a', 'b', 'c'].map((name) => ({ name }));
	const call: Call = async () => ({
		data: { total_count: 3, data: [...list, { name: 'a' }] },
		requestId: 'request-1',
	});
	expect(await entriesOf(call, pages)).toEqual(list);
});

describe.each(readings)('a list whose total promises too much, offsets count %s', (_, place) => {
	test('ends behind its entries', async () => {
		const list = numbers(50);
		const server = serverOf({ place, list, total: 10 ** 12 });
		expect(await entriesOf(server, pages)).toEqual(list);
		expect(server.mock.calls.length).toBeLessThan(200);
	});

	test('ends when its pages come again and again', async () => {
		const server = serverOf({ place, listAt: () => numbers(60), total: 10 ** 12 });
		const behind = serverOf({
			place: (offset, size) => place(offset, size) % 60,
			list: numbers(60),
			total: 10 ** 12,
		});
		expect(await entriesOf(server, pages)).toEqual(numbers(60));
		expect(await entriesOf(behind, pages)).toEqual(numbers(60));
		expect(behind.mock.calls.length).toBeLessThan(200);
	});

	test('an entry that slipped to where the list was read already is found, however far from its end', async () => {
		const list = numbers(2000);
		const [last] = list.slice(-1);
		const changed = [last!, ...list.slice(0, -1)];
		const server = serverOf({ place, listAt: (call) => (call < 50 ? list : changed) });
		const found = await entriesOf(server, pages);
		expect(found.map(({ n }) => Number(n)).sort((a, b) => a - b)).toEqual(list.map(({ n }) => n));
	});

	test('whoever stops at the first page asks for no other', async () => {
		const server = serverOf({ place, list: numbers(5000) });
		for await (const { entries } of readPages(pages, {
			call: server,
			values: {},
			limit: Infinity,
		})) {
			expect(entries).toEqual(numbers(20));
			break;
		}
		expect(server).toHaveBeenCalledTimes(1);
	});
});
