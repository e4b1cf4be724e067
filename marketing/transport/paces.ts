import type { Endpoint } from './endpoint';
import { limitOfQuota, Pace } from './pace';
import type { Timing } from './timing';

/** Every pace of this process, by the clock that it counts with. */
const pacesByClock = new WeakMap<Timing, Map<string, Pace>>();

/**
 * The one pace of a merchant at an endpoint. WeChat Pay counts all calls of a merchant together, so
 * executions at the same time, loops, branches and tools share it. Paces that nobody uses are forgotten.
 *
 * @param merchant who calls, and where
 */
export function paceFor(
	merchant: { mchid: string; baseUrl: string },
	{ method, path, quota }: Endpoint,
	timing: Timing,
): Pace {
	const paces = pacesByClock.get(timing) ?? new Map<string, Pace>();
	pacesByClock.set(timing, paces);
	const key = [merchant.mchid, merchant.baseUrl, method, path].join(' ');
	const known = paces.get(key);
	if (known) return known;
	for (const [name, pace] of paces) {
		if (pace.isIdle) paces.delete(name);
	}
	const pace = new Pace(limitOfQuota(quota), timing);
	paces.set(key, pace);
	return pace;
}
