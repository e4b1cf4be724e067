import { describe, expect, test } from '@jest/globals';
import { unansweredCall } from '../../../../marketing/transport/noAnswer.ts';
import { withTimeout, Waiting } from '../../../../marketing/transport/timeout.ts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

/** Lets so many parts of the timeout pass, and tells after which of them it is over. */
function overAfter(waiting: Waiting, parts: number): number | undefined {
	for (let part = 1; part <= parts; part++) if (waiting.isOverAfterPart()) return part;
	return undefined;
}

const never = new Promise<never>(() => undefined);

describe('waiting', () => {
	test('is at its end when the whole timeout was spent waiting, and one part more', () => {
		const waiting = new Waiting();
		void waiting.for(never);
		expect(overAfter(waiting, 100)).toBe(11);
	});

	test('is not spent while nobody waits', async () => {
		const waiting = new Waiting();
		expect(overAfter(waiting, 100)).toBeUndefined();
		await waiting.for(Promise.resolve());
		await waiting.for(Promise.reject(new Error('x'))).catch(() => undefined);
		expect(overAfter(waiting, 100)).toBeUndefined();
		void waiting.for(never);
		expect(overAfter(waiting, 10)).toBeUndefined();
	});

	test('begins anew with 64 KB, however many pieces they come in, and not with less', () => {
		const waiting = new Waiting();
		void waiting.for(never);
		expect(overAfter(waiting, 10)).toBeUndefined();
		for (let piece = 0; piece < 64; piece++) waiting.received(1024);
		expect(overAfter(waiting, 10)).toBeUndefined();
		waiting.received(64 * 1024 - 1);
		expect(waiting.isOverAfterPart()).toBe(true);
		waiting.restart();
		expect(overAfter(waiting, 10)).toBeUndefined();
		waiting.received(64 * 1024 - 1);
		expect(waiting.isOverAfterPart()).toBe(true);
	});
});

describe('work', () => {
	/** Work that takes so long, of which so much is spent waiting for WeChat Pay. */
	async function outcomeOf(kept: number, working: number, stop?: AbortSignal) {
		const time = new VirtualTime();
		const limits = { timing: time, signal: stop };
		const work = withTimeout(1000, limits, async (waiting, end) => {
			await time.wait(working, end);
			await waiting.for(time.wait(kept, end));
			return 'done';
		}).catch((error: unknown) => error);
		return { outcome: await time.runToEnd(work), time };
	}

	test.each([
		[900, 0],
		[900, 100_000],
		[0, 100_000],
	])('that waits %d ms for WeChat Pay, and works %d ms, is done', async (kept, working) => {
		expect((await outcomeOf(kept, working)).outcome).toBe('done');
	});

	test.each([
		[0, 1100],
		[5050, 6100],
	])('that is kept waiting is ended, after %d ms of its own', async (working, end) => {
		const { outcome, time } = await outcomeOf(100_000, working);
		expect(outcome).toMatchObject({ condition: 'tooSlow', code: 'ETIMEDOUT' });
		expect(time.now()).toBe(end);
	});

	test('that is ended before it had a connection could not reach WeChat Pay', async () => {
		const time = new VirtualTime();
		const connecting = unansweredCall('cancelledConnecting', 'ERR_CANCELED');
		const limits = { timing: time, signal: undefined };
		const work = withTimeout(1000, limits, async (waiting, end) => {
			await waiting.for(time.wait(100_000, end)).catch(() => undefined);
			throw connecting;
		}).catch((error: unknown) => error);
		expect(await time.runToEnd(work)).toMatchObject({
			condition: 'unreachable',
			outcome: 'notSent',
			code: 'CONNECT_ETIMEDOUT',
		});
	});

	test('is ended by Stop, and tells of it in its own words', async () => {
		const { outcome } = await outcomeOf(100_000, 0, AbortSignal.abort());
		expect(outcome).toEqual(new Error('The execution was cancelled'));
	});

	test('that fails by itself says why', async () => {
		const limits = { timing: new VirtualTime(), signal: undefined };
		const failing = withTimeout(1000, limits, async () => await Promise.reject(new Error('full')));
		await expect(failing).rejects.toThrow('full');
	});
});
