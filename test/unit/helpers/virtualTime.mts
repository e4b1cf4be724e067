import { orAborted, type Timing } from '../../../nodes/WeChatPayMarketing/transport/timing.ts';

/** A clock that stands still until everybody waits, and then goes on to the end of the shortest wait. */
export class VirtualTime implements Timing {
	private time = 0;
	private waiting: Array<{ until: number; go: () => void }> = [];

	now = () => this.time;
	random = () => 0;

	wait = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
		const end = new Promise<void>((resolve) => {
			this.waiting.push({ until: this.time + Math.max(0, milliseconds), go: resolve });
		});
		await orAborted(end, signal);
	};

	/** Lets time pass until the work is done. */
	async runToEnd<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const watched = work.finally(() => (isDone = true));
		watched.catch(() => undefined);
		// Signatures are made in other threads, and take many turns of the loop.
		for (let turns = 0; ; turns++) {
			await new Promise((resolve) => setImmediate(resolve));
			if (isDone) return await watched;
			if (turns > 1_000_000) throw new Error('Nobody waits, and the work is not done');
			if (this.waiting.length === 0) continue;
			turns = 0;
			const until = Math.min(...this.waiting.map((waiter) => waiter.until));
			const due = this.waiting.filter((waiter) => waiter.until === until);
			this.waiting = this.waiting.filter((waiter) => waiter.until !== until);
			this.time = until;
			for (const { go } of due) go();
		}
	}
}
