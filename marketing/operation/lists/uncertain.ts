import type { IDataObject } from 'n8n-workflow';
import {
	entriesOf,
	samePageAgain,
	totalOf,
	type CountedEntries,
	type ListRequest,
	type Page,
	type PagedEntries,
} from './entries';
import { Seen, untilNothingNew } from './seen';
import { sideBySide } from './sideBySide';

/** A list of which the sources disagree on what its offset counts: pages or entries, from 0 or from 1. */
export interface UncertainPages extends PagedEntries, CountedEntries {
	style: 'uncertain';
	offsetParameter: string;
	entryId: readonly string[];
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
function* offsetsBetween(
	start: number,
	end: number,
	size: number,
	{ counts, from }: Counting,
): Generator<number> {
	for (let place = start; place < end; place += size) {
		yield from + (counts === 'pages' ? Math.floor(place / size) : place);
	}
}

/**
 * Reads a list of which it is not known what its offset counts. The pages themselves tell: that of offset 1
 * begins behind the first page when it counts pages from 0, with its second entry when it counts entries
 * from 0, and with its first when it counts from 1; then that of offset 2 tells. The others are read side by
 * side. A page brings nothing new when it is empty or all its entries came before; so many of them in a row as are
 * read side by side end the list.
 *
 * @throws CallError when WeChat Pay gives the same page whatever the offset, and says that there is more
 */
export async function* readUncertain(
	pages: UncertainPages,
	{ call, values, limit }: ListRequest,
): AsyncGenerator<Page> {
	const seen = new Seen(pages.entryId);
	let total = 0;
	let lastRequest = '';
	const read = async (offset: number): Promise<IDataObject[]> => {
		const size = Math.min(pages.maxSize, limit);
		const place = { [pages.sizeParameter]: size, [pages.offsetParameter]: offset };
		const answer = await call({ ...values, ...place });
		total = totalOf(answer, pages);
		lastRequest = answer.requestId;
		return entriesOf(answer, pages);
	};
	const isMore = () => seen.count < Math.min(limit, total);

	yield { entries: seen.newOf(await read(0)) };
	// WeChat Pay may give shorter pages than were asked for.
	const size = seen.count;
	let counting: Counting | undefined;
	for (const offset of [1, 2] as const) {
		if (size === 0 || counting || !isMore()) break;
		const entries = await read(offset);
		counting = entries[0] && countingBy(seen.placeOf(entries[0]), offset);
		yield { entries: seen.newOf(entries) };
	}
	if (size > 0 && !counting && isMore()) throw samePageAgain(lastRequest);
	let isReadAgain = false;
	while (counting && isMore()) {
		const before = seen.count;
		if (isReadAgain) {
			const known = sideBySide(offsetsBetween(0, before, size, counting), read);
			for await (const page of known) yield { entries: seen.newOf(page) };
		}
		const end = Math.min(limit, total);
		const rest = sideBySide(offsetsBetween(seen.count, end, size, counting), read);
		for await (const entries of untilNothingNew(rest, seen)) yield { entries };
		if (seen.count > before) continue;
		// The list changed while it was read, or it counts what it does not give.
		if (isReadAgain) break;
		isReadAgain = true;
	}
}
