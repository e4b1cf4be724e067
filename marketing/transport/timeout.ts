import { CallError } from './callError';
import { unansweredCall } from './noAnswer';
import { OwnSignal } from './ownSignal';
import type { Timing } from './timing';

/** Into so many parts the timeout is divided. */
const PARTS = 10;
/** Parts after which work is ended: one more than the HTTP client takes, which can tell more of what is wrong. */
const MOST = PARTS + 1;
/** Bytes with which the timeout begins anew. */
const ENOUGH = 64 * 1024;

/**
 * How long WeChat Pay may keep an attempt waiting. Time is counted by the parts of the timeout at whose end it
 * was waited for: what n8n takes to store what came does not count, and neither does what it is busy with.
 */
export class Waiting {
	private spent = 0;
	private bytes = 0;
	private isWaiting = false;

	/** Waits for what WeChat Pay sends. */
	async for<T>(coming: Promise<T>): Promise<T> {
		this.isWaiting = true;
		try {
			return await coming;
		} finally {
			this.isWaiting = false;
		}
	}

	/** Begins anew, as after every 64 KB. */
	restart(): void {
		this.spent = 0;
		this.bytes = 0;
	}

	/** @param bytes how many came */
	received(bytes: number): void {
		this.bytes += bytes;
		if (this.bytes >= ENOUGH) this.restart();
	}

	/** @returns whether it is at its end, after one more part of the timeout */
	isOverAfterPart(): boolean {
		if (this.isWaiting) this.spent++;
		return this.spent >= MOST;
	}
}

/** @returns whether work was kept waiting too long; false as soon as the signal aborts */
async function isKeptWaiting(
	waiting: Waiting,
	timeout: number,
	{ wait }: Timing,
	signal: AbortSignal,
): Promise<boolean> {
	try {
		do await wait(timeout / PARTS, signal);
		while (!waiting.isOverAfterPart());
		return true;
	} catch {
		return false;
	}
}

/**
 * Does work that waits for WeChat Pay, and ends it when it is kept waiting too long.
 *
 * @param timeout milliseconds
 * @param signal aborts when the user stops the execution
 * @param work ends when its signal aborts
 * @throws CallError when it was ended so, and what the work throws
 */
export async function withTimeout<T>(
	timeout: number,
	{ timing, signal }: { timing: Timing; signal: AbortSignal | undefined },
	work: (waiting: Waiting, end: AbortSignal) => Promise<T>,
): Promise<T> {
	const end = new OwnSignal(signal);
	const waiting = new Waiting();
	const watching = isKeptWaiting(waiting, timeout, timing, end.signal).then((isTooSlow) => {
		end.abort();
		return isTooSlow;
	});
	let thrown: unknown;
	try {
		return await work(waiting, end.signal);
	} catch (error) {
		thrown = error;
	} finally {
		end.abort();
	}
	if (!(await watching)) throw thrown;
	// The HTTP client of n8n 1 waits for a connection without end.
	const isConnecting = thrown instanceof CallError && thrown.condition === 'cancelledConnecting';
	throw isConnecting
		? unansweredCall('unreachable', 'CONNECT_ETIMEDOUT')
		: unansweredCall('tooSlow', 'ETIMEDOUT');
}
