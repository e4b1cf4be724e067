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

/** A list of which the sources disagree on what its offset counts: pages or entries, from 0 or from 1. */
export interface UncertainPages extends PageSize {
	style: 'uncertain';
	offsetParameter: string;
	/** where the answer holds how many items there are in all */
	totalField: string;
	/** members that together tell an entry from all others */
	entryId: readonly string[];
}

/** How a list is read. */
export type Pages = TokenPages | NumberedPages | UncertainPages;

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

function totalOf(
	data: IDataObject,
	pages: NumberedPages | UncertainPages,
	requestId: string,
): number {
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

/** Entries of a list, each once, in the order in which they were first seen. */
class Entries {
	private readonly byId = new Map<string, IDataObject>();

	constructor(private readonly entryId: readonly string[]) {}

	get all(): IDataObject[] {
		return [...this.byId.values()];
	}

	get count(): number {
		return this.byId.size;
	}

	/** @returns how many of them were new */
	add(entries: readonly IDataObject[]): number {
		const before = this.count;
		for (const entry of entries) {
			const id = this.idOf(entry);
			if (!this.byId.has(id)) this.byId.set(id, entry);
		}
		return this.count - before;
	}

	/** @returns the place of an entry; -1 when it was not seen */
	placeOf(entry: IDataObject): number {
		return [...this.byId.keys()].indexOf(this.idOf(entry));
	}

	private idOf(entry: IDataObject): string {
		const id = this.entryId.map((name) => entry[name]);
		return JSON.stringify(id.every((part) => part === undefined) ? entry : id);
	}
}

/** What an offset counts. */
interface Counting {
	counts: 'pages' | 'entries';
	/** the offset of the first page or entry, which that of 0 gives, too */
	from: 0 | 1;
}

/** How an offset counts whose page begins at this place of what was read before it; -1 behind it. */
function countingBy(place: number, offset: 1 | 2): Counting | undefined {
	const from = offset === 1 ? 0 : 1;
	if (place === 1) return { counts: 'entries', from };
	return place === 0 ? undefined : { counts: 'pages', from };
}

/** The offsets with which all entries from one place to another can be read. */
function offsetsOf(
	{ counts, from }: Counting,
	{ start, end, size }: { start: number; end: number; size: number },
): number[] {
	const count = Math.ceil((end - start) / size);
	return Array.from({ length: count }, (_, n) =>
		counts === 'pages' ? Math.floor(start / size) + n + from : start + n * size + from,
	);
}

/**
 * Reads a list of which it is not known what its offset counts. The pages themselves tell: that of offset 1
 * begins behind the first page when it counts pages from 0, with its second entry when it counts entries
 * from 0, and with its first when it counts from 1; then that of offset 2 tells. No entry comes out twice.
 *
 * @param limit how many items are wanted; Infinity for all
 * @throws CallError when WeChat Pay gives the same page whatever the offset, and says that there is more
 */
export async function readUncertainPages(
	call: CallPage,
	pages: UncertainPages,
	values: Values,
	limit: number,
): Promise<IDataObject[]> {
	const found = new Entries(pages.entryId);
	let total = 0;
	let lastRequest = '';
	const read = async (offset: number) => {
		const size = Math.min(pages.maxSize, limit);
		const place = { [pages.sizeParameter]: size, [pages.offsetParameter]: offset };
		const { data, requestId } = await call({ ...values, ...place });
		total = totalOf(data, pages, requestId);
		lastRequest = requestId;
		return itemsOf(data, pages.itemsField);
	};
	const isMore = () => found.count < Math.min(limit, total);

	// WeChat Pay may give shorter pages than were asked for.
	const size = found.add(await read(0));
	let counting: Counting | undefined;
	for (const offset of [1, 2] as const) {
		if (size === 0 || counting || !isMore()) break;
		const entries = await read(offset);
		counting = entries[0] && countingBy(found.placeOf(entries[0]), offset);
		found.add(entries);
	}
	if (size > 0 && !counting && isMore()) {
		throw unexpectedAnswer('WeChat Pay gave the same page of the list again', lastRequest);
	}
	let hasBeenReadWhole = false;
	while (counting && isMore()) {
		const start = hasBeenReadWhole ? 0 : found.count;
		const offsets = offsetsOf(counting, { start, end: Math.min(limit, total), size });
		const lists = await mapConcurrently(offsets, read);
		if (found.add(lists.flat()) > 0) continue;
		// The list changed while it was read, or it counts what it does not give.
		if (hasBeenReadWhole) break;
		hasBeenReadWhole = true;
	}
	return found.all.slice(0, limit);
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
	if (pages.style === 'token') return await readTokenPages(call, pages, values, limit);
	if (pages.style === 'number') return await readNumberedPages(call, pages, values, limit);
	return await readUncertainPages(call, pages, values, limit);
}
