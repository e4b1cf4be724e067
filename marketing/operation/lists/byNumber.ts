import type { Answer } from '../../transport/attempt';
import {
	entriesOf,
	samePageAgain,
	totalOf,
	type CountedEntries,
	type ListRequest,
	type Page,
	type PagedEntries,
} from './entries';
import { firstNumber, type AskPage } from './firstNumber';
import { Seen, untilNothingNew } from './seen';
import { sideBySide } from './sideBySide';

/** A list whose pages are numbered, from 0 unless that is uncertain. */
export interface NumberedPages extends PagedEntries, CountedEntries {
	style: 'number';
	pageParameter: string;
	/** the documentation does not say whether 0 or 1 is the first page, so it is found out */
	isStartUncertain?: boolean;
}

/** Pages have one size, because the number counts in pages. */
function sizeFor({ maxSize, isStartUncertain }: NumberedPages, limit: number): number {
	// The last page may be asked for, and WeChat Pay takes numbers up to 500 there.
	if (isStartUncertain || limit === Infinity) return maxSize;
	return Math.ceil(limit / Math.ceil(limit / maxSize));
}

function* numbersBetween(start: number, end: number): Generator<number> {
	for (let number = start; number < end; number++) yield number;
}

/** The same asking, `look` for a page that is wanted later, `read` when it is wanted: none is asked for twice. */
function remembering(ask: AskPage): { look: AskPage; read: AskPage } {
	const known = new Map<number, Promise<Answer>>();
	return {
		async look(number) {
			const answer = ask(number);
			known.set(number, answer);
			return await answer;
		},
		async read(number) {
			const answer = known.get(number) ?? ask(number);
			known.delete(number);
			return await answer;
		},
	};
}

/**
 * Reads a list whose pages are numbered: the first page tells how many there are, the others are read side by
 * side. A page brings nothing new when it is empty or all its entries came before; so many of them in a row as
 * are read side by side end the list.
 *
 * @throws CallError when a page came again, and fewer entries than the total says
 */
export async function* readByNumber(
	pages: NumberedPages,
	{ call, values, limit, from }: ListRequest,
): AsyncGenerator<Page> {
	const size = sizeFor(pages, limit);
	const { look, read } = remembering(
		async (number) =>
			await call({ ...values, [pages.sizeParameter]: size, [pages.pageParameter]: number }),
	);
	const entriesAt = async (number: number) => entriesOf(await read(number), pages);
	const seen = new Seen(pages.entryId);
	let start = Number(from ?? 0);
	if (from === undefined && pages.isStartUncertain) start = await firstNumber(look, pages, limit);

	const first = await read(start);
	const entries = entriesOf(first, pages);
	const next = entries.length < size ? undefined : String(start + 1);
	yield { entries: seen.newOf(entries), next };
	const total = totalOf(first, pages);
	// WeChat Pay may give shorter or longer pages than were asked for, or the whole list at once.
	const length = entries.length || size;
	const end = start + Math.ceil(Math.min(limit, total) / length);
	const others = sideBySide(numbersBetween(start + 1, end), entriesAt);
	for await (const news of untilNothingNew(others, seen)) yield { entries: news };
	// The list changed while it was read, and its last page is full.
	for (let number = end; seen.count !== total && seen.lastLength >= length; number++) {
		const news = seen.newOf(await entriesAt(number));
		if (news.length === 0) break;
		yield { entries: news };
	}
	if (seen.hasRepeatedPage && seen.count < Math.min(limit, total)) {
		throw samePageAgain(first.requestId);
	}
}
