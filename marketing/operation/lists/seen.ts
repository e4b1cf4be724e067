import type { IDataObject } from 'n8n-workflow';
import { SIDE_BY_SIDE } from './sideBySide';

/** Knows which entries of a list came already. It keeps their IDs only. */
export class Seen {
	/** whether a page had entries, and none of them was new */
	hasRepeatedPage = false;
	/** how many entries the last page had, new ones and others */
	lastLength = 0;
	private readonly ids = new Set<string>();

	/** @param entryId members that together tell an entry from all others; all that it has when there are none */
	constructor(private readonly entryId: readonly string[] = []) {}

	/** How many different entries came. */
	get count(): number {
		return this.ids.size;
	}

	/** @returns the entries of a page that did not come before, each once; they have come from now on */
	newOf(page: readonly IDataObject[]): IDataObject[] {
		const entries = page.filter((entry) => {
			const before = this.count;
			this.ids.add(this.idOf(entry));
			return this.count > before;
		});
		this.lastLength = page.length;
		this.hasRepeatedPage ||= page.length > 0 && entries.length === 0;
		return entries;
	}

	/** @returns the place of an entry among those that came; -1 when it did not */
	placeOf(entry: IDataObject): number {
		return [...this.ids].indexOf(this.idOf(entry));
	}

	private idOf(entry: IDataObject): string {
		const id = this.entryId.map((name) => entry[name]);
		return id.every((part) => part === undefined) ? JSON.stringify(entry) : id.join('\n');
	}
}

/**
 * Gives what is new of each page, in their order. The list ends before its last page when as many pages in a row
 * as are read side by side bring nothing new: a total may promise what never comes, and the same entries may come
 * for ever. One such page alone does not end it, since the next one may have something.
 */
export async function* untilNothingNew(
	pages: AsyncIterable<IDataObject[]>,
	seen: Seen,
): AsyncGenerator<IDataObject[]> {
	let inVain = 0;
	for await (const page of pages) {
		const entries = seen.newOf(page);
		yield entries;
		inVain = entries.length > 0 ? 0 : inVain + 1;
		if (inVain === SIDE_BY_SIDE) return;
	}
}
