import { expect, test } from '@jest/globals';
import { pauseOf } from '../../../../marketing/operation/pause.ts';
import type { Timing } from '../../../../marketing/transport/timing.ts';

/** A clock that only moves when it is told to; waits are counted and end at once, unless cancelled. */
function clock() {
	const waits: number[] = [];
	let now = 1_000;
	const timing: Timing = {
		now: () => now,
		random: () => 0,
		wait: async (milliseconds, signal) => {
			waits.push(milliseconds);
			if (signal?.aborted) throw new Error('cancelled');
		},
	};
	return { timing, waits, pass: (milliseconds: number) => (now += milliseconds) };
}

test('n8n gets on with other things only when it was held for 15 ms', async () => {
	const { timing, waits, pass } = clock();
	const pause = pauseOf(timing, undefined);
	for (let row = 0; row < 14; row++) {
		pass(1);
		await pause();
	}
	expect(waits).toEqual([]);
	pass(1);
	await pause();
	expect(waits).toEqual([0]);
	await pause();
	expect(waits).toEqual([0]);
});

test('a pause after a stop says that nothing was sent', async () => {
	const { timing, pass } = clock();
	const stop = new AbortController();
	const pause = pauseOf(timing, stop.signal);
	stop.abort();
	pass(20);
	await expect(pause()).rejects.toMatchObject({ outcome: 'notSent', code: 'ERR_CANCELED' });
});
