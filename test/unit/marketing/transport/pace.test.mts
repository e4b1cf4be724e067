import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Quota } from '../../../../marketing/transport/endpoint.ts';
import { CONCURRENCY } from '../../../../marketing/transport/mapConcurrently.ts';
import {
	limitOfQuota,
	limitOfRate,
	Pace,
	type Limit,
} from '../../../../marketing/transport/pace.ts';
import { Paces } from '../../../../marketing/transport/paces.ts';
import { ModelServer } from '../../helpers/modelServer.mts';
import { runs } from '../../helpers/runs.mts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const NO_SIGNAL = { signal: undefined };

interface Call {
	begin: number;
	end: number;
}

const perSecond = (calls: number): Limit => ({ calls, within: 1000 });

/** Asks for all calls at once and tells when each was made. */
async function makeCalls(
	limit: Limit,
	latencies: number[],
	during?: (pace: Pace, index: number, begin: number) => void,
): Promise<{ calls: Call[]; most: number; pace: Pace; end: number }> {
	const time = new VirtualTime();
	const pace = new Pace(limit, time);
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
				during?.(pace, index, begin);
			}, NO_SIGNAL),
	);
	await time.runToEnd(Promise.all(work));
	return { calls, most, pace, end: time.now() };
}

/** The most calls that a server may count within a window, wherever between begin and end it counts. */
function busiestWindow(calls: Call[], within: number): number {
	return Math.max(
		...calls.map(
			({ end }) => calls.filter((call) => call.begin < end + within && call.end >= end).length,
		),
	);
}

describe('Limits', () => {
	test.each<[Quota | undefined, number, number]>([
		[{ calls: 20, per: 'second' }, 20, 1000],
		[{ calls: 60, per: 'minute' }, 60, 60_000],
		[undefined, Infinity, 1000],
	])('of the quota %j', (quota, calls, within) => {
		expect(limitOfQuota(quota)).toEqual({ calls, within });
	});

	test.each<[Quota | undefined, number, number, number]>([
		[{ calls: 20, per: 'second' }, 4, 5, 1000],
		[{ calls: 20, per: 'second' }, 3, 6, 1000],
		[{ calls: 20, per: 'second' }, 40, 1, 2000],
		[{ calls: 5, per: 'minute' }, 10, 1, 120_000],
		[undefined, 4, Infinity, 1000],
	])('of the quota %j, shared by %j processes', (quota, processes, calls, within) => {
		expect(limitOfQuota(quota, processes)).toEqual({ calls, within });
	});

	test.each([
		[7, 7, 1000],
		[2.9, 2, 1000],
		[0.5, 1, 2000],
	])('of %d calls a second', (rate, calls, within) => {
		expect(limitOfRate(rate)).toEqual({ calls, within });
	});
});

describe('Pace', () => {
	test('100 calls of 60 ms at 20 a second take at most 1.1 times what the quota itself needs', async () => {
		const { calls, end, pace } = await makeCalls(perSecond(20), Array<number>(100).fill(60));
		expect(calls).toHaveLength(100);
		expect(end).toBeLessThanOrEqual(1.1 * (4 * 1000 + 60));
		// Between the beginnings of five bursts of ten and ten more.
		expect(pace.held).toBe(4 * (1060 - 2 * 60));
	});

	test.each([
		[20, 60, 10],
		[100, 250, 50],
		[500, 60, 60],
		[500, 1000, CONCURRENCY],
		[Infinity, 2, 10],
		[Infinity, 20, 40],
		[Infinity, 60, CONCURRENCY],
	])('%d a second, answers take %d ms: %d under way', async (quota, latency, expected) => {
		const { most } = await makeCalls(perSecond(quota), Array<number>(400).fill(latency));
		expect(most).toBe(expected);
	});

	test('calls per minute', async () => {
		const limit = limitOfQuota({ calls: 5, per: 'minute' });
		const { calls, end } = await makeCalls(limit, Array<number>(12).fill(100));
		expect(busiestWindow(calls, 60_000)).toBe(5);
		expect(end).toBe(2 * 60_100 + 100);
	});

	test('makes calls in the order of asking', async () => {
		const { calls } = await makeCalls(perSecond(3), Array<number>(10).fill(10));
		const begins = calls.map(({ begin }) => begin);
		expect(begins).toEqual([...begins].sort((a, b) => a - b));
	});

	test('a call that fails gives its place back', async () => {
		const time = new VirtualTime();
		const pace = new Pace(perSecond(1), time);
		const failing = pace.run(async () => await Promise.reject(new Error('no')), NO_SIGNAL);
		await expect(time.runToEnd(failing)).rejects.toThrow('no');
		await expect(time.runToEnd(pace.run(async () => 'yes', NO_SIGNAL))).resolves.toBe('yes');
	});

	test('never lets a server count more than the limit within a window, nor more at a time than allowed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 30 }),
				fc.constantFrom(1000, 60_000),
				fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 60 }),
				async (calls, within, latencies) => {
					const made = await makeCalls({ calls, within }, latencies);
					expect(made.calls).toHaveLength(latencies.length);
					expect(busiestWindow(made.calls, within)).toBeLessThanOrEqual(calls);
					expect(made.most).toBeLessThanOrEqual(CONCURRENCY);
				},
			),
			{ numRuns: runs(300) },
		);
	});
});

describe('Pace after a refusal for too many calls', () => {
	test('is half as fast, once for the calls that were under way together, and recovers slowly', async () => {
		const { calls } = await makeCalls(
			perSecond(20),
			Array<number>(400).fill(10),
			(pace, index, begin) => {
				if (index < 10) pace.slowDown(begin);
			},
		);
		const within = (from: number) =>
			calls.filter(({ begin }) => begin >= from && begin < from + 1000).length;
		expect(within(0)).toBe(10);
		expect(within(1010)).toBeGreaterThanOrEqual(10);
		expect(within(1010)).toBeLessThan(14);
		const last = calls.at(-1)?.begin ?? 0;
		expect(last).toBeGreaterThan(20_000);
		expect(within(last - 3000)).toBeGreaterThanOrEqual(19);
	});

	test('is never slower than one call in a window', async () => {
		const { end } = await makeCalls(perSecond(2), Array<number>(6).fill(10), (pace, _, begin) =>
			pace.slowDown(begin),
		);
		expect(end).toBeLessThanOrEqual(6 * 1010);
	});

	test('slows down where no quota is documented, too', async () => {
		const free = await makeCalls(perSecond(Infinity), Array<number>(200).fill(10));
		const refused = await makeCalls(
			perSecond(Infinity),
			Array<number>(200).fill(10),
			(pace, index, begin) => {
				if (index === 0) pace.slowDown(begin);
			},
		);
		expect(free.end).toBe(110);
		expect(refused.end).toBeGreaterThan(5000);
	});

	test('is half of what was made in a second where no quota is documented', async () => {
		const { calls } = await makeCalls(
			perSecond(Infinity),
			Array<number>(1000).fill(10),
			(pace, index, begin) => {
				if (index === 399) pace.slowDown(begin);
			},
		);
		const before = calls.filter(({ begin }) => begin <= calls[399]!.begin).length;
		const inNext = calls.filter(
			({ end }) => end > calls[399]!.end && end <= calls[399]!.end + 1010,
		);
		expect(inNext.length).toBeGreaterThan(before / 3);
	});

	test.each([
		[
			'grows by a twentieth of the quota in a second, and is forgotten when it is whole',
			500,
			0,
			10,
		],
		['is remembered as long as Retry-After says', 20, 120_000, 120],
	])('%s', async (_, quota, retryAfter, seconds) => {
		const time = new VirtualTime();
		const pace = new Pace(perSecond(quota), time);
		pace.slowDown(0, retryAfter);
		await time.runToEnd(time.wait(seconds * 1000 - 1));
		expect(pace.isIdle).toBe(false);
		await time.runToEnd(time.wait(1));
		expect(pace.isIdle).toBe(true);
	});

	test('lets nobody call before Retry-After is over, five minutes at most', async () => {
		const time = new VirtualTime();
		const pace = new Pace(perSecond(20), time);
		pace.slowDown(0, 7000);
		const begin = time.runToEnd(pace.run(async () => time.now(), NO_SIGNAL));
		expect(await begin).toBe(7000);
		pace.slowDown(7000, 86_400_000);
		const unlimited = { signal: undefined, isUnlimited: true };
		expect(await time.runToEnd(pace.run(async () => time.now(), unlimited))).toBe(307_000);
		// The limit held the first one only.
		expect(pace.held).toBe(7000);
	});
});

describe('Several who share a pace', () => {
	test('one who gives up does not keep the others waiting, nor takes a turn', async () => {
		const time = new VirtualTime();
		const pace = new Pace(perSecond(1), time);
		const stop = new AbortController();
		const made: string[] = [];
		const ask = async (name: string, signal?: AbortSignal) =>
			await pace.run(async () => made.push(name), { signal });
		await time.runToEnd(ask('first'));
		const [second, third] = [ask('second', stop.signal), ask('third', stop.signal)];
		const fourth = ask('fourth');
		const givenUp = Promise.allSettled([second, third]);
		setImmediate(() => stop.abort());
		expect((await givenUp).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(made).toEqual(['first']);
		await time.runToEnd(fourth);
		expect(made).toEqual(['first', 'fourth']);
		expect(time.now()).toBe(1000);
	});

	test('a turn that comes in the moment in which it is given up goes to the next', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(30), fc.boolean(), async (ticks, isBefore) => {
				const time = new VirtualTime();
				const pace = new Pace(perSecond(1), time);
				const stop = new AbortController();
				await time.runToEnd(pace.run(async () => undefined, NO_SIGNAL));
				const giveUp = async () => {
					await time.wait(1000);
					for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
					stop.abort();
				};
				const givingUp = isBefore ? [giveUp()] : [];
				const hasty = pace.run(async () => undefined, { signal: stop.signal });
				await new Promise((resolve) => setImmediate(resolve));
				if (!isBefore) givingUp.push(giveUp());
				await time.runToEnd(Promise.allSettled([hasty, ...givingUp]));
				const others = [1, 2].map(async () => await pace.run(async () => 'made', NO_SIGNAL));
				expect(await time.runToEnd(Promise.all(others))).toEqual(['made', 'made']);
				await time.runToEnd(time.wait(1001));
				expect(pace.isIdle).toBe(true);
			}),
			{ numRuns: runs(200) },
		);
	});

	test('one who comes when the time is over waits behind those who are there', async () => {
		const time = new VirtualTime();
		const pace = new Pace(perSecond(1), time);
		const made: string[] = [];
		const ask = async (name: string) => await pace.run(async () => made.push(name), NO_SIGNAL);
		await time.runToEnd(ask('first'));
		const newcomer = time.wait(1000).then(async () => {
			expect(pace.isIdle).toBe(false);
			await ask('newcomer');
		});
		await time.runToEnd(Promise.all([newcomer, ask('second')]));
		expect(made).toEqual(['first', 'second', 'newcomer']);
	});

	test('one who has given up before makes no call', async () => {
		const time = new VirtualTime();
		const pace = new Pace(perSecond(1), time);
		const made = pace.run(async () => 'made', { signal: AbortSignal.abort() });
		await expect(time.runToEnd(made)).rejects.toThrow();
		expect(await time.runToEnd(pace.run(async () => time.now(), NO_SIGNAL))).toBe(0);
	});

	test('who keeps no limit passes those who do, and counts all the same', async () => {
		const time = new VirtualTime();
		const pace = new Pace(perSecond(2), time);
		const begins: number[] = [];
		const begun = async () => begins.push(time.now());
		const limited = [1, 2, 3].map(async () => await pace.run(begun, NO_SIGNAL));
		await time.runToEnd(Promise.all(limited));
		expect(begins).toEqual([0, 0, 1000]);
		const rest = [true, true, true, false].map(
			async (isUnlimited) => await pace.run(begun, { signal: undefined, isUnlimited }),
		);
		await time.runToEnd(Promise.all(rest));
		expect(begins.slice(3)).toEqual([1000, 1000, 1000, 2000]);
	});

	test('four executions at once lose nothing, meet no refusal, and take what the quota takes', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 160, maxLength: 160 }),
				async (calls) => {
					const time = new VirtualTime();
					const server = new ModelServer(time, perSecond(20));
					const endpoint = {
						method: 'GET',
						path: '/x',
						quota: { calls: 20, per: 'second' },
						documentationUrl: '',
					} as const;
					const merchant = { callerId: '1', baseUrl: 'https://x', processes: 1 };
					const paces = new Paces(time);
					const made = calls.map(
						async ([before, after]) =>
							await paces
								.of(merchant, endpoint)
								.run(async () => await server.call(before + after, before), NO_SIGNAL),
					);
					expect(await time.runToEnd(Promise.all(made))).toEqual(Array(160).fill(true));
					expect(time.now()).toBeLessThanOrEqual(1.2 * (7 * 1000 + 120));
				},
			),
			{ numRuns: runs(40) },
		);
	});

	test('two processes, which cannot know of each other, settle at the quota', async () => {
		const time = new VirtualTime();
		const server = new ModelServer(time, perSecond(20));
		const process = async () => {
			const pace = new Pace(perSecond(20), time);
			const call = async (): Promise<void> => {
				const begin = time.now();
				const isGranted = await pace.run(async () => {
					const granted = await server.call(60, 30);
					if (!granted) pace.slowDown(time.now() - 60);
					return granted;
				}, NO_SIGNAL);
				if (!isGranted) {
					await time.wait(500 + (begin % 500));
					await call();
				}
			};
			await Promise.all(Array.from({ length: 300 }, call));
		};
		await time.runToEnd(Promise.all([process(), process()]));
		expect(server.counted.length - server.refused).toBe(600);
		expect(server.refused / server.counted.length).toBeLessThan(0.1);
		expect(time.now()).toBeLessThanOrEqual(1.6 * 30_000);
	});
});
