import type { Endpoint } from './endpoint';
import { limitOfQuota, Pace } from './pace';
import type { Timing } from './timing';

/** The paces of all merchants at all endpoints. */
export class Paces {
	private readonly paces = new Map<string, Pace>();

	constructor(private readonly timing: Timing) {}

	/**
	 * The one pace of a merchant at an endpoint. WeChat Pay counts all calls of a merchant together, so
	 * executions at the same time, loops, branches and tools share it. Paces that nobody uses are forgotten.
	 */
	of(merchant: { callerId: string; baseUrl: string }, { method, path, quota }: Endpoint): Pace {
		const key = [merchant.callerId, merchant.baseUrl, method, path].join(' ');
		const known = this.paces.get(key);
		if (known) return known;
		for (const [name, pace] of this.paces) {
			if (pace.isIdle) this.paces.delete(name);
		}
		const pace = new Pace(limitOfQuota(quota), this.timing);
		this.paces.set(key, pace);
		return pace;
	}
}
