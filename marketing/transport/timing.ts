import { sleep } from 'n8n-workflow';
import { OwnSignal } from './ownSignal';

/** Clock, waiting and chance, handed in so that tests need none of them. */
export interface Timing {
	/** milliseconds since 1970 */
	now(): number;
	/** waits for so many milliseconds; rejects at once when the signal aborts */
	wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
	/** at least 0, less than 1 */
	random(): number;
}

/** Made once, since an error of its own for each who waits takes time. */
const CANCELLED = new Error('The execution was cancelled');

/**
 * Waits for something that cannot be cancelled itself.
 *
 * @throws Error as soon as the signal aborts, and what the work throws
 */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return await work;
	return await withOwn(signal, async (own) => await raced(work, own));
}

async function withOwn<T>(signal: AbortSignal, work: (own: AbortSignal) => Promise<T>): Promise<T> {
	const own = new OwnSignal(signal);
	try {
		return await work(own.signal);
	} finally {
		own.release();
	}
}

async function raced<T>(work: Promise<T>, own: AbortSignal): Promise<T> {
	const aborted = new Promise<never>((_, reject) => {
		own.addEventListener('abort', () => reject(CANCELLED), { once: true });
		if (own.aborted) reject(CANCELLED);
	});
	return await Promise.race([work, aborted]);
}

/** @returns whether the signal aborts within so many milliseconds; at once when it does */
export async function isAbortedWithin(
	milliseconds: number,
	{ wait }: Pick<Timing, 'wait'>,
	signal: AbortSignal | undefined,
): Promise<boolean> {
	return await wait(milliseconds, signal).then(
		() => false,
		() => true,
	);
}

export const realTiming: Timing = {
	now: () => Date.now(),
	// n8n 2 ends its sleep when the signal aborts, n8n 1 does not know the signal: so it is raced.
	wait: async (milliseconds, signal) => {
		if (!signal) return await sleep(milliseconds);
		await withOwn(signal, async (own) => await raced(sleep(milliseconds, own), own));
	},
	random: () => Math.random(),
};
