import { sleep, type IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../transport/attempt';
import {
	CallError,
	refusedMember,
	unknownOutcome,
	unmentionedMember,
} from '../transport/callError';
import { mapConcurrently } from '../transport/mapConcurrently';
import type { Result } from '../transport/session';
import type { Parameter } from '../parameters/parameter';
import type { Member } from '../parameters/readList';
import type { ItemInput } from './itemInput';
import type { ListOperation } from './list';
import { operationOf, type EndpointAt, type Filling, type Operation, type PageWords } from './page';
import type { Values } from './placement';
import { NotOnStockError, type Row } from './row';
import { dryRun } from './settings';
import { batchSummary, type BatchWords } from './summary';

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
	/** where the answer lists the members that were done, those that were so before, and those that were refused */
	answer: { done: string; already?: string; refused: string };
	/** the operation that lists the members that are there, and whether done means on the list */
	truth?: { list: ListOperation; doneWhen: 'listed' | 'notListed' };
	/** the number by which WeChat Pay knows each call */
	requestNumber?: Parameter<string, false, string>;
	/** members of Options besides the usual ones */
	settings?: readonly Parameter[];
	/** the option that has a member that was already so told as a failure, and the value that does */
	alreadyIsFailure?: (input: ItemInput) => boolean;
	words: BatchWords;
	setsState?: boolean;
};

/** What a batch does, apart from its fields. */
interface Batch
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

/** What became of a member. */
type Fate = { change: 'done' | 'already' } | { error: Error; isDoubtful: boolean };

/** What a call adds to the rows of its members: the number that it was made under. */
type CallValues = Record<string, string>;

/** The members of all input items that share their IDs and Options, and what is known of them. */
interface Group {
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

/** The members that an input item asks for, with their group, or why nothing can be done with them. */
type Reading = { input: ItemInput } & (
	| { group: Group; members: Member[] }
	/** members: as far as they can be read */
	| { error: Error; members: Member[] }
);

class Gathering {
	readonly groups = new Map<string, Group>();

	constructor(private readonly batch: Batch) {}

	/** @returns the group of an input item, and what it asks for */
	async read(input: ItemInput): Promise<Reading> {
		let members: Member[] = [];
		try {
			members = input.required(this.batch.members);
			const ids = await input.values(this.batch.ids);
			return { input, group: this.groupOf(input, ids), members };
		} catch (error) {
			return { input, error: error as Error, members };
		}
	}

	private groupOf(input: ItemInput, ids: Values): Group {
		const isDryRun = input.read(dryRun) ?? false;
		const alreadyFails = this.batch.alreadyIsFailure?.(input) ?? false;
		const number = this.batch.requestNumber && input.read(this.batch.requestNumber);
		const key = JSON.stringify([ids, isDryRun, alreadyFails, number, input.settings()]);
		const known = this.groups.get(key);
		if (known) return known;
		const group = {
			ids,
			input,
			isDryRun,
			alreadyFails,
			members: new Set<string>(),
			waiting: [],
			fates: new Map<string, Fate>(),
			calls: 0,
			ofCall: new Map<string, CallValues>(),
		};
		this.groups.set(key, group);
		return group;
	}
}

function entriesOf(data: IDataObject, field: string, id: string): Map<string, IDataObject> {
	const list = data[field];
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
	const { data, requestId, wasRepeatedBlindly: isDoubtful } = result;
	const done = entriesOf(data, batch.answer.done, batch.memberId);
	const refused = entriesOf(data, batch.answer.refused, batch.memberId);
	const already = entriesOf(data, batch.answer.already ?? '', batch.memberId);
	return new Map(
		members.map((member): [string, Fate] => {
			const refusal = refused.get(member);
			if (refusal) {
				const { code, message } = refusal;
				const told = { code: String(code ?? ''), message: String(message ?? ''), requestId };
				const values = { ...ids, [batch.memberId]: member };
				return [member, { error: refusedMember(told, values), isDoubtful }];
			}
			if (done.has(member)) return [member, { change: 'done' }];
			if (already.has(member)) return [member, { change: 'already' }];
			return [member, { error: unmentionedMember(requestId), isDoubtful: true }];
		}),
	);
}

function textsOf(values: Values): Record<string, string> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

async function sendWaiting(batch: Batch, group: Group): Promise<void> {
	const members = group.waiting.splice(0);
	const body = batch.takesBareMembers
		? members
		: members.map((member) => ({ [batch.memberId]: member }));
	const call = group.calls++;
	try {
		const ofCall = batch.requestNumber
			? { [batch.requestNumber.wire]: group.input.requestNumber(batch.requestNumber, call) }
			: {};
		for (const member of members) group.ofCall.set(member, ofCall);
		const values = { ...group.ids, [batch.members.wire]: body, ...ofCall };
		const result = await group.input.call(batch.operation, values);
		for (const [member, fate] of fatesOf(batch, textsOf(group.ids), members, result))
			group.fates.set(member, fate);
	} catch (error) {
		const isDoubtful = error instanceof CallError && error.outcome === 'unknown';
		for (const member of members) group.fates.set(member, { error: error as Error, isDoubtful });
	}
}

async function listed(batch: Batch, { input, ids }: Group): Promise<Set<string> | undefined> {
	if (!batch.truth) return undefined;
	const entries = await batch.truth.list.entries(input, ids, Infinity);
	return new Set(entries.map((entry) => String(entry[batch.memberId])));
}

/** A member that WeChat Pay said no to, or whose answer was lost: the list can say what became of it. */
interface OpenFate {
	error: CallError;
	isDoubtful: boolean;
}

function isOpen(fate: Fate): fate is OpenFate {
	if (!('error' in fate) || !(fate.error instanceof CallError)) return false;
	const { outcome, status } = fate.error;
	return outcome === 'unknown' || (outcome === 'refused' && (status === 200 || status === 400));
}

/** The answer was lost or doubtful, and the list shows that it was not done. */
function notDoneAfterAll(error: CallError): CallError {
	if (error.outcome === 'refused') return error;
	const { kind, code, reason } = error;
	const why = kind === 'refused' ? ` (WeChat Pay: ${code} “${reason}”)` : `: ${reason}`;
	return new CallError(`It was not done, as the list of WeChat Pay shows${why}`, {
		...error,
		outcome: 'refused',
	});
}

function settledFate(fate: OpenFate, isSo: boolean): Fate {
	if (isSo) return { change: fate.isDoubtful ? 'done' : 'already' };
	return { error: notDoneAfterAll(fate.error), isDoubtful: false };
}

/** The list is the truth: what is already as it should be was done, by this run or before it. */
async function settle(batch: Batch, group: Group): Promise<void> {
	const open = [...group.fates].flatMap(([member, fate]) =>
		isOpen(fate) ? [{ member, fate }] : [],
	);
	if (open.length === 0 || !batch.truth) return;
	try {
		const there = await listed(batch, group);
		for (const { member, fate } of open) {
			const isSo = there?.has(member) === (batch.truth.doneWhen === 'listed');
			group.fates.set(member, settledFate(fate, isSo));
		}
	} catch {
		for (const { member, fate } of open) {
			if (fate.isDoubtful && fate.error.outcome !== 'unknown') {
				group.fates.set(member, { ...fate, error: unknownOutcome(fate.error) });
			}
		}
	}
}

/** Says what would happen, by the list alone. */
async function foretell(batch: Batch, group: Group): Promise<void> {
	const { truth } = batch;
	try {
		const there = await listed(batch, group);
		for (const member of group.members) {
			const isSo = truth !== undefined && there?.has(member) === (truth.doneWhen === 'listed');
			group.fates.set(member, { change: isSo ? 'already' : 'done' });
		}
	} catch (error) {
		for (const member of group.members) {
			group.fates.set(member, { error: error as Error, isDoubtful: false });
		}
	}
}

/** Reads the input items one after the other and sends a call as soon as it is full. */
async function readAndSend(
	batch: Batch,
	inputs: readonly ItemInput[],
	gathering: Gathering,
): Promise<Reading[]> {
	const readings: Reading[] = [];
	const calls: Promise<void>[] = [];
	for (const input of inputs) {
		const reading = await gathering.read(input);
		readings.push(reading);
		if ('error' in reading) continue;
		const { group } = reading;
		for (const member of reading.members) {
			if (!('value' in member) || group.members.has(member.value)) continue;
			group.members.add(member.value);
			if (group.isDryRun) continue;
			group.waiting.push(member.value);
			if (group.waiting.length < batch.atMost) continue;
			calls.push(sendWaiting(batch, group));
			// n8n works out thousands of expressions without a pause; calls get on in pauses only.
			await sleep(0);
		}
	}
	for (const group of gathering.groups.values()) {
		if (group.waiting.length > 0) calls.push(sendWaiting(batch, group));
	}
	await Promise.all(calls);
	return readings;
}

/** A row for each member of an input item that cannot be used; one with what was given when none can be read. */
function unreadRows(
	batch: Batch,
	{ input, error, members }: Extract<Reading, { error: Error }>,
): Row[] {
	const { [batch.members.wire]: given, ...ids } = input.describe([batch.members, ...batch.ids]);
	const row = (member: unknown, why: Error): Row => ({
		item: input.index,
		failure: { error: why, which: { [batch.memberId]: member as string, ...ids } },
	});
	if (members.length === 0) return [row(given, error)];
	return members.map((member) =>
		'value' in member ? row(member.value, error) : row(member.given, member.error),
	);
}

function rowOf(
	batch: Batch,
	{ input, group }: Extract<Reading, { group: Group }>,
	member: Member,
): Row {
	const item = input.index;
	const ids = group.ids as IDataObject;
	const which = 'value' in member && { ...ids, ...group.ofCall.get(member.value) };
	if ('error' in member) {
		const { error, given } = member;
		return { item, failure: { error, which: { [batch.memberId]: given as string, ...ids } } };
	}
	const id = { [batch.memberId]: member.value };
	const unmentioned = { error: unmentionedMember(''), isDoubtful: true };
	const fate: Fate = group.fates.get(member.value) ?? unmentioned;
	if ('error' in fate) return { item, failure: { error: fate.error, which: { ...id, ...which } } };
	const isAlready = fate.change === 'already';
	if (isAlready && group.alreadyFails) {
		const error = new NotOnStockError(member.value);
		return { item, failure: { error, which: { ...id, ...which } } };
	}
	const change = (batch.truth ?? batch.answer.already) && {
		change: isAlready ? 'none' : batch.mark,
	};
	const mark = group.isDryRun ? { dryRun: true } : { [batch.mark]: true };
	return { item, json: { ...id, ...mark, ...change, ...which } };
}

/**
 * An operation of a call that takes many members: the members of all input items are gathered by the IDs
 * they share, each once, and sent in as few calls as the limit allows. Every member of every input item gets
 * its own row.
 */
export function batch<const Path extends string, const Parameters extends readonly Parameter[]>(
	page: BatchPage<Path, Parameters>,
): Operation {
	const ids = page.parameters as readonly Parameter[];
	const operation: Operation = operationOf(
		{
			...page,
			parameters: [...ids, page.members, ...(page.requestNumber ? [page.requestNumber] : [])],
		},
		{
			kind: 'batch',
			rows: {
				memberId: page.memberId,
				mark: page.mark,
				hasChange: page.truth !== undefined,
			},
			setsState: page.setsState,
			settings: [...(page.settings ?? []), dryRun],
			summary: (rows) => batchSummary(rows, page.words),
			nameOf: ({ failure }) => {
				const { error, which } = failure;
				return error instanceof CallError
					? `${page.words.one} ${String(which[page.memberId])}`
					: '';
			},
			async run(inputs) {
				const what: Batch = { ...page, operation, ids };
				const gathering = new Gathering(what);
				const readings = await readAndSend(what, inputs, gathering);
				await mapConcurrently([...gathering.groups.values()], async (group) => {
					await (group.isDryRun ? foretell(what, group) : settle(what, group));
				});
				return readings.flatMap((reading) =>
					'error' in reading
						? unreadRows(what, reading)
						: reading.members.map((member) => rowOf(what, reading, member)),
				);
			},
		},
	);
	return operation;
}
