import { expect, test } from '@jest/globals';
import { Patience } from '../../../../marketing/transport/patience.ts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

test('is over when the turn has not come in time', async () => {
	const time = new VirtualTime();
	const patience = new Patience(5000, time, undefined);
	await time.runToEnd(time.wait(4999));
	expect([patience.isOver, patience.signal?.aborted]).toEqual([false, false]);
	await time.runToEnd(time.wait(2));
	expect([patience.isOver, patience.signal?.aborted]).toEqual([true, true]);
});

test('has no end once the turn has come', async () => {
	const time = new VirtualTime();
	const patience = new Patience(5000, time, undefined);
	patience.end();
	await time.runToEnd(time.wait(10_000));
	expect([patience.isOver, patience.signal?.aborted]).toEqual([false, false]);
});

test('ends with the execution, and is not over then', () => {
	const stop = new AbortController();
	const patience = new Patience(5000, new VirtualTime(), stop.signal);
	stop.abort();
	expect([patience.isOver, patience.signal?.aborted]).toEqual([false, true]);
});

test('has no end unless one is given', async () => {
	const time = new VirtualTime();
	const { signal } = new AbortController();
	const patience = new Patience(undefined, time, signal);
	await time.runToEnd(time.wait(1_000_000));
	expect(patience).toMatchObject({ isOver: false, signal });
});
