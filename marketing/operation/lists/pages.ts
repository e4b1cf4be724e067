import { readByIndex, type IndexedPages } from './byIndex';
import { readByNumber, type NumberedPages } from './byNumber';
import { readByToken, type TokenPages } from './byToken';
import { entriesOf, type EntriesField, type ListRequest, type Page } from './entries';
import { readUncertain, type UncertainPages } from './uncertain';

/** A list that comes at once. */
export interface WholeList extends EntriesField {
	style: 'whole';
}

/** How a list is read. */
export type Pages = TokenPages | NumberedPages | IndexedPages | UncertainPages | WholeList;

async function* allPages(pages: Pages, request: ListRequest): AsyncGenerator<Page> {
	if (pages.style === 'token') yield* readByToken(pages, request);
	else if (pages.style === 'number') yield* readByNumber(pages, request);
	else if (pages.style === 'index') yield* readByIndex(pages, request);
	else if (pages.style === 'uncertain') yield* readUncertain(pages, request);
	else yield { entries: entriesOf(await request.call(request.values), pages) };
}

/**
 * Reads a list as its pages want it, until as many entries came as are wanted, or whoever reads it stops. What is
 * under way then is finished; nothing further is begun.
 *
 * @throws CallError when a page cannot be read, or the list does not give what it promises
 */
export async function* readPages(pages: Pages, request: ListRequest): AsyncGenerator<Page> {
	let left = request.limit;
	for await (const page of allPages(pages, request)) {
		yield { ...page, entries: page.entries.slice(0, left) };
		left -= page.entries.length;
		if (left <= 0) return;
	}
}
