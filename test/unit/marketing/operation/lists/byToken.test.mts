import { describe, expect, jest, test } from '@jest/globals';
import type { TokenPages } from '../../../../../marketing/operation/lists/byToken.ts';
import { readPages } from '../../../../../marketing/operation/lists/pages.ts';
import { entriesOf, numbers, recorded, type Answer, type Data } from '../../../helpers/lists.mts';

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
		const found = await entriesOf(call, tokenPages, { values: { brand_id: '1' }, limit });
		expect(found).toEqual(numbers(0, Math.min(limit, length)));
		expect(call.mock.calls.map(([values]) => values['page_size'])).toEqual(sizes);
		expect(call.mock.calls.every(([values]) => values['brand_id'] === '1')).toBe(true);
	});

	test('the first page is asked for without a token, the others with that of the page before', async () => {
		const call = tokenList(500);
		await entriesOf(call, tokenPages);
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
		expect(await entriesOf(call, tokenPages)).toEqual([{ n: 1 }]);
		expect(call).toHaveBeenCalledTimes(3);
	});

	test.each([
		{},
		{ store_list: null },
		{ store_list: 'none' },
		{ store_list: [], next_page_token: null },
	])('%j is an empty list', async (data) => {
		const call = recorded(() => data);
		expect(await entriesOf(call, tokenPages)).toEqual([]);
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('a page that is longer than asked for', async () => {
		const call = recorded(() => ({ store_list: numbers(0, 10), next_page_token: 'a' }));
		expect(await entriesOf(call, tokenPages, { limit: 3 })).toEqual(numbers(0, 3));
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
			return { store_list: [{ n: left.length }], next_page_token: token };
		});
		await expect(entriesOf(call, tokenPages)).rejects.toMatchObject({
			name: 'CallError',
			requestId: 'request-1',
		});
		expect(call).toHaveBeenCalledTimes(tokens.length);
	});

	test('what a call throws is passed on', async () => {
		const call = jest.fn<() => Promise<Answer>>().mockRejectedValue(new Error('no answer'));
		await expect(entriesOf(call, tokenPages, { limit: 10 })).rejects.toThrow('no answer');
		expect(call).toHaveBeenCalledTimes(1);
	});
});

/** Pages that come one after the other, over and over, each with a token that never came before. */
const roundWithTokens = (pages: Array<{ n: number }[]>) => {
	let calls = 0;
	return recorded(() => ({
		store_list: pages[calls % pages.length]!,
		next_page_token: String(++calls),
	}));
};

describe('a list by token that brings nothing new', () => {
	test.each([
		['the same page', [numbers(0, 3)]],
		['three pages in turn', [numbers(0, 3), numbers(3, 6), numbers(6, 9)]],
		['the same entries in another order', [numbers(0, 3), numbers(0, 3).reverse()]],
	])('is told, with tokens that are new every time: %s', async (_, pages) => {
		const call = roundWithTokens(pages);
		await expect(entriesOf(call, tokenPages)).rejects.toThrow(
			'WeChat Pay gave the same page of the list again',
		);
		expect(call.mock.calls.length).toBeLessThanOrEqual(pages.length + 1);
	});

	test('is enough for who wants no more', async () => {
		const call = roundWithTokens([numbers(0, 3)]);
		expect(await entriesOf(call, tokenPages, { limit: 3 })).toEqual(numbers(0, 3));
		expect(call).toHaveBeenCalledTimes(1);
	});

	test('is told when 1,000 pages in a row are empty, and not before', async () => {
		const call = roundWithTokens([[]]);
		await expect(entriesOf(call, tokenPages)).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER' });
		expect(call).toHaveBeenCalledTimes(1000);
		const late = roundWithTokens([...Array.from({ length: 999 }, () => []), numbers(0, 1)]);
		expect(await entriesOf(late, tokenPages, { limit: 1 })).toEqual(numbers(0, 1));
	});
});

test('an entry that is on two pages comes once', async () => {
	const pages = [numbers(0, 3), numbers(2, 5)];
	const call = recorded(({ page_token }) =>
		page_token ? { store_list: pages[1]! } : { store_list: pages[0]!, next_page_token: 'a' },
	);
	expect(await entriesOf(call, tokenPages)).toEqual(numbers(0, 5));
});

describe('a list by token that is read in parts', () => {
	const firstPage = async (call: ReturnType<typeof tokenList>, from?: string) =>
		(await readPages(tokenPages, { call, values: {}, limit: Infinity, from }).next()).value;

	test('goes on behind the page that came before, and asks for no page more', async () => {
		const call = tokenList(450);
		let next: string | undefined;
		const parts: Data[][] = [];
		do {
			const page = await firstPage(call, next);
			parts.push(page.entries);
			next = page.next;
		} while (next);
		expect(parts).toEqual([numbers(0, 200), numbers(200, 400), numbers(400, 450)]);
		expect(call).toHaveBeenCalledTimes(3);
	});

	test('ends where the token is the one that it came with', async () => {
		const call = recorded(() => ({ store_list: numbers(0, 3), next_page_token: 'a' }));
		expect(await firstPage(call, 'a')).toEqual({ entries: numbers(0, 3), next: undefined });
	});
});
