import type { ItemInput } from '../../items/itemInput';
import type { Values } from '../../items/placement';

/** What became of a member. */
export type Fate = { change: 'done' | 'already' } | { error: Error; isDoubtful: boolean };

/** What a call adds to the rows of its members: the number that it was made under. */
export type CallValues = Record<string, string>;

/** Members that share their IDs and Options, and what is known of them. */
export interface Group {
	ids: Values;
	/** the first input item of the group, whose Options its calls have */
	input: ItemInput;
	isDryRun: boolean;
	/** a member that was already so is told as a failure */
	alreadyFails: boolean;
	members: Set<string>;
	/** members that are in no call yet, in first-seen order */
	waiting: string[];
	fates: Map<string, Fate>;
	calls: number;
	/** what the call of a member adds to its row */
	ofCall: Map<string, CallValues>;
}

/** A group without members. */
export function newGroup(
	first: Pick<Group, 'ids' | 'input' | 'isDryRun'> & { alreadyFails?: boolean },
): Group {
	return {
		alreadyFails: false,
		...first,
		members: new Set(),
		waiting: [],
		fates: new Map(),
		calls: 0,
		ofCall: new Map(),
	};
}

/** Gives all members of a list the same fate. */
export function setFates({ fates }: Group, members: Iterable<string>, fate: Fate): void {
	for (const member of members) fates.set(member, fate);
}
