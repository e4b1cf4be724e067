import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../../wechatpay/losslessJson';
import { unexpectedAnswer, type Answer } from '../../transport/attempt';
import { CallError } from '../../transport/callError';
import { mapConcurrently } from '../../transport/mapConcurrently';
import type { Values } from '../../items/placement';

interface PageSize {
	/** name of the value that says how long a page is, and the longest that WeChat Pay gives */
	sizeParameter: string;
	maxSize: number;
	/** where the answer holds the items */
	itemsField: string;
	/** what an item is, where the answer has plain texts instead of objects */
	itemName?: string;
}

/** A list that is read with a token of the page before. */
export interface TokenPages extends PageSize {
	style: 'token';
	tokenParameter: string;
	/** where the answer holds the next token */
	nextField: string;
}

/** A list whose pages are numbered, from 0 unless that is uncertain. */
export interface NumberedPages extends PageSize {
	style: 'number';
	pageParameter: string;
	/** the documentation does not say whether 0 or 1 is the first page, so it is found out */
	isStartUncertain?: boolean;
	/** where the answer holds, on the first page, as a number or as text, how many items there are in all */
	totalField: string;
}

/** A list of which the sources disagree on what its offset counts: pages or entries, from 0 or from 1. */
export interface UncertainPages extends PageSize {
	style: 'uncertain';
	offsetParameter: string;
	/** where the answer holds how many items there are in all */
	totalField: string;
	/** members that together tell an entry from all others */
	entryId: readonly string[];
}

/** A list that comes at once. */
export interface WholeList extends Pick<PageSize, 'itemsField' | 'itemName'> {
	style: 'whole';
}

/** How a list is read. */
export type Pages = TokenPages | NumberedPages | UncertainPages | WholeList;

/** Makes the call for one page. */
export type CallPage = (values: Values) => Promise<Answer>;

/** @returns the items of an answer */
export function itemsOf(
	data: IDataObject,
	{ itemsField, itemName }: Pick<PageSize, 'itemsField' | 'itemName'>,
): IDataObject[] {
	const items: unknown = data[itemsField];
	if (!Array.isArray(items)) return [];
	if (itemName === undefined) return items.filter(isJsonObject);
	return items.map((item) => ({ [itemName]: String(item) }));
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
		for (const item of itemsOf(data, pages)) found.push(item);
		const next = data[pages.nextField];
		token = typeof next === 'string' && next !== '' ? next : undefined;
		if (token !== undefined && seenTokens.has(token)) {
			throw unexpectedAnswer('WeChat Pay gave the same page of the list again', requestId);
		}
		if (token !== undefined) seenTokens.add(token);
	} while (token !== undefined && found.length < limit);
	return found.slice(0, limit);
}

/**
 * WeChat Pay writes the numbers of some lists as text.
 *
 * @returns how many items there are in all
 * @throws CallError when a page with items does not say it
 */
export function totalOf(
	{ data, requestId }: Answer,
	pages: NumberedPages | UncertainPages,
): number {
	const total = data[pages.totalField];
	const isNumber = typeof total === 'number' || (typeof total === 'string' && /^\d+$/.test(total));
	if (isNumber) return Number(total);
	if (itemsOf(data, pages).length === 0) return 0;
	throw unexpectedAnswer('WeChat Pay does not say how long the list is', requestId);
}

type ReadPage = (page: number) => Promise<Answer>;

/** The same reading that asks for no page twice. */
function remembering(read: ReadPage): ReadPage {
	const known = new Map<number, Promise<Answer>>();
	return async (page) => {
		const answer = known.get(page) ?? read(page);
		known.set(page, answer);
		return await answer;
	};
}

async function unlessRefused(answer: Promise<Answer>): Promise<Answer | CallError> {
	let refusal: unknown;
	try {
		return await answer;
	} catch (error) {
		refusal = error;
	}
	if (refusal instanceof CallError && refusal.condition === 'badRequest') return refusal;
	throw refusal;
}

/**
 * Finds out with which number a list begins. One that begins with page 1 refuses page 0, or has nothing on it,
 * or gives page 1 for it.
 *
 * @param enough how many items make a second page needless
 */
async function firstPage(read: ReadPage, pages: NumberedPages, enough: number): Promise<number> {
	if (!pages.isStartUncertain) return 0;
	const zero = await unlessRefused(read(0));
	if (zero instanceof CallError) {
		if ((await unlessRefused(read(1))) instanceof CallError) throw zero;
		return 1;
	}
	const items = itemsOf(zero.data, pages);
	if (items.length >= Math.min(enough, totalOf(zero, pages))) return 0;
	const one = itemsOf((await read(1)).data, pages);
	return items.length === 0 || JSON.stringify(one) === JSON.stringify(items) ? 1 : 0;
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
	const read = remembering(
		async (page) =>
			await call({ ...values, [pages.sizeParameter]: size, [pages.pageParameter]: page }),
	);
	const start = await firstPage(read, pages, limit);
	const first = await read(start);
	const total = totalOf(first, pages);
	const found = itemsOf(first.data, pages);
	// More than was asked for: with these values WeChat Pay knows no pages and gives the whole list.
	if (found.length > size) return found.slice(0, limit);
	const pagesThere = Math.ceil(Math.min(limit, total) / size);
	const otherPages = Array.from({ length: Math.max(0, pagesThere - 1) }, (_, n) => start + n + 1);
	const others = await mapConcurrently(otherPages, read);
	found.push(...others.flatMap(({ data }) => itemsOf(data, pages)));
	// More than the first page foretold: the list grew while it was read.
	let page = start + others.length + 1;
	while (found.length > total && found.length < limit) {
		const items = itemsOf((await read(page++)).data, pages);
		found.push(...items);
		if (items.length < size) break;
	}
	return found.slice(0, limit);
}
