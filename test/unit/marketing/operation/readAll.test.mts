import { expect, test } from '@jest/globals';
import type { Fields } from '../../../../marketing/items/fields.ts';
import { readAll } from '../../../../marketing/operation/readAll.ts';

const inputs = [0, 1, 2].map((index) => ({ index }) as Fields);

test('items are read one after the other, with a chance to pause behind each', async () => {
	const log: string[] = [];
	const readings = await readAll(
		inputs,
		async ({ index }) => {
			log.push(`begin ${index}`);
			await Promise.resolve();
			log.push(`end ${index}`);
			return index * 10;
		},
		async () => void log.push('pause'),
	);
	expect(readings).toEqual([0, 10, 20]);
	expect(log).toEqual([0, 1, 2].flatMap((index) => [`begin ${index}`, `end ${index}`, 'pause']));
});

test('a stop ends the reading', async () => {
	const read: number[] = [];
	const reading = readAll(
		inputs,
		async ({ index }) => void read.push(index),
		async () => {
			throw new Error('cancelled');
		},
	);
	await expect(reading).rejects.toThrow('cancelled');
	expect(read).toEqual([0]);
});
