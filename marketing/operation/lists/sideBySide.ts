/** Pages that are read side by side at most. */
export const SIDE_BY_SIDE = 32;

/** Pages that are begun at most behind one that is slow, so that it does not hold them up. */
const MOST_AHEAD = 10 * SIDE_BY_SIDE;

/**
 * Reads pages side by side, SIDE_BY_SIDE at most, and gives them in order. When whoever reads them stops early, or
 * a page cannot be read, nothing further is begun.
 *
 * @param places where the pages are; taken one by one, so that there may be any number of them
 * @throws what `read` throws, at the place of its page
 */
export async function* sideBySide<Page>(
	places: Iterable<number>,
	read: (place: number) => Promise<Page>,
): AsyncGenerator<Page> {
	const left = places[Symbol.iterator]();
	const begun: Array<Promise<Page>> = [];
	let underWay = 0;
	let isWaitedFor = false;
	let isEnded = false;
	function begin(most: number): void {
		while (!isEnded && underWay < SIDE_BY_SIDE && begun.length < most) {
			const { value, done } = left.next();
			if (done) return;
			const page = read(value);
			begun.push(page);
			underWay++;
			void page.then(
				() => {
					underWay--;
					if (isWaitedFor) begin(MOST_AHEAD);
				},
				() => {
					isEnded = true;
				},
			);
		}
	}
	try {
		begin(SIDE_BY_SIDE);
		for (let first = begun.shift(); first; first = begun.shift()) {
			isWaitedFor = true;
			const page = await first;
			isWaitedFor = false;
			yield page;
			begin(SIDE_BY_SIDE);
		}
	} finally {
		isEnded = true;
	}
}
