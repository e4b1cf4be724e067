import { CONCURRENCY } from './mapConcurrently';
import type { Timing } from './timing';

/** milliseconds */
const WINDOW = 1000;

/**
 * Keeps calls within a quota: CONCURRENCY at a time at most, and within any second no more than the quota
 * allows. A call counts from its beginning until a second after its end, because WeChat Pay counts it at
 * some time between the two. After a refusal for too many calls the pace is halved, and grows again later.
 */
export class Pace {
	/** milliseconds spent waiting for the quota */
	waited = 0;
	private running = 0;
	/** when calls ended, within the last window, oldest first */
	private ended: number[] = [];
	private allowed: number;
	private changedAt = -Infinity;
	private line: Promise<void> = Promise.resolve();
	private onEnd: () => void = () => {};

	/** @param quota calls per second; Infinity for no quota */
	constructor(
		private readonly quota: number,
		private readonly timing: Timing,
		private readonly signal: AbortSignal | undefined,
	) {
		this.allowed = quota;
	}

	/**
	 * Does a call when its turn comes, in the order of asking.
	 *
	 * @throws what the call throws, and what waiting throws when the signal aborts
	 */
	async run<T>(call: () => Promise<T>): Promise<T> {
		const turn = this.line.then(async () => await this.takeTurn());
		this.line = turn.catch(() => undefined);
		await turn;
		try {
			return await call();
		} finally {
			this.running--;
			this.ended.push(this.timing.now());
			this.onEnd();
		}
	}

	/** Tells that WeChat Pay refused a call because there were too many. Halves the pace, once a second. */
	slowDown(): void {
		const now = this.timing.now();
		if (now - this.changedAt < WINDOW) return;
		this.changedAt = now;
		this.allowed = Math.max(1, Math.floor(this.allowed / 2));
	}

	private async takeTurn(): Promise<void> {
		for (;;) {
			this.speedUp();
			const [oldest] = this.recentlyEnded();
			const isFull = this.running + this.ended.length >= this.allowed;
			if (this.running < CONCURRENCY && !isFull) break;
			if (this.running < CONCURRENCY && oldest !== undefined) {
				await this.wait(oldest + WINDOW - this.timing.now());
			} else {
				await new Promise<void>((resolve) => (this.onEnd = resolve));
			}
		}
		this.running++;
	}

	private recentlyEnded(): number[] {
		const windowStart = this.timing.now() - WINDOW;
		this.ended = this.ended.filter((time) => time > windowStart);
		return this.ended;
	}

	private async wait(milliseconds: number): Promise<void> {
		const begin = this.timing.now();
		await this.timing.wait(milliseconds, this.signal);
		this.waited += this.timing.now() - begin;
	}

	/** A tenth of the quota more for every second without a refusal. */
	private speedUp(): void {
		const seconds = Math.floor((this.timing.now() - this.changedAt) / WINDOW);
		if (this.allowed === this.quota || seconds < 1) return;
		this.allowed = Math.min(this.quota, this.allowed + seconds * Math.ceil(this.quota / 10));
		this.changedAt = this.timing.now();
	}
}
