import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, type Result } from './call';
import { unexpectedAnswer } from './callError';
import type { EndpointValues, NumberedPages, TokenPages } from './endpoint';

/** Makes the call for one page. */
type CallPage = (values: EndpointValues) => Promise<Result>;

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
	values: EndpointValues,
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

/**
 * Reads a list whose pages are numbered. All pages have one size, because the number counts in pages.
 *
 * @param limit how many items are wanted; Infinity for all
 */
export async function readNumberedPages(
	call: CallPage,
	pages: NumberedPages,
	values: EndpointValues,
	limit: number,
): Promise<IDataObject[]> {
	const pageCount = Math.ceil(limit / pages.maxSize);
	const size = limit === Infinity ? pages.maxSize : Math.ceil(limit / pageCount);
	const found: IDataObject[] = [];
	let total = Infinity;
	for (let page = 0; page < pageCount; page++) {
		const { data } = await call({
			...values,
			[pages.sizeParameter]: size,
			[pages.pageParameter]: page,
		});
		const items = itemsOf(data, pages.itemsField);
		for (const item of items) found.push(item);
		total = Number(data[pages.totalField] ?? total);
		if (items.length < size || found.length >= total) break;
	}
	return found.slice(0, limit);
}
