import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import type { Sample } from './compare.mts';

/** What a job took. Growth is counted from just before it, in bytes. */
export interface MemorySample extends Sample {
	/** most that the heap and its buffers held at any time, garbage included */
	usedPeak: number;
	/** most memory that the process had of the system */
	rssPeak: number;
	/** what is held after the job and a garbage collection: the result itself */
	kept: number;
	/** the longest time in milliseconds for which nothing else could be done */
	longestHold: number;
}

/** A job of a process of its own. */
export interface Work {
	/** a small piece of the job, so that the code is loaded and compiled */
	warmUp(): Promise<unknown>;
	/** the job */
	run(): Promise<unknown[]>;
	/** how many things the job has to give */
	expected: number;
}

const SAMPLING_INTERVAL = 5;
const HOLD_RESOLUTION = 1;

function collectGarbage(): void {
	if (!globalThis.gc) throw new Error('Needs --expose-gc');
	globalThis.gc();
}

/** Bytes in use, those of buffers among them. */
function inUse(): number {
	const { heapUsed, external } = memoryUsage();
	return heapUsed + external;
}

async function measure({ run, expected }: Work): Promise<MemorySample> {
	collectGarbage();
	const before = { used: inUse(), rss: memoryUsage.rss() };
	const peak = { ...before };
	const look = (): void => {
		peak.used = Math.max(peak.used, inUse());
		peak.rss = Math.max(peak.rss, memoryUsage.rss());
	};
	const timer = setInterval(look, SAMPLING_INTERVAL);
	const holds = monitorEventLoopDelay({ resolution: HOLD_RESOLUTION });
	holds.enable();
	const begin = performance.now();
	const found = await run();
	const milliseconds = performance.now() - begin;
	holds.disable();
	clearInterval(timer);
	look();
	collectGarbage();
	const kept = inUse() - before.used;
	// Used after the measurement, so that the result is not garbage before it.
	if (found.length !== expected) throw new Error(`${found.length} instead of ${expected}`);
	return {
		milliseconds,
		usedPeak: peak.used - before.used,
		rssPeak: peak.rss - before.rss,
		kept,
		longestHold: holds.max / 1e6 - HOLD_RESOLUTION,
	};
}

/** What a process of `inOwnProcess` does: it is told its job, warms up, and measures when it is told to go. */
export async function serveJob<Job>(workOf: (job: Job) => Promise<Work>): Promise<void> {
	const [job] = (await once(process, 'message')) as [Job];
	const work = await workOf(job);
	await work.warmUp();
	process.send?.('ready');
	await once(process, 'message');
	process.send?.(await measure(work));
}
