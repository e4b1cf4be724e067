import { choice, flag, integer } from '../parameters/kinds';
import { option, type Parameter } from '../parameters/parameter';
import type { Quota } from '../transport/endpoint';

export const maxRetries = option(
	integer('max_retries', {
		min: 0,
		default: 3,
		description:
			'How often a call is tried again when WeChat Pay is busy or does not answer. Only what is safe to repeat is repeated. Waiting for the quota does not count.',
	}),
);

export const timeout = option(
	integer('timeout', {
		min: 1,
		default: 30000,
		description: 'Milliseconds to wait for an answer of WeChat Pay before a call is given up',
	}),
);

/** @param quota the documented one, whose calls a second are the default */
export function requestsPerSecond(quota: Quota | undefined): Parameter<string, false, number> {
	const documented = quota?.per === 'second' ? quota.calls : 0;
	const perMinute =
		quota?.per === 'minute'
			? ` WeChat Pay allows ${quota.calls} a minute, which is kept unless this is set.`
			: '';
	return option(
		integer('requests_per_second', {
			min: 0,
			default: documented,
			description: `How many calls to make in a second at most; what is only looked up keeps its own limit. 0 takes the limit off. Lower it when other programs use the quota of the same account.${perMinute}`,
		}),
	);
}

export const dryRun = option(
	flag('dry_run', {
		description:
			'Whether to only say what would happen: what is needed is read, and nothing is changed at WeChat Pay',
	}),
);

export const sendUnknownMembers = option(
	flag('send_unknown_members', {
		description:
			'Whether to send members of JSON that this node does not know, for what WeChat Pay has added since. Off, one that is misspelt is refused.',
	}),
);

export const onceWithin = option(
	choice(
		'once_within',
		[
			{ name: 'Day', value: 'day', description: 'Once a day in Beijing, whichever workflow runs' },
			{ name: 'Ever', value: 'ever', description: 'Once for all, whichever workflow runs' },
			{
				name: 'Execution',
				value: 'execution',
				description: 'Once in this execution and its retries: a new one gives again',
			},
		],
		{
			default: 'execution',
			description:
				'Within what the same user, or coupon, gets the same of this account only once. Not together with Request Number.',
		},
	),
);

export const maxRemovals = option(
	integer('max_removals', {
		min: 0,
		description:
			'How many stores may be taken off a stock at most. When more would go, nothing is done for that stock. Without this option half of its stores may go.',
	}),
);
