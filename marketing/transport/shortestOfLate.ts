import type { Timing } from './timing';

/** milliseconds for which a time is remembered at least, and for twice as long at most */
const OF_LATE = 10_000;

/** Knows the shortest of the times of late. */
export class ShortestOfLate {
	/** of the stretch that goes on, and of the one before it */
	private current = Infinity;
	private previous = Infinity;
	private since = -Infinity;

	constructor(private readonly timing: Pick<Timing, 'now'>) {}

	/** @param time milliseconds */
	add(time: number): void {
		this.forgetOld();
		this.current = Math.min(this.current, time);
	}

	/** @returns milliseconds; 0 when there was none of late */
	get(): number {
		this.forgetOld();
		const shortest = Math.min(this.current, this.previous);
		return shortest === Infinity ? 0 : shortest;
	}

	private forgetOld(): void {
		const now = this.timing.now();
		if (now - this.since < OF_LATE) return;
		this.previous = now - this.since < 2 * OF_LATE ? this.current : Infinity;
		this.current = Infinity;
		this.since = now;
	}
}
