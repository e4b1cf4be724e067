import { getEventListeners } from 'node:events';
import { expect, test } from '@jest/globals';
import { OwnSignal } from '../../../../marketing/transport/ownSignal.ts';

const listenersOn = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

test('aborts with that of the execution, however many wait', () => {
	const stop = new AbortController();
	const many = Array.from({ length: 50 }, () => new OwnSignal(stop.signal));
	expect(listenersOn(stop.signal)).toBe(1);
	stop.abort();
	expect(many.every(({ signal }) => signal.aborted)).toBe(true);
});

test('is aborted from the beginning when the execution is', () => {
	expect(new OwnSignal(AbortSignal.abort()).signal.aborted).toBe(true);
});

test('aborts alone, with a reason that nobody has to make, and leaves no listener', () => {
	const stop = new AbortController();
	const [one, other] = [new OwnSignal(stop.signal), new OwnSignal(stop.signal)];
	one.abort();
	expect([one.signal.aborted, other.signal.aborted]).toEqual([true, false]);
	expect(one.signal.reason).toBeInstanceOf(Error);
	expect(listenersOn(stop.signal)).toBe(1);
	other.release();
	expect(listenersOn(stop.signal)).toBe(0);
	stop.abort();
	expect(other.signal.aborted).toBe(false);
});

test('is of use again after nobody waited', () => {
	const stop = new AbortController();
	new OwnSignal(stop.signal).release();
	const { signal } = new OwnSignal(stop.signal);
	stop.abort();
	expect(signal.aborted).toBe(true);
});

test('needs no other one', () => {
	const own = new OwnSignal(undefined);
	expect(own.signal.aborted).toBe(false);
	own.abort();
	expect(own.signal.aborted).toBe(true);
});
