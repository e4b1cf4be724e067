import type { Parameter, RequestNumber } from '../../parameters/parameter';
import type { Member } from '../../parameters/readList';
import type { CallError } from '../../transport/callError';
import type { Calls } from '../../items/calls';
import type { Fields } from '../../items/fields';
import type { Values } from '../../items/placement';
import { NotBegunError } from '../../items/row';
import type { BatchWords } from '../../items/summary';
import type { ListOperation } from '../list';
import type { EndpointAt, Method, Operation, PageWords, Repeatable } from '../page';
import type { KnownList } from './known';

/** A page of an operation that WeChat Pay does for many members in one call. */
export type BatchPage<
	Path extends string,
	At extends Method,
	Parameters extends readonly Parameter[],
	SetsState extends true | undefined,
	Numbered extends 'requestNumber' | undefined,
	Truth extends 'listed' | 'notListed' | undefined,
> = PageWords & {
	endpoint: EndpointAt<Path, At>;
	/** the IDs that all members of a call share */
	parameters: Repeatable<Path, At, Parameters, SetsState | Numbered | Truth>;
	/** what is done with each of them */
	members: Parameter<string, true, Member[]>;
	/** how a member stands in the body, when it is not the bare value: the name of its ID */
	memberId: string;
	/** members stand in the body as they are, not as objects with their ID */
	takesBareMembers?: boolean;
	/** members that one call takes at most */
	atMost: number;
	/** what a row of a member that was done says, `true` under this name */
	mark: string;
	/**
	 * where the answer lists the members that were done (without such a list those that it does not refuse), those
	 * that were so before, and those that were refused, each with a message or what holds its reason
	 */
	answer: { done?: string; already?: string; refused?: string; reason?: string };
	/** the operation that lists the members that are there, and whether done means on the list */
	truth?: { list: ListOperation; doneWhen: Truth };
	/** the list of all members that there are, in which they can be looked up */
	known?: KnownList;
	/** the number by which WeChat Pay knows each call */
	requestNumber?: RequestNumber & { absent: Numbered };
	/** members of Options besides the usual ones */
	settings?: readonly Parameter[];
	/** the option that has a member that was already so told as a failure, and the value that does */
	alreadyIsFailure?: (fields: Fields) => boolean;
	words: BatchWords;
	/** it sets a state, so doing it twice is as good as doing it once */
	setsState?: SetsState;
};

/** What a batch does, apart from its fields. */
export interface Batch
	extends Pick<
		BatchPage<
			string,
			Method,
			readonly Parameter[],
			true | undefined,
			'requestNumber' | undefined,
			'listed' | 'notListed' | undefined
		>,
		| 'members'
		| 'memberId'
		| 'atMost'
		| 'mark'
		| 'answer'
		| 'truth'
		| 'known'
		| 'alreadyIsFailure'
		| 'words'
		| 'requestNumber'
		| 'takesBareMembers'
	> {
	operation: Operation;
	ids: readonly Parameter[];
}

/** An operation that is a batch, for others that are made of its calls. */
export interface BatchOperation extends Operation {
	batch: Batch;
}

/**
 * What came of a member. It was done; or it is as it is wanted to be, and was so already, or that is not known
 * because an answer was lost; `said` is the refusal, where WeChat Pay said no. One that failed may be done all the
 * same: its answer was lost, or does not mention it, or an earlier attempt of its call may have done it.
 */
export type MemberResult =
	| { change: 'done' }
	| { change: 'already' | 'unknown'; said?: CallError }
	| { error: Error; mayBeDone: boolean };

/** Members that share their IDs and Options, and what is known of them. */
export interface Group {
	ids: Values;
	/** those of the first input item of the group: its credential and Options are theirs */
	calls: Calls;
	/** makes the request number of a call, which are counted from 0; none where the endpoint has none */
	made?: (call: number) => string;
	/** the request number that its row gave, by the member */
	given: Map<string, string>;
	isDryRun: boolean;
	/** a member that was already so is told as a failure */
	alreadyFails: boolean;
	/** each once, in first-seen order */
	members: Set<string>;
	/** those that are in no call yet */
	waiting: string[];
	results: Map<string, MemberResult>;
	/** how many calls were begun */
	sent: number;
	/** the request number of a member's call, under its wire name */
	numbers: Map<string, Record<string, string>>;
}

/** A group without members. */
export function newGroup(
	first: Pick<Group, 'ids' | 'calls' | 'isDryRun'> & Partial<Pick<Group, 'alreadyFails' | 'made'>>,
): Group {
	return {
		alreadyFails: false,
		...first,
		members: new Set(),
		waiting: [],
		given: new Map(),
		results: new Map(),
		sent: 0,
		numbers: new Map(),
	};
}

/**
 * Puts members into a group, those that are in it already left out.
 *
 * @param number the request number that their row gave
 */
export function join(
	{ members, waiting, given }: Group,
	more: readonly Member[],
	number?: string,
): void {
	for (const member of more) {
		if (!('value' in member) || members.has(member.value)) continue;
		members.add(member.value);
		waiting.push(member.value);
		if (number !== undefined) given.set(member.value, number);
	}
}

/** Takes all members out of a group. */
export function clear({ members, waiting, given }: Group): void {
	members.clear();
	given.clear();
	waiting.length = 0;
}

/** Says the same of several members. */
export function setResults(
	{ results }: Group,
	members: Iterable<string>,
	result: MemberResult,
): void {
	for (const member of members) results.set(member, result);
}

/** Says of all members of a group that they were not sent, because a row cannot be read. */
export function setNotBegun(group: Group): void {
	setResults(group, group.members, { error: new NotBegunError(), mayBeDone: false });
}
