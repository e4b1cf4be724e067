import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../../wechatpay/losslessJson';
import type { Answer } from '../../transport/attempt';
import { CallError, unknownOutcome } from '../../transport/callError';
import { refusedCall } from '../../transport/send';
import { needsLookUp, notBegun, notDoneAfterAll } from '../../items/lookUp';
import { textsOf } from '../../items/placement';
import { idsOn } from '../lists/entries';
import { numberOfCall } from './numbers';
import { setResults, type Batch, type Group, type MemberResult } from './members';

/** A member of which an answer says nothing, so that it cannot be called done. */
export function unmentionedMember(requestId: string): CallError {
	return new CallError(
		'The answer of WeChat Pay does not mention this one, so it does not count as done',
		{
			condition: 'unmentioned',
			code: 'NOT_IN_ANSWER',
			remedy: 'Look it up to see what became of it, or run the workflow again.',
			requestId,
		},
	);
}

/** What a list of an answer says, by the IDs of its members. */
function entriesOf(
	data: IDataObject,
	field: string | undefined,
	id: string,
): Map<string, IDataObject> {
	const list = field === undefined ? [] : data[field];
	const entries: unknown[] = Array.isArray(list) ? list : [];
	return new Map(
		entries.map((entry) =>
			isJsonObject(entry) ? [String(entry[id]), entry] : [String(entry), {}],
		),
	);
}

/**
 * Reads what an answer says of a member. One that is in both lists, or in none, was not done.
 *
 * @param mayBeDone whether an attempt before the one that was answered may have done it
 */
function readerOf(
	{ answer, memberId }: Batch,
	{ ids, calls }: Pick<Group, 'ids' | 'calls'>,
	{ data, requestId }: Answer,
	mayBeDone: boolean,
): (member: string) => MemberResult {
	const done = entriesOf(data, answer.done, memberId);
	const refused = entriesOf(data, answer.refused, memberId);
	const already = entriesOf(data, answer.already, memberId);
	return (member) => {
		const refusal = refused.get(member);
		if (refusal) {
			const { code, [answer.reason ?? 'message']: message } = refusal;
			const said = { code: String(code ?? ''), message: String(message ?? '') };
			const values = { ...textsOf(ids), [memberId]: member };
			return {
				error: refusedCall(calls.words, { ...said, status: 200, requestId }, values),
				mayBeDone,
			};
		}
		if (already.has(member)) return { change: mayBeDone ? 'unknown' : 'already' };
		if (answer.done === undefined || done.has(member)) return { change: 'done' };
		return { error: unmentionedMember(requestId), mayBeDone: true };
	};
}

async function call(batch: Batch, group: Group, members: string[]): Promise<void> {
	const { requestNumber, memberId, takesBareMembers } = batch;
	const { ids, calls, results, numbers } = group;
	const body = takesBareMembers ? members : members.map((member) => ({ [memberId]: member }));
	const index = group.sent++;
	try {
		const number: Record<string, string> = requestNumber
			? { [requestNumber.wire]: numberOfCall(requestNumber, group, index, members) }
			: {};
		for (const member of members) numbers.set(member, number);
		const values = { ...ids, [batch.members.wire]: body, ...number };
		const answer = await calls.call(batch.operation, values);
		// Under a request number a repeat has the answer that the first attempt had.
		const mayBeDone = answer.wasRepeatedBlindly && !requestNumber;
		const resultOf = readerOf(batch, group, answer, mayBeDone);
		for (const member of members) results.set(member, resultOf(member));
	} catch (error) {
		const mayBeDone = error instanceof CallError && error.outcome === 'unknown';
		setResults(group, members, { error: error as Error, mayBeDone });
	}
}

/** Makes calls of the members of a group that wait; none in a dry run. */
export async function send(batch: Batch, group: Group): Promise<void> {
	const calls: Promise<void>[] = [];
	while (!group.isDryRun && group.waiting.length > 0) {
		calls.push(call(batch, group, group.waiting.splice(0, batch.atMost)));
	}
	await Promise.all(calls);
}

/**
 * Reads which members are on the list.
 *
 * @returns `undefined` where nothing lists them
 * @throws CallError when the list cannot be read
 */
export async function listed(
	{ truth, memberId }: Batch,
	{ calls, ids }: Pick<Group, 'calls' | 'ids'>,
): Promise<Set<string> | undefined> {
	if (!truth) return undefined;
	return await idsOn(truth.list.entries(calls.looks, ids), memberId);
}

async function listedIfReadable(batch: Batch, group: Group): Promise<Set<string> | undefined> {
	try {
		return await listed(batch, group);
	} catch {
		return undefined;
	}
}

/** Whether the list shows a member where it was to be. */
function isDone({ truth }: Batch, there: Set<string>, member: string): boolean {
	return there.has(member) === (truth?.doneWhen === 'listed');
}

/** A member that WeChat Pay refused, or whose answer was lost: the list can say what came of it. */
interface Open {
	error: CallError;
	mayBeDone: boolean;
}

function isOpen(result: MemberResult): result is Open {
	return 'error' in result && needsLookUp(result.error);
}

function resultByList({ error, mayBeDone }: Open, wasDone: boolean): MemberResult {
	if (wasDone) {
		const said = error.facts.reached === 'yes' ? error : undefined;
		return { change: mayBeDone ? 'unknown' : 'already', said };
	}
	return { error: notDoneAfterAll(error, 'the list of WeChat Pay'), mayBeDone: false };
}

/** Nothing tells what came of the member. */
function resultWithoutList({ error, mayBeDone }: Open): MemberResult {
	if (!mayBeDone || error.outcome === 'unknown') return { error, mayBeDone };
	return { error: unknownOutcome(error), mayBeDone };
}

/**
 * Looks the members that were refused, or whose answer was lost, up in the list. It is the truth: what is
 * already as it should be was done, by this run or before it.
 */
export async function confirmByList(batch: Batch, group: Group): Promise<void> {
	const open = [...group.results].filter((entry): entry is [string, Open] => isOpen(entry[1]));
	if (open.length === 0) return;
	const there = await listedIfReadable(batch, group);
	for (const [member, result] of open) {
		group.results.set(
			member,
			there ? resultByList(result, isDone(batch, there, member)) : resultWithoutList(result),
		);
	}
}

/** Says what would be done, by the list alone. */
export async function predictByList(batch: Batch, group: Group): Promise<void> {
	try {
		const there = await listed(batch, group);
		for (const member of group.members) {
			const isAlready = there !== undefined && isDone(batch, there, member);
			group.results.set(member, { change: isAlready ? 'already' : 'done' });
		}
	} catch (error) {
		setResults(group, group.members, { error: notBegun(error), mayBeDone: false });
	}
}
