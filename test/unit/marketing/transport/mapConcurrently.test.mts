import { expect, test } from '@jest/globals';
import {
	AT_FIRST,
	CONCURRENCY,
	mapConcurrently,
} from '../../../../marketing/transport/mapConcurrently.ts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const inputs = Array.from({ length: 3 * CONCURRENCY }, (_, index) => index);

test('keeps the order of the inputs and works on more and more at a time', async () => {
	const time = new VirtualTime();
	let running = 0;
	const most: number[] = [];
	const work = mapConcurrently(inputs, async (input) => {
		const round = Math.floor(time.now() / 10);
		most[round] = Math.max(most[round] ?? 0, ++running);
		await time.wait(10 - (time.now() % 10));
		running--;
		return input * 2;
	});
	expect(await time.runToEnd(work)).toEqual(inputs.map((input) => input * 2));
	expect(most).toEqual([10, 20, 40, 80, 100, 50]);
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
	expect(await time.runToEnd(work)).toEqual(inputs.slice(0, AT_FIRST));
	expect(begun).toEqual(inputs.slice(0, AT_FIRST));
});

test('begins nothing after a failure', async () => {
	const time = new VirtualTime();
	const begun: number[] = [];
	const work = mapConcurrently(inputs, async (input) => {
		begun.push(input);
		await time.wait(2 * AT_FIRST - input);
		if (input === AT_FIRST - 1) throw new Error('the last of the first');
		return input;
	});
	await expect(time.runToEnd(work)).rejects.toThrow('the last of the first');
	await time.runToEnd(time.wait(3 * AT_FIRST));
	expect(begun).toEqual(inputs.slice(0, AT_FIRST));
});

test('nothing to do is done at once', async () => {
	expect(await mapConcurrently([], async () => 1)).toEqual([]);
});
