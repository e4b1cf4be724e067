import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CONCURRENCY } from '../../nodes/WeChatPayMarketing/transport/mapConcurrently.ts';
import { Pace } from '../../nodes/WeChatPayMarketing/transport/pace.ts';
import { runs } from './helpers/runs.mts';
import { VirtualTime } from './helpers/virtualTime.mts';

interface Call {
	begin: number;
	end: number;
}

/** Asks for all calls at once and tells when each was made. */
async function makeCalls(
	quota: number,
	latencies: number[],
	during?: (pace: Pace, index: number) => void,
): Promise<{ calls: Call[]; most: number; pace: Pace; end: number }> {
	const time = new VirtualTime();
	const pace = new Pace(quota, time, undefined);
	const calls: Call[] = [];
	let running = 0;
	let most = 0;
	const work = latencies.map(
		async (latency, index) =>
			await pace.run(async () => {
				const begin = time.now();
				most = Math.max(most, ++running);
				await time.wait(latency);
				running--;
				calls[index] = { begin, end: time.now() };
				during?.(pace, index);
			}),
	);
	await time.runToEnd(Promise.all(work));
	return { calls, most, pace, end: time.now() };
}

/** The most calls that a server may count within one second, wherever between begin and end it counts. */
function busiestSecond(calls: Call[]): number {
	return Math.max(
		...calls.map(
			({ end }) => calls.filter((call) => call.begin < end + 1000 && call.end >= end).length,
		),
	);
}

describe('Pace', () => {
	test('50 calls of 60 ms at 20 a second take little more than the quota itself needs', async () => {
		const { calls, end, pace } = await makeCalls(20, Array<number>(50).fill(60));
		expect(calls).toHaveLength(50);
		expect(end).toBe(2 * 1060 + 2 * 60);
		expect(pace.waited).toBe(2 * (1060 - 4 * 60));
	});

	test('without a quota only the concurrency counts', async () => {
		const { end, most, pace } = await makeCalls(Infinity, Array<number>(200).fill(50));
		expect(most).toBe(CONCURRENCY);
		expect(end).toBe((200 / CONCURRENCY) * 50);
		expect(pace.waited).toBe(0);
	});

	test('makes calls in the order of asking', async () => {
		const { calls } = await makeCalls(3, Array<number>(10).fill(10));
		const begins = calls.map(({ begin }) => begin);
		expect(begins).toEqual([...begins].sort((a, b) => a - b));
	});

	test('a call that fails gives its place back', async () => {
		const time = new VirtualTime();
		const pace = new Pace(1, time, undefined);
		const failing = pace.run(async () => await Promise.reject(new Error('no')));
		await expect(time.runToEnd(failing)).rejects.toThrow('no');
		await expect(time.runToEnd(pace.run(async () => 'yes'))).resolves.toBe('yes');
	});

	test('is half as fast after a refusal, once a second, and recovers', async () => {
		const refusals = new Set([0, 1, 2]);
		const { calls } = await makeCalls(20, Array<number>(120).fill(10), (pace, index) => {
			if (refusals.has(index)) pace.slowDown();
		});
		const inSecond = (second: number) =>
			calls.filter(({ begin }) => Math.floor(begin / 1010) === second).length;
		expect(inSecond(0)).toBe(10);
		expect(inSecond(1)).toBeGreaterThan(10);
		expect(inSecond(1)).toBeLessThan(20);
		expect(Math.max(...Array.from({ length: 9 }, (_, second) => inSecond(second)))).toBe(20);
	});

	test('is never slower than one call a second, and never slows without a quota', async () => {
		const { end } = await makeCalls(2, Array<number>(6).fill(10), (pace) => pace.slowDown());
		expect(end).toBeLessThanOrEqual(6 * 1010);
		const free = await makeCalls(Infinity, Array<number>(100).fill(10), (pace) => pace.slowDown());
		expect(free.end).toBe(200);
	});

	test('stops waiting when the execution is cancelled', async () => {
		const time = new VirtualTime();
		const stop = new AbortController();
		const pace = new Pace(1, time, stop.signal);
		await time.runToEnd(pace.run(async () => undefined));
		const second = pace.run(async () => 'made');
		setImmediate(() => stop.abort());
		await expect(second).rejects.toThrow('aborted');
	});

	test('never lets a server count more than the quota within a second, nor more at a time than allowed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 30 }),
				fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 60 }),
				async (quota, latencies) => {
					const { calls, most } = await makeCalls(quota, latencies);
					expect(calls).toHaveLength(latencies.length);
					expect(busiestSecond(calls)).toBeLessThanOrEqual(quota);
					expect(most).toBeLessThanOrEqual(CONCURRENCY);
				},
			),
			{ numRuns: runs(300) },
		);
	});
});
