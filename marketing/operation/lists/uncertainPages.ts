import type { IDataObject } from 'n8n-workflow';
import { unexpectedAnswer } from '../../transport/attempt';
import { mapConcurrently } from '../../transport/mapConcurrently';
import { itemsOf, totalOf, type CallPage, type UncertainPages } from './pages';
import type { Values } from '../../items/placement';

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
		const answer = await call({ ...values, ...place });
		total = totalOf(answer, pages);
		lastRequest = answer.requestId;
		return itemsOf(answer.data, pages);
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
