import type { IDataObject } from 'n8n-workflow';
import { unexpectedAnswer } from '../../transport/attempt';
import {
	entriesOf,
	totalOf,
	type CountedEntries,
	type ListRequest,
	type Page,
	type PagedEntries,
} from './entries';
import { Seen, untilNothingNew } from './seen';
import { sideBySide } from './sideBySide';

/** A list that is read from the index of an entry on, the first being 0. */
export interface IndexedPages extends PagedEntries, CountedEntries {
	style: 'index';
	offsetParameter: string;
	entryId: readonly string[];
}

function* indexesBetween(start: number, end: number, step: number): Generator<number> {
	for (let index = start; index < end; index += step) yield index;
}

/**
 * Reads a list by the index of its entries: the first page tells how many there are, the others are read side by
 * side. It is complete when as many different entries came as the highest total of any page says: one that changes
 * while it is read may have lost an entry between two pages.
 *
 * @throws CallError behind the last page, when fewer came than were wanted and are there
 */
export async function* readByIndex(
	pages: IndexedPages,
	{ call, values, limit, from }: ListRequest,
): AsyncGenerator<Page> {
	const seen = new Seen(pages.entryId);
	const start = Number(from ?? 0);
	let total = 0;
	let lastRequest = '';
	const read = async (index: number): Promise<IDataObject[]> => {
		const size = Math.min(pages.maxSize, limit);
		const place = { [pages.sizeParameter]: size, [pages.offsetParameter]: index };
		const answer = await call({ ...values, ...place });
		total = Math.max(total, totalOf(answer, pages));
		lastRequest = answer.requestId;
		return entriesOf(answer, pages);
	};
	const first = await read(start);
	// WeChat Pay may give shorter pages than were asked for.
	const length = first.length;
	const behind = start + length;
	const isMore = length > 0 && behind < total;
	yield { entries: seen.newOf(first), next: isMore ? String(behind) : undefined };
	if (isMore) {
		const rest = sideBySide(indexesBetween(behind, Math.min(start + limit, total), length), read);
		for await (const entries of untilNothingNew(rest, seen)) yield { entries };
	}
	const there = start + seen.count;
	if (there < Math.min(start + limit, total)) {
		throw unexpectedAnswer(
			`WeChat Pay gave ${there} of the ${total} entries of the list, which may have changed while it was read`,
			lastRequest,
		);
	}
}
