import { isAbortedWithin, type Timing } from './timing';

/** How long a call waits for its turn. */
export class Patience {
	/** aborts when it is at its end, and when the user stops the execution */
	readonly signal: AbortSignal | undefined;
	/** aborts when its turn has come */
	private readonly turn: AbortController | undefined;
	/** Whether the turn did not come in time. */
	isOver = false;

	/**
	 * @param milliseconds `undefined` for as long as it takes
	 * @param stop aborts when the user stops the execution
	 */
	constructor(milliseconds: number | undefined, timing: Timing, stop: AbortSignal | undefined) {
		this.signal = stop;
		if (milliseconds === undefined) return;
		const over = new AbortController();
		this.turn = new AbortController();
		this.signal = AbortSignal.any(stop ? [stop, over.signal] : [over.signal]);
		void isAbortedWithin(milliseconds, timing, this.turn.signal).then((isEnded) => {
			if (isEnded) return;
			this.isOver = true;
			over.abort();
		});
	}

	/** Its turn has come, or is no longer waited for. */
	end(): void {
		this.turn?.abort();
	}
}
