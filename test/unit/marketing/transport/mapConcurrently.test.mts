import { expect, test } from '@jest/globals';
import { CONCURRENCY, mapConcurrently } from '../../../../marketing/transport/mapConcurrently.ts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const inputs = Array.from({ length: 3 * CONCURRENCY }, (_, index) => index);

test('keeps the order of the inputs and works on several at a time', async () => {
	const time = new VirtualTime();
	let running = 0;
	let most = 0;
	const work = mapConcurrently(inputs, async (input) => {
		most = Math.max(most, ++running);
		await time.wait((input * 7) % 11);
		running--;
		return input * 2;
	});
	expect(await time.runToEnd(work)).toEqual(inputs.map((input) => input * 2));
	expect(most).toBe(CONCURRENCY);
});

test('begins nothing after the last output, and finishes what is under way', async () => {
	const time = new VirtualTime();
	const begun: number[] = [];
	const work = mapConcurrently(
		inputs,
		async (input) => {
			begun.push(input);
			await time.wait(input === 2 ? 1 : 5);
			return input;
		},
		(output) => output === 2,
	);
	expect(await time.runToEnd(work)).toEqual(inputs.slice(0, CONCURRENCY));
	expect(begun).toEqual(inputs.slice(0, CONCURRENCY));
});

test('begins nothing after a failure', async () => {
	const time = new VirtualTime();
	const begun: number[] = [];
	const work = mapConcurrently(inputs, async (input) => {
		begun.push(input);
		await time.wait(2 * CONCURRENCY - input);
		if (input === CONCURRENCY - 1) throw new Error('the last of the first');
		return input;
	});
	await expect(time.runToEnd(work)).rejects.toThrow('the last of the first');
	await time.runToEnd(time.wait(3 * CONCURRENCY));
	expect(begun).toEqual(inputs.slice(0, CONCURRENCY));
});

test('nothing to do is done at once', async () => {
	expect(await mapConcurrently([], async () => 1)).toEqual([]);
});
