import type { Quota } from './endpoint';
import { CONCURRENCY } from './mapConcurrently';
import { ShortestOfLate } from './shortestOfLate';
import { orAborted, type Timing } from './timing';

/** Calls that may be under way whatever the quota and however fast the answers are. */
const ALWAYS_UNDER_WAY = 10;

/** As many times what the shortest answer time asks for are under way, since most answers take longer. */
const LEEWAY = 2;

/** Calls a second that nobody makes: a pace that recovered so far, without a documented quota, is a limit no more. */
const LIMITLESS = 1000;

/** milliseconds for which a Retry-After keeps everybody waiting at most */
const LONGEST_CLOSURE = 300_000;

/** How many calls may be made within a time. */
export interface Limit {
	/** Infinity for no limit */
	calls: number;
	/** milliseconds */
	within: number;
}

/**
 * @param quota `undefined` when none is documented
 * @param processes how many n8n processes share it
 * @returns the share of each: whole calls, in a longer time where there is not one for each
 */
export function limitOfQuota(quota: Quota | undefined, processes = 1): Limit {
	if (!quota) return { calls: Infinity, within: 1000 };
	const within = quota.per === 'second' ? 1000 : 60_000;
	const share = quota.calls / processes;
	return share < 1 ? { calls: 1, within: within / share } : { calls: Math.floor(share), within };
}

/** @param rate calls a second, more than 0; one half is a call every two seconds */
export function limitOfRate(rate: number): Limit {
	return rate < 1 ? { calls: 1, within: 1000 / rate } : { calls: Math.floor(rate), within: 1000 };
}

/** How somebody takes part in a pace. */
export interface Turn {
	/** aborts when the turn is no longer wanted */
	signal: AbortSignal | undefined;
	/** whether the call is made without regard to the limit; it counts all the same */
	isUnlimited?: boolean;
}

/**
 * Keeps calls within a limit: in any such time no more of them than the limit allows. A call counts from its
 * beginning until that time after its end, because WeChat Pay counts it at some moment between the two. As
 * many are under way as the limit and the time that an answer takes ask for. After a refusal for too many
 * calls the pace is halved and grows again slowly, so that several programs that cannot know of each other
 * settle at the quota together.
 */
export class Pace {
	private running = 0;
	/** when calls ended, within the last window, oldest first */
	private readonly ended: number[] = [];
	/** not what answers take under load: that grows with what is under way */
	private readonly answerTime: ShortestOfLate;
	/** calls within a window that refusals taught; Infinity when there were none of late */
	private learned = Infinity;
	private learnedAt = -Infinity;
	private slowedAt = -Infinity;
	private closedUntil = -Infinity;
	/** those who keep the limit and those who do not: these need not wait behind those */
	private readonly lines = {
		limited: { last: Promise.resolve(), length: 0 },
		unlimited: { last: Promise.resolve(), length: 0 },
	};
	private onEnd: Array<() => void> = [];
	private heldBefore = 0;
	private heldSince: number | undefined;

	/** @param limit may be set to another one, which counts from the next call on */
	constructor(
		public limit: Limit,
		private readonly timing: Timing,
	) {
		this.answerTime = new ShortestOfLate(timing);
	}

	/** Milliseconds, since the pace began, in which the next call waited for the limit. */
	get held(): number {
		const holding = this.heldSince === undefined ? 0 : this.timing.now() - this.heldSince;
		return this.heldBefore + holding;
	}

	/** Whether nobody uses the pace and nothing is left to remember of those who did. */
	get isIdle(): boolean {
		this.recover();
		this.forgetOld();
		const isAskedFor = this.lines.limited.length + this.lines.unlimited.length > 0;
		const isUsed = isAskedFor || this.running > 0 || this.ended.length > 0;
		const isClosed = this.closedUntil > this.timing.now();
		return !isUsed && !isClosed && this.learned === Infinity;
	}

	/**
	 * Makes a call when its turn comes, in the order of asking.
	 *
	 * @throws what the call throws; Error when the signal aborts before the turn, and then the call is not made
	 */
	async run<T>(call: () => Promise<T>, turn: Turn): Promise<T> {
		await this.waitInLine(turn);
		const begin = this.timing.now();
		try {
			return await call();
		} finally {
			const end = this.timing.now();
			this.ended.push(end);
			this.answerTime.add(end - begin);
			this.leave();
		}
	}

	/**
	 * Tells that WeChat Pay refused a call because there were too many. Halves the pace, but once for all
	 * calls that were under way together.
	 *
	 * @param begin when the refused call began
	 * @param retryAfter milliseconds in which WeChat Pay wants no other call
	 */
	slowDown(begin: number, retryAfter = 0): void {
		const now = this.timing.now();
		this.closedUntil = Math.max(this.closedUntil, now + Math.min(retryAfter, LONGEST_CLOSURE));
		if (begin <= this.slowedAt) return;
		this.recover();
		this.forgetOld();
		const known = Math.min(this.limit.calls, this.learned);
		const seen = Math.max(ALWAYS_UNDER_WAY, this.running + this.ended.length);
		this.learned = Math.max(1, Math.floor((known === Infinity ? seen : known) / 2));
		this.learnedAt = now;
		this.slowedAt = now;
	}

	private async waitInLine(turn: Turn): Promise<void> {
		const line = turn.isUnlimited ? this.lines.unlimited : this.lines.limited;
		if (line.length === 0 && !turn.signal?.aborted && this.delay(turn) === 0) {
			this.running++;
			return;
		}
		line.length++;
		const taken = line.last.then(async () => await this.takeTurn(turn));
		line.last = taken.catch(() => undefined);
		let isTaken = false;
		try {
			await orAborted(taken, turn.signal);
			isTaken = true;
		} finally {
			line.length--;
			if (!isTaken) {
				// The turn may have come in the very moment in which it was given up.
				void taken.then(
					() => this.leave(),
					() => undefined,
				);
			}
		}
	}

	private leave(): void {
		this.running--;
		for (const goOn of this.onEnd.splice(0)) goOn();
	}

	private async takeTurn(turn: Turn): Promise<void> {
		for (;;) {
			if (turn.signal?.aborted) throw new Error('The turn is no longer wanted');
			const delay = this.delay(turn);
			if (delay === 0) break;
			await (delay === undefined ? this.nextEnd(turn) : this.hold(delay, turn));
		}
		this.running++;
	}

	/** @returns milliseconds until the next call may be looked at again; `undefined` until another one ends */
	private delay({ isUnlimited = false }: Turn): number | undefined {
		this.recover();
		this.forgetOld();
		const now = this.timing.now();
		if (this.closedUntil > now) return this.closedUntil - now;
		const calls = isUnlimited ? Infinity : this.limit.calls;
		if (this.running >= this.mostUnderWay(calls)) return undefined;
		const allowed = Math.min(calls, this.learned);
		if (this.running + this.ended.length < allowed) return 0;
		const [oldest] = this.ended;
		return oldest === undefined ? undefined : oldest + this.limit.within - now;
	}

	/**
	 * By Little's law: what is under way is the rate times the time that each takes.
	 *
	 * @param calls how many the limit of the turn allows within its time
	 */
	private mostUnderWay(calls: number): number {
		const rate = Math.min(calls / this.limit.within, LIMITLESS / 1000);
		const needed = Math.ceil(LEEWAY * rate * this.answerTime.get());
		return Math.min(CONCURRENCY, Math.max(ALWAYS_UNDER_WAY, needed));
	}

	private async nextEnd({ signal }: Turn): Promise<void> {
		await orAborted(new Promise<void>((resolve) => this.onEnd.push(resolve)), signal);
	}

	private async hold(milliseconds: number, { signal, isUnlimited }: Turn): Promise<void> {
		if (isUnlimited) return await this.timing.wait(milliseconds, signal);
		this.heldSince = this.timing.now();
		try {
			await this.timing.wait(milliseconds, signal);
		} finally {
			this.heldBefore = this.held;
			this.heldSince = undefined;
		}
	}

	private forgetOld(): void {
		const windowStart = this.timing.now() - this.limit.within;
		while (this.ended[0] !== undefined && this.ended[0] <= windowStart) this.ended.shift();
	}

	/** A twentieth of the limit more for every window without a refusal; without a limit, a tenth of the pace. */
	private recover(): void {
		while (this.learned !== Infinity && this.timing.now() - this.learnedAt >= this.limit.within) {
			const step = this.limit.calls === Infinity ? this.learned / 10 : this.limit.calls / 20;
			this.learned += Math.max(1, Math.floor(step));
			this.learnedAt += this.limit.within;
			if (this.learned >= Math.min(this.limit.calls, LIMITLESS)) this.learned = Infinity;
		}
	}
}
