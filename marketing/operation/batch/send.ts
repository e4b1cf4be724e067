import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../../wechatpay/losslessJson';
import { CallError, refusedMember, unmentionedMember } from '../../transport/callError';
import type { Result } from '../../transport/session';
import type { Values } from '../../items/placement';
import { setFates, type Fate, type Group } from './group';
import type { Batch } from './page';

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

/** What the answer says of each member. One that is in both lists, or in none, was not done. */
function fatesOf(
	batch: Batch,
	ids: Record<string, string>,
	members: string[],
	result: Result,
): Map<string, Fate> {
	const { data, requestId } = result;
	// Under a request number a repeat has the answer that the first attempt had.
	const isDoubtful = result.wasRepeatedBlindly && !batch.requestNumber;
	const done = entriesOf(data, batch.answer.done, batch.memberId);
	const refused = entriesOf(data, batch.answer.refused, batch.memberId);
	const already = entriesOf(data, batch.answer.already, batch.memberId);
	return new Map(
		members.map((member): [string, Fate] => {
			const refusal = refused.get(member);
			if (refusal) {
				const { code, [batch.answer.reason ?? 'message']: message } = refusal;
				const told = { code: String(code ?? ''), message: String(message ?? ''), requestId };
				const values = { ...ids, [batch.memberId]: member };
				return [member, { error: refusedMember(told, values), isDoubtful }];
			}
			if (already.has(member)) return [member, { change: 'already' }];
			const isDone = batch.answer.done === undefined || done.has(member);
			if (isDone) return [member, { change: 'done' }];
			return [member, { error: unmentionedMember(requestId), isDoubtful: true }];
		}),
	);
}

function textsOf(values: Values): Record<string, string> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

async function send(batch: Batch, group: Group, members: string[]): Promise<void> {
	const body = batch.takesBareMembers
		? members
		: members.map((member) => ({ [batch.memberId]: member }));
	const call = group.sent++;
	try {
		const ofCall =
			batch.requestNumber && group.numberOf
				? { [batch.requestNumber.wire]: group.numberOf(call) }
				: {};
		for (const member of members) group.ofCall.set(member, ofCall);
		const values = { ...group.ids, [batch.members.wire]: body, ...ofCall };
		const result = await group.calls.call(batch.operation, values);
		for (const [member, fate] of fatesOf(batch, textsOf(group.ids), members, result))
			group.fates.set(member, fate);
	} catch (error) {
		const isDoubtful = error instanceof CallError && error.outcome === 'unknown';
		setFates(group, members, { error: error as Error, isDoubtful });
	}
}

/** Makes one call for the members that wait. */
export async function sendWaiting(batch: Batch, group: Group): Promise<void> {
	await send(batch, group, group.waiting.splice(0));
}

/** Makes as many calls as the members need. */
export async function sendAll(
	batch: Batch,
	group: Group,
	members: readonly string[],
): Promise<void> {
	const calls = Array.from({ length: Math.ceil(members.length / batch.atMost) }, (_, index) =>
		members.slice(index * batch.atMost, (index + 1) * batch.atMost),
	);
	await Promise.all(calls.map(async (ofCall) => await send(batch, group, ofCall)));
}
