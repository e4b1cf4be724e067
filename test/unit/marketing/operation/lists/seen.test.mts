import { describe, expect, test } from '@jest/globals';
import { Seen, untilNothingNew } from '../../../../../marketing/operation/lists/seen.ts';
import { SIDE_BY_SIDE } from '../../../../../marketing/operation/lists/sideBySide.ts';
import { numbers, type Data } from '../../../helpers/lists.mts';

describe('the entries of a list that came', () => {
	test('each of them is new once', () => {
		const seen = new Seen(['n']);
		expect(seen.newOf([...numbers(0, 3), ...numbers(1, 4)])).toEqual(numbers(0, 4));
		expect(seen.newOf(numbers(2, 6))).toEqual(numbers(4, 6));
		expect(seen.count).toBe(6);
		expect(numbers(4, 7).map((entry) => seen.placeOf(entry))).toEqual([4, 5, -1]);
	});

	test.each<[string, string[] | undefined, Data[], number]>([
		['one member', ['id'], [{ id: '1' }, { id: '2' }, { id: '1', name: 'a' }], 2],
		[
			'two members',
			['a', 'b'],
			[
				{ a: 'x', b: 'yz' },
				{ a: 'xy', b: 'z' },
			],
			2,
		],
		['one of two', ['a', 'b'], [{ a: 'x' }, { b: 'x' }], 2],
		['all', undefined, [{ a: 1 }, { a: 1, b: 2 }, { a: 1 }], 2],
		['all, where the ID is missing', ['id'], [{ a: 1 }, { a: 2 }, { a: 1 }], 2],
	])('are told apart by %s', (_, entryId, entries, count) => {
		const seen = new Seen(entryId);
		expect(seen.newOf(entries)).toEqual(entries.slice(0, count));
	});

	test('a page comes again when it has entries and none of them is new', () => {
		const seen = new Seen(['n']);
		for (const page of [numbers(0, 2), [], numbers(1, 3)]) seen.newOf(page);
		expect(seen.hasRepeatedPage).toBe(false);
		seen.newOf(numbers(2, 3));
		expect(seen.hasRepeatedPage).toBe(true);
	});
});

describe('a list', () => {
	const read = async (pages: Data[][]): Promise<number> => {
		let taken = 0;
		const given = (async function* () {
			for (const page of pages) {
				taken++;
				yield page;
			}
		})();
		const found: Data[] = [];
		for await (const entries of untilNothingNew(given, new Seen(['n']))) found.push(...entries);
		expect(found).toEqual(numbers(0, found.length));
		return taken;
	};
	const inVain = (count: number): Data[][] =>
		Array.from({ length: count }, (_, n) => (n % 2 === 0 ? [] : numbers(0, 1)));

	test('ends when so many pages in a row as are read side by side bring nothing new', async () => {
		const pages = [numbers(0, 2), ...inVain(SIDE_BY_SIDE + 10)];
		expect(await read(pages)).toBe(1 + SIDE_BY_SIDE);
	});

	test('goes on when one of them brings something', async () => {
		const pages = [numbers(0, 2), ...inVain(SIDE_BY_SIDE - 1), numbers(2, 3), ...inVain(1)];
		expect(await read(pages)).toBe(pages.length);
	});
});
