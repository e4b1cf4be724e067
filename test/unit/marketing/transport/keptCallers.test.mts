import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Caller } from '../../../../marketing/transport/attempt.ts';
import { KeptCallers } from '../../../../marketing/transport/keptCallers.ts';

let time: number;
let kept: KeptCallers;
beforeEach(() => {
	time = 0;
	kept = new KeptCallers({
		now: () => time,
		random: () => 0,
		wait: async () => await Promise.resolve(),
	});
});

/** Each credential that is read is another one. */
const reader = () => jest.fn(async () => await Promise.resolve({} as Caller));
const away = () => jest.fn(async () => await Promise.reject<Caller>(new Error('locked')));

test('is read once for thirty seconds, also when many ask at the same time', async () => {
	const read = reader();
	const all = await Promise.all([kept.of('a', read), kept.of('a', read)]);
	time = 29_999;
	all.push(await kept.of('a', read));
	expect(new Set(all).size).toBe(1);
	expect(read).toHaveBeenCalledTimes(1);
	time = 30_000;
	expect(await kept.of('a', read)).not.toBe(all[0]);
	expect(read).toHaveBeenCalledTimes(2);
});

test('is of one trigger', async () => {
	const read = reader();
	expect(await kept.of('a', read)).not.toBe(await kept.of('b', read));
});

describe('what does not fit', () => {
	test('is read anew, and kept from then on', async () => {
		const read = reader();
		const first = await kept.of('a', read);
		time = 1000;
		const changed = await kept.anew('a', read);
		expect(changed).not.toBe(first);
		expect(await kept.of('a', read)).toBe(changed);
		time = 30_999;
		expect(await kept.of('a', read)).toBe(changed);
	});

	test('is not read anew within a second, for anybody may send what does not fit', async () => {
		const read = reader();
		await kept.of('a', read);
		time = 999;
		expect(await kept.anew('a', read)).toBeUndefined();
		expect(read).toHaveBeenCalledTimes(1);
	});
});

test('one that cannot be read is asked for again after a second', async () => {
	const read = away();
	await expect(kept.of('a', read)).rejects.toThrow('locked');
	time = 999;
	await expect(kept.of('a', read)).rejects.toThrow('locked');
	expect(read).toHaveBeenCalledTimes(1);
	time = 1000;
	expect(await kept.of('a', reader())).toEqual({});
});

test('200 are kept; the one that was read the longest time ago goes first', async () => {
	for (let index = 0; index < 200; index++) await kept.of(`${index}`, reader());
	await kept.of('new', reader());
	const read = reader();
	await kept.of('1', read);
	await kept.of('new', read);
	expect(read).not.toHaveBeenCalled();
	await kept.of('0', read);
	expect(read).toHaveBeenCalledTimes(1);
});
