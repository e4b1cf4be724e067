import { expect, test } from '@jest/globals';
import { ShortestOfLate } from '../../../../marketing/transport/shortestOfLate.ts';

test('knows the shortest time for ten seconds at least and twenty at most, and none at first', () => {
	let now = 0;
	const shortest = new ShortestOfLate({ now: () => now });
	const at = (moment: number, ...times: number[]) => {
		now = moment;
		for (const time of times) shortest.add(time);
		return shortest.get();
	};
	expect(at(0)).toBe(0);
	expect(at(1000, 60, 500)).toBe(60);
	expect(at(9000, 700)).toBe(60);
	expect(at(10_999, 800)).toBe(60);
	// A busy time at its end is not taken for the answer time of the next.
	expect(at(19_999, 900)).toBe(60);
	expect(at(20_999, 1000)).toBe(800);
	expect(at(50_000)).toBe(0);
});

test('0 ms are a time', () => {
	const shortest = new ShortestOfLate({ now: () => 5 });
	shortest.add(0);
	shortest.add(3);
	expect(shortest.get()).toBe(0);
});
