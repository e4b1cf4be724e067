import { describe, expect, jest, test } from '@jest/globals';
import { SIDE_BY_SIDE, sideBySide } from '../../../../../marketing/operation/lists/sideBySide.ts';

/** Pages that come when the test says so. */
class Pages {
	readonly begun: number[] = [];
	private readonly ends = new Map<number, { come(): void; fail(): void }>();

	readonly read = jest.fn(async (place: number): Promise<number> => {
		this.begun.push(place);
		return await new Promise((resolve, reject) => {
			this.ends.set(place, {
				come: () => resolve(place),
				fail: () => reject(new Error(`no page ${place}`)),
			});
		});
	});

	async come(...places: number[]): Promise<void> {
		for (const place of places) this.ends.get(place)!.come();
		await turns();
	}

	async fail(place: number): Promise<void> {
		this.ends.get(place)!.fail();
		await turns();
	}
}

/** Until all that can go on has gone on. */
const turns = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

function* places(end: number): Generator<number> {
	for (let place = 0; place < end; place++) yield place;
}

const upTo = (end: number): number[] => [...places(end)];

async function collect(pages: AsyncIterable<number>, into: number[]): Promise<void> {
	for await (const page of pages) into.push(page);
}

describe('pages that are read side by side', () => {
	test.each([0, 1, SIDE_BY_SIDE, 500])('%d of them come in order', async (count) => {
		const found: number[] = [];
		const read = async (place: number) => {
			for (let turn = 0; turn < (place * 7) % 11; turn++) await Promise.resolve();
			return place;
		};
		await collect(sideBySide(places(count), read), found);
		expect(found).toEqual(upTo(count));
	});

	test('so many at the same time, and the next as soon as one has come', async () => {
		const pages = new Pages();
		const found: number[] = [];
		const reading = collect(sideBySide(places(40), pages.read), found);
		await turns();
		expect(pages.begun).toEqual(upTo(SIDE_BY_SIDE));
		await pages.come(5, 6);
		expect(pages.begun).toEqual(upTo(SIDE_BY_SIDE + 2));
		expect(found).toEqual([]);
		await pages.come(...upTo(5));
		expect(found).toEqual(upTo(7));
		for (let place = 7; place < 40; place++) await pages.come(place);
		await reading;
		expect(found).toEqual(upTo(40));
	});

	test('one that is slow holds the others up only when they are far ahead', async () => {
		const pages = new Pages();
		const found: number[] = [];
		const reading = collect(sideBySide(places(1000), pages.read), found);
		await turns();
		for (let place = 1; place < pages.begun.length; place++) await pages.come(place);
		expect(pages.begun.length).toBe(1 + 10 * SIDE_BY_SIDE);
		expect(found).toEqual([]);
		await pages.come(0);
		expect(found.length).toBe(1 + 10 * SIDE_BY_SIDE);
		for (let place = found.length; place < pages.begun.length; place++) await pages.come(place);
		await reading;
		expect(found).toEqual(upTo(1000));
	});

	test('places without end are taken one by one', async () => {
		const read = jest.fn(async (place: number) => place);
		for await (const page of sideBySide(places(Infinity), read)) if (page === 3) break;
		expect(read.mock.calls.length).toBeLessThan(3 * SIDE_BY_SIDE);
	});

	test('nothing further is begun when whoever reads them stops', async () => {
		const pages = new Pages();
		const reading = sideBySide(places(100), pages.read);
		const first = reading.next();
		await pages.come(0);
		expect((await first).value).toBe(0);
		const begun = pages.begun.length;
		await reading.return(undefined);
		await pages.come(...upTo(begun).slice(1));
		expect(pages.begun.length).toBe(begun);
	});

	test('one that cannot be read is thrown in its place, and nothing further is begun', async () => {
		const pages = new Pages();
		const found: number[] = [];
		const reading = collect(sideBySide(places(100), pages.read), found);
		reading.catch(() => undefined);
		await turns();
		await pages.fail(3);
		await pages.come(...upTo(SIDE_BY_SIDE).filter((place) => place !== 3));
		await expect(reading).rejects.toThrow('no page 3');
		expect(found).toEqual([0, 1, 2]);
		expect(pages.begun).toEqual(upTo(SIDE_BY_SIDE));
	});

	test('those that nobody waits for any more may fail', async () => {
		const pages = new Pages();
		const reading = sideBySide(places(10), pages.read);
		const first = reading.next();
		await pages.come(0);
		await first;
		await reading.return(undefined);
		await pages.fail(1);
	});
});
