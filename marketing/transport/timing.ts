import { sleep } from 'n8n-workflow';

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

/** One for each who waits, since Node warns of many listeners on the same signal. */
function ownSignal(signal: AbortSignal | undefined): AbortSignal | undefined {
	return signal && AbortSignal.any([signal]);
}

/**
 * Waits for something that cannot be cancelled itself.
 *
 * @throws Error as soon as the signal aborts, and what the work throws
 */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	const own = ownSignal(signal);
	if (!own) return await work;
	let onAbort = () => {};
	const aborted = new Promise<never>((_, reject) => {
		onAbort = () => reject(CANCELLED);
	});
	own.addEventListener('abort', onAbort);
	if (own.aborted) onAbort();
	try {
		return await Promise.race([work, aborted]);
	} finally {
		own.removeEventListener('abort', onAbort);
	}
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
	wait: async (milliseconds, signal) =>
		await orAborted(sleep(milliseconds, ownSignal(signal)), signal),
	random: () => Math.random(),
};
