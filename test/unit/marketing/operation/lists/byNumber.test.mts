import { describe, expect, jest, test } from '@jest/globals';
import type { NumberedPages } from '../../../../../marketing/operation/lists/byNumber.ts';
import { readPages } from '../../../../../marketing/operation/lists/pages.ts';
import type { Values } from '../../../../../marketing/items/placement.ts';
import {
	entriesOf,
	numbers,
	recorded,
	refused,
	type Answer,
	type Data,
} from '../../../helpers/lists.mts';

const numberedPages: NumberedPages = {
	style: 'number',
	sizeParameter: 'limit',
	maxSize: 50,
	pageParameter: 'offset',
	itemsField: 'data',
	totalField: 'total_count',
};

/** A list of so many items, whose pages are counted from 0. */
const numberedList = (length: number) =>
	recorded(({ limit, offset }) => {
		const from = Number(offset) * Number(limit);
		return {
			data: numbers(from, Math.min(length, from + Number(limit))),
			offset: Number(offset),
			limit: Number(limit),
			total_count: length,
		};
	});

describe('pages by number', () => {
	test.each<[number, number, number, number]>([
		[1, 120, 1, 1],
		[7, 120, 7, 1],
		[50, 120, 50, 1],
		[51, 120, 26, 2],
		[100, 120, 50, 2],
		[101, 120, 34, 3],
		[1000, 120, 50, 3],
		[Infinity, 120, 50, 3],
		[Infinity, 100, 50, 2],
		[Infinity, 50, 50, 1],
		[Infinity, 49, 50, 1],
		[Infinity, 0, 50, 1],
	])('limit %d of %d items asks for pages of %d, %d times', async (limit, length, size, times) => {
		const call = numberedList(length);
		const found = await entriesOf(call, numberedPages, { values: { partner: 'p' }, limit });
		expect(found).toEqual(numbers(0, Math.min(limit, length)));
		const asked = call.mock.calls.map(([values]) => values);
		expect(asked).toEqual(
			Array.from({ length: times }, (_, page) => ({ partner: 'p', limit: size, offset: page })),
		);
	});

	test.each([200, 201])('limit %d of a long list', async (limit) => {
		const call = numberedList(1000);
		expect(await entriesOf(call, numberedPages, { limit })).toEqual(numbers(0, limit));
		const sizes = new Set(call.mock.calls.map(([values]) => Number(values['limit'])));
		expect(sizes.size).toBe(1);
		expect([...sizes][0]).toBeLessThanOrEqual(50);
	});

	test('no page is asked for behind the last one', async () => {
		const call = numberedList(150);
		await entriesOf(call, numberedPages);
		expect(call).toHaveBeenCalledTimes(3);
	});

	test.each<Data>([
		{ total_count: 0 },
		{ data: [], total_count: 0 },
		{ data: null, total_count: 0 },
		{},
	])('%j is an empty list', async (data) => {
		const call = recorded(() => data);
		expect(await entriesOf(call, numberedPages)).toEqual([]);
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('the order is that of the pages, whichever answer comes first', async () => {
		const list = numberedList(120);
		const call = async (values: Values) => {
			for (let turn = 0; turn < 10 - 3 * Number(values['offset']); turn++) await Promise.resolve();
			return await list(values);
		};
		expect(await entriesOf(call, numberedPages)).toEqual(numbers(0, 120));
	});

	test('what a call throws is passed on', async () => {
		const list = numberedList(120);
		const call = async (values: Values) => {
			if (values['offset'] === 1) throw new Error('no answer');
			return await list(values);
		};
		await expect(entriesOf(call, numberedPages, { limit: 120 })).rejects.toThrow('no answer');
	});
});

/** How a list may answer page 0 when its first page is page 1. */
const ZEROS = ['is the first page', 'is empty', 'is refused', 'is the same as page 1'] as const;

/** A list of so many texts whose pages are counted from 0 or from 1, its numbers written as text. */
const textList = (length: number, zero: (typeof ZEROS)[number]) =>
	recorded(({ limit, offset }) => {
		const size = Number(limit);
		const shift = zero === 'is the first page' ? 0 : 1;
		if (zero === 'is refused' && offset === 0) throw refused(400);
		const page = zero === 'is empty' ? Number(offset) - 1 : Math.max(0, Number(offset) - shift);
		const all = numbers(0, length).map(({ n }) => `goods_${n}`);
		return {
			data: page < 0 ? [] : all.slice(page * size, (page + 1) * size),
			offset: String(offset),
			limit: String(limit),
			total_count: String(length),
		};
	});

const uncertainPages: NumberedPages = {
	...numberedPages,
	isStartUncertain: true,
	itemName: 'goods_id',
};

describe.each(ZEROS)('pages whose first number is not documented: page 0 %s', (zero) => {
	test.each(
		[0, 1, 49, 50, 51, 99, 100, 101, 150, 400].flatMap((length) =>
			[1, 50, 51, 120, Infinity].map((limit) => [length, limit] as const),
		),
	)('of %d items, %d at most, each comes once and in order', async (length, limit) => {
		const call = textList(length, zero);
		const found = await entriesOf(call, uncertainPages, { values: { stock_id: '1' }, limit });
		const wanted = numbers(0, Math.min(limit, length)).map(({ n }) => ({ goods_id: `goods_${n}` }));
		expect(found).toEqual(wanted);
		const offsets = call.mock.calls.map(([{ offset }]) => offset);
		expect(new Set(offsets).size).toBe(offsets.length);
		const pagesThere = Math.max(1, Math.ceil(length / 50));
		if (limit === Infinity) expect(offsets.length).toBeLessThanOrEqual(pagesThere + 1);
	});
});

describe('pages whose first number is not documented', () => {
	test.each([0, 1, 50])('no second page is asked for when %d items are all', async (length) => {
		const call = textList(length, 'is the first page');
		await entriesOf(call, uncertainPages);
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('a refusal of both is that of page 0', async () => {
		const refusals = [refused(400), refused(400)];
		const call = jest
			.fn<() => Promise<Answer>>()
			.mockRejectedValueOnce(refusals[0])
			.mockRejectedValueOnce(refusals[1]);
		const reading = entriesOf(call, uncertainPages);
		await expect(reading).rejects.toBe(refusals[0]);
		expect(call).toHaveBeenCalledTimes(2);
	});

	test.each([401, 403, 404, 500])('status %d is no question of the page', async (status) => {
		const call = jest.fn<() => Promise<Answer>>().mockRejectedValue(refused(status));
		const reading = entriesOf(call, uncertainPages);
		await expect(reading).rejects.toMatchObject({ httpCode: String(status) });
		expect(call).toHaveBeenCalledTimes(1);
	});
});

describe('a numbered list', () => {
	test('that knows no pages comes once, however long', async () => {
		const call = recorded(() => ({ data: numbers(0, 120), total_count: 120 }));
		expect(await entriesOf(call, numberedPages)).toEqual(numbers(0, 120));
		expect(await entriesOf(call, numberedPages, { limit: 7 })).toEqual(numbers(0, 7));
		expect(call).toHaveBeenCalledTimes(2);
	});

	test.each([120, '120'])('whose length is %p', async (total_count) => {
		const list = numberedList(120);
		const call = async (values: Values) => {
			const { data, requestId } = await list(values);
			return { data: { ...data, total_count }, requestId };
		};
		expect(await entriesOf(call, numberedPages)).toEqual(numbers(0, 120));
	});

	test.each(['', 'many', null, undefined, '-1'])(
		'whose length is %p is not read',
		async (total) => {
			const call = recorded(() => ({ data: numbers(0, 50), total_count: total }) as Data);
			await expect(entriesOf(call, numberedPages)).rejects.toMatchObject({
				code: 'UNEXPECTED_ANSWER',
			});
		},
	);
});

/** A list of which no more than `longest` entries come at once, whatever is asked for. */
const ignoring = (length: number, { longest = Infinity, total = length } = {}) =>
	recorded(() => ({ data: numbers(0, Math.min(length, longest)), total_count: total }));

/** Pages that come one after the other, over and over. */
const round = (pages: number, total: number) =>
	recorded(({ offset, limit }) => {
		const from = (Number(offset) % pages) * Number(limit);
		return { data: numbers(from, from + Number(limit)), total_count: total };
	});

describe('a list by number that brings nothing new', () => {
	const AGAIN = 'WeChat Pay gave the same page of the list again';
	const TRILLION = 10 ** 12;

	test.each([Infinity, 50, 51])(
		'is told when the total says more, and %d are wanted: offset and limit are ignored',
		async (limit) => {
			const call = ignoring(45, { longest: 20 });
			await expect(entriesOf(call, numberedPages, { limit })).rejects.toThrow(AGAIN);
			expect(call.mock.calls.length).toBeLessThanOrEqual(4);
		},
	);

	test.each([0, 1, 19, 20])('is read when all came: total %d of 20', async (total) => {
		const call = ignoring(20, { total });
		expect(await entriesOf(call, numberedPages)).toEqual(numbers(0, 20));
		expect(call.mock.calls.length).toBeLessThanOrEqual(2);
	});

	test.each([1, 2, 7])('is told when %d pages come in turn for ever', async (pages) => {
		const call = round(pages, TRILLION);
		await expect(entriesOf(call, numberedPages)).rejects.toThrow(AGAIN);
		expect(call.mock.calls.length).toBeLessThan(100);
	});

	test('is told when the same entries come in another order every time', async () => {
		let calls = 0;
		const call = recorded(() => {
			const list = numbers(0, 20);
			list.push(...list.splice(0, calls++ % 20));
			return { data: list, total_count: 45 };
		});
		await expect(entriesOf(call, numberedPages)).rejects.toThrow(AGAIN);
		expect(call.mock.calls.length).toBeLessThanOrEqual(4);
	});

	test('is enough for who wants no more', async () => {
		const call = ignoring(45, { longest: 20 });
		expect(await entriesOf(call, numberedPages, { limit: 20 })).toEqual(numbers(0, 20));
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('ends, however much the total promises', async () => {
		const list = numberedList(120);
		const call = jest.fn(async (values: Values) => {
			const { data, requestId } = await list(values);
			return { data: { ...data, total_count: TRILLION }, requestId };
		});
		expect(await entriesOf(call, numberedPages)).toEqual(numbers(0, 120));
		expect(call.mock.calls.length).toBeLessThan(100);
	});

	test('goes on behind a page that is empty', async () => {
		const call = recorded(({ offset }) => ({
			data:
				offset === 1 ? [] : numbers(Number(offset) * 50, Math.min(150, Number(offset) * 50 + 50)),
			total_count: 150,
		}));
		expect(await entriesOf(call, numberedPages)).toEqual([...numbers(0, 50), ...numbers(100, 150)]);
	});
});

describe('pages by number of another length than was asked for', () => {
	/** Pages that are always so long. */
	const pagesOf = (size: number, length: number) =>
		recorded(({ offset }) => ({
			data: numbers(Number(offset) * size, Math.min(length, (Number(offset) + 1) * size)),
			total_count: length,
		}));

	test.each([
		[10, 45],
		[49, 120],
		[80, 200],
	])('pages of %d of a list of %d', async (size, length) => {
		const call = pagesOf(size, length);
		expect(await entriesOf(call, numberedPages)).toEqual(numbers(0, length));
		expect(call).toHaveBeenCalledTimes(Math.ceil(length / size));
	});
});

describe('a list by number that changes while it is read', () => {
	/** A list that is another one from the second call on. */
	const changing = (before: { n: number }[], after: { n: number }[]) => {
		let calls = 0;
		return recorded(({ limit, offset }) => {
			const list = calls++ === 0 ? before : after;
			const from = Number(offset) * Number(limit);
			return { data: list.slice(from, from + Number(limit)), total_count: list.length };
		});
	};

	test.each([99, 100, 101, 150])('%d entries, one more comes to the front', async (length) => {
		const before = numbers(1, length + 1);
		const call = changing(before, numbers(0, length + 1));
		expect(await entriesOf(call, numberedPages)).toEqual(before);
	});

	test.each([99, 100, 101, 150])('%d entries, one more comes to the end', async (length) => {
		const call = changing(numbers(0, length), numbers(0, length + 1));
		const found = await entriesOf(call, numberedPages);
		// What comes to a new page is not there for who read the page before.
		expect(found.length).toBeGreaterThanOrEqual(length);
		expect(found).toEqual(numbers(0, found.length));
	});
});

describe('a first page that is refused once, or is empty once', () => {
	const LENGTHS = [51, 100, 101, 123, 400];

	/** A list that begins with page 0, which does not come at the first call. */
	const withoutFirst = (length: number, first: () => Data) => {
		const list = textList(length, 'is the first page');
		const call = recorded(() => ({}));
		return call.mockImplementation(async (values) => {
			const isFirst = call.mock.calls.length === 1;
			return isFirst ? { data: first(), requestId: 'request-0' } : await list(values);
		});
	};

	test.each(
		[1, 50, ...LENGTHS].flatMap((length) => [1, 50, 51, Infinity].map((limit) => [length, limit])),
	)('makes a refused list of one of %d, of which %d are wanted', async (length, limit) => {
		const refusal = refused(400);
		const call = withoutFirst(length!, () => {
			throw refusal;
		});
		await expect(entriesOf(call, uncertainPages, { limit })).rejects.toBe(refusal);
	});

	test.each(LENGTHS)('is told when it is empty, of a list of %d', async (length) => {
		const call = withoutFirst(length, () => ({ data: [], total_count: String(length) }));
		await expect(entriesOf(call, uncertainPages)).rejects.toMatchObject({
			message: 'WeChat Pay gave the first page of the list empty',
			requestId: 'request-0',
		});
	});

	test('a list that counts what it does not give is empty', async () => {
		const call = recorded(() => ({ data: [], total_count: 5 }));
		expect(await entriesOf(call, uncertainPages)).toEqual([]);
	});
});

describe('a list by number whose reader stops', () => {
	/** Reads so many pages. */
	async function readSome(call: ReturnType<typeof numberedList>, pages: number): Promise<void> {
		let read = 0;
		for await (const { entries } of readPages(numberedPages, {
			call,
			values: {},
			limit: Infinity,
		})) {
			expect(entries.length).toBeGreaterThan(0);
			if (++read === pages) break;
		}
	}

	test('at the first page asks for no other', async () => {
		const call = numberedList(100_000);
		await readSome(call, 1);
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('behind it begins nothing further', async () => {
		const call = numberedList(100_000);
		await readSome(call, 3);
		const begun = call.mock.calls.length;
		expect(begun).toBeLessThan(100);
		for (let turn = 0; turn < 100; turn++) await Promise.resolve();
		expect(call).toHaveBeenCalledTimes(begun);
	});

	test('goes on in parts, page by page', async () => {
		const call = numberedList(120);
		let next: string | undefined;
		const found: Data[] = [];
		do {
			const pages = readPages(numberedPages, { call, values: {}, limit: Infinity, from: next });
			const { entries, next: behind } = (await pages.next()).value;
			found.push(...entries);
			next = behind;
		} while (next);
		expect(found).toEqual(numbers(0, 120));
		expect(call).toHaveBeenCalledTimes(3);
	});
});
