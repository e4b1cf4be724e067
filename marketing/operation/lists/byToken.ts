import {
	entriesOf,
	samePageAgain,
	type ListRequest,
	type Page,
	type PagedEntries,
} from './entries';
import { Seen } from './seen';

/** A list that is read with a token of the page before. */
export interface TokenPages extends PagedEntries {
	style: 'token';
	tokenParameter: string;
	/** where the answer holds the next token */
	nextField: string;
}

/** Empty pages in a row, each with a token for the next, that WeChat Pay is believed. */
const MOST_EMPTY = 1000;

/**
 * Reads a list with a token of the page before. A token says that there is more, so an empty page is not the end.
 * Nothing new comes any more when a token was used before, when all entries of a page came before, or when 1,000
 * pages in a row are empty.
 *
 * @throws CallError behind a page with which nothing new comes any more although its token says that there is more
 */
export async function* readByToken(
	pages: TokenPages,
	{ call, values, limit, from }: ListRequest,
): AsyncGenerator<Page> {
	const seen = new Seen(pages.entryId);
	const used = new Set<unknown>();
	let empty = 0;
	let token = from;
	do {
		used.add(token);
		const answer = await call({
			...values,
			[pages.sizeParameter]: Math.min(pages.maxSize, limit - seen.count),
			[pages.tokenParameter]: token,
		});
		const entries = seen.newOf(entriesOf(answer, pages));
		empty = entries.length === 0 ? empty + 1 : 0;
		const next = answer.data[pages.nextField];
		token = typeof next === 'string' && next !== '' ? next : undefined;
		const isOld = used.has(token) || seen.hasRepeatedPage || empty === MOST_EMPTY;
		const isAgain = token !== undefined && isOld;
		yield { entries, next: isAgain ? undefined : token };
		if (isAgain) throw samePageAgain(answer.requestId);
	} while (token !== undefined);
}
