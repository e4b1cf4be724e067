import { describe, expect, jest, test } from '@jest/globals';
import {
	readNumberedPages,
	readTokenPages,
	type NumberedPages,
	type TokenPages,
} from '../../../../../marketing/operation/lists/pages.ts';
import { refusedCall } from '../../../../../marketing/transport/callError.ts';
import { merchantWords } from '../../../../../marketing/words/merchant.ts';
import type { Values } from '../../../../../marketing/items/placement.ts';

type Answer = Awaited<ReturnType<Parameters<typeof readTokenPages>[0]>>;
type Data = Answer['data'];

const numbers = (from: number, to: number): { n: number }[] =>
	Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ n: from + index }));
const answer = (data: Data): Answer => ({ data, requestId: 'request-1' });
/** A call and what it was asked for. */
const recorded = (reply: (values: Values) => Data) =>
	jest.fn(async (values: Values) => answer(reply(values)));

const tokenPages: TokenPages = {
	style: 'token',
	sizeParameter: 'page_size',
	maxSize: 200,
	tokenParameter: 'page_token',
	itemsField: 'store_list',
	nextField: 'next_page_token',
};

/** A list of so many items, whose token is the place where the next page begins. */
const tokenList = (length: number) =>
	recorded(({ page_size, page_token }) => {
		const from = Number(page_token ?? 0);
		const to = Math.min(length, from + Number(page_size));
		return { store_list: numbers(from, to), ...(to < length && { next_page_token: String(to) }) };
	});

describe('pages by token', () => {
	test.each<[number, number, number[]]>([
		[1, 500, [1]],
		[199, 500, [199]],
		[200, 500, [200]],
		[201, 500, [200, 1]],
		[450, 500, [200, 200, 50]],
		[Infinity, 500, [200, 200, 200]],
		[Infinity, 400, [200, 200]],
		[Infinity, 200, [200]],
		[Infinity, 0, [200]],
		[1000, 201, [200, 200]],
	])('limit %d of %d items asks for pages of %j', async (limit, length, sizes) => {
		const call = tokenList(length);
		const found = await readTokenPages(call, tokenPages, { brand_id: '1' }, limit);
		expect(found).toEqual(numbers(0, Math.min(limit, length)));
		expect(call.mock.calls.map(([values]) => values['page_size'])).toEqual(sizes);
		expect(call.mock.calls.every(([values]) => values['brand_id'] === '1')).toBe(true);
	});

	test('the first page is asked for without a token, the others with that of the page before', async () => {
		const call = tokenList(500);
		await readTokenPages(call, tokenPages, {}, Infinity);
		expect(call.mock.calls.map(([values]) => values['page_token'])).toEqual([
			undefined,
			'200',
			'400',
		]);
	});

	test('an empty page with a next token is not the end', async () => {
		const replies: Data[] = [
			{ store_list: [], next_page_token: 'a' },
			{ next_page_token: 'b' },
			{ store_list: [{ n: 1 }], next_page_token: '' },
		];
		const call = recorded(() => replies.shift() ?? {});
		expect(await readTokenPages(call, tokenPages, {}, Infinity)).toEqual([{ n: 1 }]);
		expect(call).toHaveBeenCalledTimes(3);
	});

	test.each([
		{},
		{ store_list: null },
		{ store_list: 'none' },
		{ store_list: [], next_page_token: null },
	])('%j is an empty list', async (data) => {
		const call = recorded(() => data);
		expect(await readTokenPages(call, tokenPages, {}, Infinity)).toEqual([]);
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('a page that is longer than asked for', async () => {
		const call = recorded(() => ({ store_list: numbers(0, 10), next_page_token: 'a' }));
		expect(await readTokenPages(call, tokenPages, {}, 3)).toEqual(numbers(0, 3));
		expect(call).toHaveBeenCalledTimes(1);
	});

	test.each([
		['the same again and again', ['a', 'a']],
		['two in turn', ['a', 'b', 'a']],
	])('a token that comes back ends the reading: %s', async (_, tokens) => {
		const left = [...tokens];
		const call = recorded(() => {
			const token = left.shift();
			if (token === undefined) throw new Error('was asked for one page too many');
			return { store_list: [{ n: 1 }], next_page_token: token };
		});
		await expect(readTokenPages(call, tokenPages, {}, Infinity)).rejects.toMatchObject({
			name: 'CallError',
			requestId: 'request-1',
		});
		expect(call).toHaveBeenCalledTimes(tokens.length);
	});

	test('what a call throws is passed on', async () => {
		const call = jest.fn<() => Promise<Answer>>().mockRejectedValue(new Error('no answer'));
		await expect(readTokenPages(call, tokenPages, {}, 10)).rejects.toThrow('no answer');
		expect(call).toHaveBeenCalledTimes(1);
	});
});

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
		const found = await readNumberedPages(call, numberedPages, { partner: 'p' }, limit);
		expect(found).toEqual(numbers(0, Math.min(limit, length)));
		const asked = call.mock.calls.map(([values]) => values);
		expect(asked).toEqual(
			Array.from({ length: times }, (_, page) => ({ partner: 'p', limit: size, offset: page })),
		);
	});

	test.each([200, 201])('limit %d of a long list', async (limit) => {
		const call = numberedList(1000);
		expect(await readNumberedPages(call, numberedPages, {}, limit)).toEqual(numbers(0, limit));
		const sizes = new Set(call.mock.calls.map(([values]) => Number(values['limit'])));
		expect(sizes.size).toBe(1);
		expect([...sizes][0]).toBeLessThanOrEqual(50);
	});

	test('no page is asked for behind the last one', async () => {
		const call = numberedList(150);
		await readNumberedPages(call, numberedPages, {}, Infinity);
		expect(call).toHaveBeenCalledTimes(3);
	});

	test.each<Data>([
		{ total_count: 0 },
		{ data: [], total_count: 0 },
		{ data: null, total_count: 0 },
		{},
	])('%j is an empty list', async (data) => {
		const call = recorded(() => data);
		expect(await readNumberedPages(call, numberedPages, {}, Infinity)).toEqual([]);
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('the order is that of the pages, whichever answer comes first', async () => {
		const list = numberedList(120);
		const call = async (values: Values) => {
			for (let turn = 0; turn < 10 - 3 * Number(values['offset']); turn++) await Promise.resolve();
			return await list(values);
		};
		expect(await readNumberedPages(call, numberedPages, {}, Infinity)).toEqual(numbers(0, 120));
	});

	test('what a call throws is passed on', async () => {
		const list = numberedList(120);
		const call = async (values: Values) => {
			if (values['offset'] === 1) throw new Error('no answer');
			return await list(values);
		};
		await expect(readNumberedPages(call, numberedPages, {}, 120)).rejects.toThrow('no answer');
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

const refused = (status: number) =>
	refusedCall(
		merchantWords,
		{ status, code: 'PARAM_ERROR', message: '分页页码错误', requestId: 'request-1' },
		{},
	);

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
		const found = await readNumberedPages(call, uncertainPages, { stock_id: '1' }, limit);
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
		await readNumberedPages(call, uncertainPages, {}, Infinity);
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('a refusal of both is that of page 0', async () => {
		const refusals = [refused(400), refused(400)];
		const call = jest
			.fn<() => Promise<Answer>>()
			.mockRejectedValueOnce(refusals[0])
			.mockRejectedValueOnce(refusals[1]);
		const reading = readNumberedPages(call, uncertainPages, {}, Infinity);
		await expect(reading).rejects.toBe(refusals[0]);
		expect(call).toHaveBeenCalledTimes(2);
	});

	test.each([401, 403, 404, 500])('status %d is no question of the page', async (status) => {
		const call = jest.fn<() => Promise<Answer>>().mockRejectedValue(refused(status));
		const reading = readNumberedPages(call, uncertainPages, {}, Infinity);
		await expect(reading).rejects.toMatchObject({ status });
		expect(call).toHaveBeenCalledTimes(1);
	});
});

describe('a numbered list', () => {
	test('that knows no pages comes once, however long', async () => {
		const call = recorded(() => ({ data: numbers(0, 120), total_count: 120 }));
		expect(await readNumberedPages(call, numberedPages, {}, Infinity)).toEqual(numbers(0, 120));
		expect(await readNumberedPages(call, numberedPages, {}, 7)).toEqual(numbers(0, 7));
		expect(call).toHaveBeenCalledTimes(2);
	});

	test.each([120, '120'])('whose length is %p', async (total_count) => {
		const list = numberedList(120);
		const call = async (values: Values) => {
			const { data, requestId } = await list(values);
			return { data: { ...data, total_count }, requestId };
		};
		expect(await readNumberedPages(call, numberedPages, {}, Infinity)).toEqual(numbers(0, 120));
	});

	test.each(['', 'many', null, undefined, '-1'])(
		'whose length is %p is not read',
		async (total) => {
			const call = recorded(() => ({ data: numbers(0, 50), total_count: total }) as Data);
			await expect(readNumberedPages(call, numberedPages, {}, Infinity)).rejects.toMatchObject({
				code: 'UNEXPECTED_ANSWER',
			});
		},
	);
});
