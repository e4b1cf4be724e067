import { expect, test } from '@jest/globals';
import {
	CONCURRENCY,
	mapConcurrently,
} from '../../nodes/WeChatPayMarketing/transport/mapConcurrently.ts';
import { VirtualTime } from './helpers/virtualTime.mts';

const inputs = Array.from({ length: 23 }, (_, index) => index);

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
	expect(await time.runToEnd(work)).toEqual([0, 1, 2, 3, 4]);
	expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('begins nothing after a failure', async () => {
	const time = new VirtualTime();
	const begun: number[] = [];
	const work = mapConcurrently(inputs, async (input) => {
		begun.push(input);
		await time.wait(10 - input);
		if (input === 4) throw new Error('four');
		return input;
	});
	await expect(time.runToEnd(work)).rejects.toThrow('four');
	await time.runToEnd(time.wait(20));
	expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('nothing to do is done at once', async () => {
	expect(await mapConcurrently([], async () => 1)).toEqual([]);
});
