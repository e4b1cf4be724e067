import { isAbortedWithin, type Timing } from './timing';

/** How long a call waits for its turn. */
export class Patience {
	/** aborts when it is at its end, and when the user stops the execution */
	readonly signal: AbortSignal | undefined;
	private readonly over = new AbortController();
	private readonly turn = new AbortController();

	/**
	 * @param milliseconds `undefined` for as long as it takes
	 * @param stop aborts when the user stops the execution
	 */
	constructor(milliseconds: number | undefined, timing: Timing, stop: AbortSignal | undefined) {
		this.signal = stop;
		if (milliseconds === undefined) return;
		this.signal = AbortSignal.any(stop ? [stop, this.over.signal] : [this.over.signal]);
		void isAbortedWithin(milliseconds, timing, this.turn.signal).then((isEnded) => {
			if (!isEnded) this.over.abort();
		});
	}

	/** Whether the turn did not come in time. */
	get isOver(): boolean {
		return this.over.signal.aborted;
	}

	/** Its turn has come, or is no longer waited for. */
	end(): void {
		this.turn.abort();
	}
}
