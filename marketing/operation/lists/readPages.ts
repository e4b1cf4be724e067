import type { IDataObject } from 'n8n-workflow';
import { itemsOf, readNumberedPages, readTokenPages, type CallPage, type Pages } from './pages';
import type { Values } from '../../items/placement';
import { readUncertainPages } from './uncertainPages';

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
	if (pages.style === 'whole') return itemsOf((await call(values)).data, pages).slice(0, limit);
	if (pages.style === 'token') return await readTokenPages(call, pages, values, limit);
	if (pages.style === 'number') return await readNumberedPages(call, pages, values, limit);
	return await readUncertainPages(call, pages, values, limit);
}
