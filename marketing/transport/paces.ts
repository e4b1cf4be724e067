import type { Credential } from '../../wechatpay/credential';
import type { Endpoint } from './endpoint';
import { limitOfQuota, Pace } from './pace';
import type { Timing } from './timing';

/** Whose calls WeChat Pay counts together, and how many processes make them. */
type Counted = Pick<Credential, 'callerId' | 'baseUrl' | 'processes'>;

/** The paces of all merchants at all endpoints. */
export class Paces {
	private readonly paces = new Map<string, Pace>();

	constructor(private readonly timing: Timing) {}

	/**
	 * The one pace of a merchant at an endpoint. WeChat Pay counts all calls of a merchant together, so
	 * executions at the same time, loops, branches and tools share it. Paces that nobody uses are forgotten. Where
	 * two credentials of a merchant say that other numbers of processes share the quota, the latest counts.
	 */
	of({ callerId, baseUrl, processes }: Counted, { method, path, quota }: Endpoint): Pace {
		const key = [callerId, baseUrl, method, path].join(' ');
		const limit = limitOfQuota(quota, processes);
		const known = this.paces.get(key);
		if (known) {
			known.limit = limit;
			return known;
		}
		for (const [name, pace] of this.paces) {
			if (pace.isIdle) this.paces.delete(name);
		}
		const pace = new Pace(limit, this.timing);
		this.paces.set(key, pace);
		return pace;
	}
}
