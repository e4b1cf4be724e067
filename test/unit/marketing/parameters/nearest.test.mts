import { expect, test } from '@jest/globals';
import { distance, nearest } from '../../../../marketing/parameters/nearest.ts';

test.each([
	['', '', 0],
	['days', 'day', 1],
	['day', 'days', 1],
	['max', 'mix', 1],
	['kitten', 'sitting', 3],
	['', 'four', 4],
])('from %j to %j are %d changes', (one, other, changes) => {
	expect(distance(one, other)).toBe(changes);
});

test('the nearest of names, the first of several', () => {
	expect(nearest('max_amount_by_days', ['max_amount', 'max_amount_by_day', 'days'])).toBe(
		'max_amount_by_day',
	);
	expect(nearest('x', ['b', 'a'])).toBe('b');
});

test('of a name of a hundred thousand characters, the first are compared', () => {
	expect(distance('x'.repeat(100_000), 'y'.repeat(100_000))).toBe(120);
});
