import { type DocumentedQuota, type Operation } from './api/operations.mts';

const WINDOW_MS = { second: 1000, minute: 60_000 };

/** Counts calls in a sliding window. */
export class Quota {
	private granted: number[] = [];

	/** `calls` 0 means no limit; `clock` gives milliseconds. */
	constructor(
		private readonly calls: number,
		private readonly clock: () => number,
		private readonly per: DocumentedQuota['per'] = 'second',
	) {}

	/** Takes one call out of the window; false when it is used up (the refused call does not count). */
	take(): boolean {
		if (this.calls === 0) return true;
		const now = this.clock();
		this.granted = this.granted.filter((time) => now - time < WINDOW_MS[this.per]);
		if (this.granted.length >= this.calls) return false;
		this.granted.push(now);
		return true;
	}
}

/** The quotas of a merchant: each endpoint has its own. */
export class Quotas {
	private readonly known = new Map<string, Quota>();

	/** `perSecond` takes the place of every documented quota; 0 means no limit. */
	constructor(
		private readonly perSecond: number | undefined,
		private readonly clock: () => number,
	) {}

	/** Takes a call of an operation; false when its quota is used up. */
	take({ id, quota }: Operation): boolean {
		if (!quota) return true;
		let counted = this.known.get(id);
		if (!counted) {
			counted =
				this.perSecond === undefined
					? new Quota(quota.calls, this.clock, quota.per)
					: new Quota(this.perSecond, this.clock);
			this.known.set(id, counted);
		}
		return counted.take();
	}

	/** Forgets all calls. */
	reset(): void {
		this.known.clear();
	}
}
