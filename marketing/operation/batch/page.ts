import type { Parameter } from '../../parameters/parameter';
import type { Member } from '../../parameters/readList';
import type { Fields } from '../../items/fields';
import type { ListOperation } from '../list';
import type { EndpointAt, Filling, Operation, PageWords } from '../page';
import type { BatchWords } from '../../items/summary';

/** A page of an operation that WeChat Pay does for many members in one call. */
export type BatchPage<Path extends string, Parameters extends readonly Parameter[]> = PageWords & {
	endpoint: EndpointAt<Path>;
	/** the IDs that all members of a call share */
	parameters: Filling<Path, Parameters>;
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
	truth?: { list: ListOperation; doneWhen: 'listed' | 'notListed' };
	/** the number by which WeChat Pay knows each call */
	requestNumber?: Parameter<string, false, string>;
	/** members of Options besides the usual ones */
	settings?: readonly Parameter[];
	/** the option that has a member that was already so told as a failure, and the value that does */
	alreadyIsFailure?: (fields: Fields) => boolean;
	words: BatchWords;
	setsState?: boolean;
};

/** What a batch does, apart from its fields. */
export interface Batch
	extends Pick<
		BatchPage<string, readonly Parameter[]>,
		| 'members'
		| 'memberId'
		| 'atMost'
		| 'mark'
		| 'answer'
		| 'truth'
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
