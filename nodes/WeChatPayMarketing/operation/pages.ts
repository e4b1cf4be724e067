import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, type Answer } from '../transport/attempt';
import { unexpectedAnswer } from '../transport/callError';
import { mapConcurrently } from '../transport/mapConcurrently';
import type { Values } from './placement';

interface PageSize {
	/** name of the value that says how long a page is, and the longest that WeChat Pay gives */
	sizeParameter: string;
	maxSize: number;
	/** where the answer holds the items */
	itemsField: string;
}

/** A list that is read with a token of the page before. */
export interface TokenPages extends PageSize {
	style: 'token';
	tokenParameter: string;
	/** where the answer holds the next token */
	nextField: string;
}

/** A list whose pages are numbered from 0. */
export interface NumberedPages extends PageSize {
	style: 'number';
	pageParameter: string;
	/** where the answer holds, on the first page, how many items there are in all */
	totalField: string;
}

/** How a list is read. */
export type Pages = TokenPages | NumberedPages;

/** Makes the call for one page. */
type CallPage = (values: Values) => Promise<Answer>;

function itemsOf(data: IDataObject, field: string): IDataObject[] {
	const items = data[field];
	return Array.isArray(items) ? items.filter(isJsonObject) : [];
}

/**
 * Reads a list with a token of the page before.
 *
 * @param limit how many items are wanted; Infinity for all
 * @throws CallError when WeChat Pay gives the same page token twice, which would never end
 */
export async function readTokenPages(
	call: CallPage,
	pages: TokenPages,
	values: Values,
	limit: number,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	const seenTokens = new Set<string>();
	let token: string | undefined;
	do {
		const { data, requestId } = await call({
			...values,
			[pages.sizeParameter]: Math.min(pages.maxSize, limit - found.length),
			[pages.tokenParameter]: token,
		});
		for (const item of itemsOf(data, pages.itemsField)) found.push(item);
		const next = data[pages.nextField];
		token = typeof next === 'string' && next !== '' ? next : undefined;
		if (token !== undefined && seenTokens.has(token)) {
			throw unexpectedAnswer('WeChat Pay gave the same page of the list again', requestId);
		}
		if (token !== undefined) seenTokens.add(token);
	} while (token !== undefined && found.length < limit);
	return found.slice(0, limit);
}

function totalOf(data: IDataObject, pages: NumberedPages, requestId: string): number {
	const total = data[pages.totalField];
	if (typeof total === 'number') return total;
	if (itemsOf(data, pages.itemsField).length === 0) return 0;
	throw unexpectedAnswer('WeChat Pay does not say how long the list is', requestId);
}

/**
 * Reads a list whose pages are numbered: the first page tells how many there are, the others are read side
 * by side. All pages have one size, because the number counts in pages.
 *
 * @param limit how many items are wanted; Infinity for all
 */
export async function readNumberedPages(
	call: CallPage,
	pages: NumberedPages,
	values: Values,
	limit: number,
): Promise<IDataObject[]> {
	const pagesWanted = Math.ceil(limit / pages.maxSize);
	const size = limit === Infinity ? pages.maxSize : Math.ceil(limit / pagesWanted);
	const read = async (page: number) =>
		await call({ ...values, [pages.sizeParameter]: size, [pages.pageParameter]: page });
	const { data: first, requestId } = await read(0);
	const total = totalOf(first, pages, requestId);
	const otherPages = Array.from(
		{ length: Math.max(0, Math.ceil(Math.min(limit, total) / size) - 1) },
		(_, n) => n + 1,
	);
	const others = await mapConcurrently(otherPages, read);
	const found = [first, ...others.map(({ data }) => data)].flatMap((data) =>
		itemsOf(data, pages.itemsField),
	);
	// More than the first page foretold: the list grew while it was read.
	for (let page = others.length + 1; found.length > total && found.length < limit; page++) {
		const { data } = await read(page);
		const items = itemsOf(data, pages.itemsField);
		found.push(...items);
		if (items.length < size) break;
	}
	return found.slice(0, limit);
}

/**
 * Reads a list as its pages want it.
 *
 * @param limit how many items are wanted; Infinity for all
 * @throws CallError when a page cannot be read
 */
export async function readPages(
	call: CallPage,
	pages: Pages,
	values: Values,
	limit: number,
): Promise<IDataObject[]> {
	return pages.style === 'token'
		? await readTokenPages(call, pages, values, limit)
		: await readNumberedPages(call, pages, values, limit);
}
