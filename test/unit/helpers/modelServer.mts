import type { VirtualTime } from './virtualTime.mts';

/** What the server said, and when it counted. */
export interface Counted {
	at: number;
	isRefused: boolean;
}

/**
 * A server that counts as WeChat Pay is taken to: in a sliding window, at some moment between the beginning
 * and the end of a call; what it refuses does not count.
 */
export class ModelServer {
	readonly counted: Counted[] = [];
	private granted: number[] = [];

	constructor(
		private readonly time: VirtualTime,
		private readonly quota: { calls: number; within: number },
	) {}

	/**
	 * @param latency milliseconds that the call takes
	 * @param counts after how many of them the server counts it
	 * @returns whether the call is within the quota
	 */
	async call(latency: number, counts: number): Promise<boolean> {
		await this.time.wait(counts);
		const now = this.time.now();
		this.granted = this.granted.filter((at) => now - at < this.quota.within);
		const isRefused = this.granted.length >= this.quota.calls;
		if (!isRefused) this.granted.push(now);
		this.counted.push({ at: now, isRefused });
		await this.time.wait(latency - counts);
		return !isRefused;
	}

	/** How many calls were refused. */
	get refused(): number {
		return this.counted.filter(({ isRefused }) => isRefused).length;
	}
}
