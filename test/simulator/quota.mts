const WINDOW_MS = 1000;

/** Counts calls in a sliding window of one second. */
export class Quota {
	private granted: number[] = [];

	/** `perSecond` 0 means no limit; `clock` gives milliseconds. */
	constructor(
		private readonly perSecond: number,
		private readonly clock: () => number,
	) {}

	/** Takes one call out of the window; false when it is used up (the refused call does not count). */
	take(): boolean {
		if (this.perSecond === 0) return true;
		const now = this.clock();
		this.granted = this.granted.filter((time) => now - time < WINDOW_MS);
		if (this.granted.length >= this.perSecond) return false;
		this.granted.push(now);
		return true;
	}

	/** Forgets all calls. */
	reset(): void {
		this.granted = [];
	}
}
