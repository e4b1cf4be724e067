import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { orAborted, realTiming } from '../../../../marketing/transport/timing.ts';

const never = new Promise<never>(() => {});

describe('what cannot be cancelled itself', () => {
	test('is waited for', async () => {
		const { signal } = new AbortController();
		expect(await orAborted(Promise.resolve(7), signal)).toBe(7);
		expect(await orAborted(Promise.resolve(7), undefined)).toBe(7);
		await expect(orAborted(Promise.reject(new Error('It broke')), signal)).rejects.toThrow(
			'It broke',
		);
	});

	test('is not waited for any more when the execution is cancelled', async () => {
		const controller = new AbortController();
		const waiting = orAborted(never, controller.signal);
		controller.abort();
		await expect(waiting).rejects.toThrow('The execution was cancelled');
	});

	test('is not waited for at all when it was cancelled before', async () => {
		await expect(orAborted(never, AbortSignal.abort())).rejects.toThrow(
			'The execution was cancelled',
		);
	});

	test('leaves no listener on the signal of the execution', async () => {
		const { signal } = new AbortController();
		await orAborted(Promise.resolve(), signal);
		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});
});

describe("n8n's own clock and waiting", () => {
	test('wait, and stop waiting at once', async () => {
		await realTiming.wait(0, undefined);
		await realTiming.wait(0, new AbortController().signal);
		await expect(realTiming.wait(0, AbortSignal.abort())).rejects.toThrow();
	});

	test('tell the time, and chance from 0 to 1', () => {
		expect(Math.abs(realTiming.now() - Date.now())).toBeLessThan(60_000);
		const random = Array.from({ length: 100 }, () => realTiming.random());
		expect(random.every((one) => one >= 0 && one < 1)).toBe(true);
		expect(new Set(random).size).toBeGreaterThan(1);
	});
});
