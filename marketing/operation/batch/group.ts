import type { Calls } from '../../items/calls';
import type { Values } from '../../items/placement';

/** What became of a member. */
export type Fate = { change: 'done' | 'already' } | { error: Error; isDoubtful: boolean };

/** What a call adds to the rows of its members: the number that it was made under. */
export type CallValues = Record<string, string>;

/** Members that share their IDs and Options, and what is known of them. */
export interface Group {
	ids: Values;
	/** those of the first input item of the group: its credential and Options are theirs */
	calls: Calls;
	/** the number by which WeChat Pay knows a call, which are counted from 0 */
	numberOf?: (call: number) => string;
	isDryRun: boolean;
	/** a member that was already so is told as a failure */
	alreadyFails: boolean;
	members: Set<string>;
	/** members that are in no call yet, in first-seen order */
	waiting: string[];
	fates: Map<string, Fate>;
	/** how many calls were begun */
	sent: number;
	/** what the call of a member adds to its row */
	ofCall: Map<string, CallValues>;
}

/** A group without members. */
export function newGroup(
	first: Pick<Group, 'ids' | 'calls' | 'isDryRun'> &
		Partial<Pick<Group, 'alreadyFails' | 'numberOf'>>,
): Group {
	return {
		alreadyFails: false,
		...first,
		members: new Set(),
		waiting: [],
		fates: new Map(),
		sent: 0,
		ofCall: new Map(),
	};
}

/** Gives all members of a list the same fate. */
export function setFates({ fates }: Group, members: Iterable<string>, fate: Fate): void {
	for (const member of members) fates.set(member, fate);
}
