import { createHook } from 'node:async_hooks';
import { orAborted, type Timing } from '../../../marketing/transport/timing.ts';

/** Signatures that are made or checked, each until another thread gives its result. */
const signatures = new Map<number, { ondone?: unknown }>();
createHook({
	init(id, type, _, job) {
		if (type === 'SIGNREQUEST') signatures.set(id, job);
	},
	before: (id) => void signatures.delete(id),
}).enable();

/** Whether another thread is at work. What was done at once has nobody to tell about it. */
function isElsewhere(): boolean {
	for (const [id, { ondone }] of signatures) {
		if (ondone === undefined) signatures.delete(id);
	}
	return signatures.size > 0;
}

/** A clock that stands still until everybody waits, and then goes on to the end of the shortest wait. */
export class VirtualTime implements Timing {
	private time = 0;
	private readonly waiting = new Set<{ until: number; go: () => void }>();

	now = () => this.time;
	random = () => 0;

	wait = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
		let go = () => {};
		const end = new Promise<void>((resolve) => (go = resolve));
		const waiter = { until: this.time + Math.max(0, milliseconds), go };
		this.waiting.add(waiter);
		try {
			await orAborted(end, signal);
		} finally {
			this.waiting.delete(waiter);
		}
	};

	/** Lets time pass until the work is done. */
	async runToEnd<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const watched = work.finally(() => (isDone = true));
		watched.catch(() => undefined);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (isDone) return await watched;
			// Who waits for another thread does not wait for time to pass.
			if (isElsewhere()) continue;
			if (this.waiting.size === 0) throw new Error('Nobody waits, and the work is not done');
			const waiting = [...this.waiting];
			this.time = Math.min(...waiting.map(({ until }) => until));
			for (const waiter of waiting.filter(({ until }) => until === this.time)) waiter.go();
		}
	}
}
