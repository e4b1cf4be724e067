import { sleep, type IDataObject, type INodeProperties } from 'n8n-workflow';
import type { PlacedEndpoint } from './placing';
import { unknownOutcome, type CallError } from '../transport/callError';
import { mapConcurrently } from '../transport/mapConcurrently';
import type { ItemInput } from './itemInput';
import type { Operation, Row, StopMessage } from './operation';
import { rowFailure } from './rowFailure';

/** The IDs that all members of one call share, under WeChat Pay's names. */
export type Group = Record<string, string>;

/** What one input item asks for. */
export interface Wish {
	group: Group;
	members: string[];
}

/** What became of the members of one call. Those that are not named were done. */
export interface SendOutcome {
	/** members that were refused, each with the reason */
	refused: Map<string, Error>;
	/** refused members that an earlier attempt, whose answer was lost, may have done */
	doubtful: string[];
}

/** An operation that WeChat Pay does for many members in one call. */
export interface Batch {
	endpoint: PlacedEndpoint;
	fields: INodeProperties[];
	/** members that one call takes at most */
	max: number;
	/** @throws InputError when the input item cannot be read */
	read(input: ItemInput): Wish;
	/**
	 * Makes one call.
	 *
	 * @param input the first input item of the group
	 * @throws CallError when nothing of the call is known to be done
	 */
	send(input: ItemInput, group: Group, members: string[]): Promise<SendOutcome>;
	/**
	 * Looks up the members that are not done.
	 *
	 * @throws CallError when they cannot be looked up
	 */
	lookUpUndone(input: ItemInput, group: Group): Promise<Set<string>>;
	/** the values that name a member in an output item */
	describe(group: Group, member: string): IDataObject;
	/** the values of an input item that cannot be read, as they are */
	describeUnread(input: ItemInput): IDataObject;
	/** what an output item of a member that was done says besides */
	doneMark: IDataObject;
	stopMessage(rows: Row[]): StopMessage;
	summary(rows: Row[]): string;
}

/** The members of all input items that share a group, and what is known of them. */
interface Gathered {
	group: Group;
	/** the first input item of the group, whose Options its calls have */
	input: ItemInput;
	members: Set<string>;
	/** members that are in no call yet, in first-seen order */
	waiting: string[];
	failures: Map<string, Error>;
	doubtful: string[];
}

/** An input item with its group and the members that it asks for, or why it cannot be read. */
type Reading = { input: ItemInput } & (
	| { gathered: Gathered; members: string[] }
	| { error: Error }
);

function gatheredOf(groups: Map<string, Gathered>, group: Group, input: ItemInput): Gathered {
	const key = JSON.stringify(Object.entries(group));
	const known = groups.get(key);
	if (known) return known;
	const gathered: Gathered = {
		group,
		input,
		members: new Set(),
		waiting: [],
		failures: new Map(),
		doubtful: [],
	};
	groups.set(key, gathered);
	return gathered;
}

function readInput(batch: Batch, input: ItemInput, groups: Map<string, Gathered>): Reading {
	try {
		const { group, members } = batch.read(input);
		return { input, gathered: gatheredOf(groups, group, input), members };
	} catch (error) {
		return { input, error: error as Error };
	}
}

async function sendWaiting(batch: Batch, gathered: Gathered): Promise<void> {
	const members = gathered.waiting.splice(0);
	try {
		const { refused, doubtful } = await batch.send(gathered.input, gathered.group, members);
		for (const [member, error] of refused) gathered.failures.set(member, error);
		gathered.doubtful.push(...doubtful);
	} catch (error) {
		for (const member of members) gathered.failures.set(member, error as Error);
	}
}

/** A repeated call refuses what the lost one did: what is no longer there was done after all. */
async function settleDoubts(batch: Batch, gathered: Gathered): Promise<void> {
	const { input, group, doubtful, failures } = gathered;
	if (doubtful.length === 0) return;
	try {
		const undone = await batch.lookUpUndone(input, group);
		for (const member of doubtful) {
			if (!undone.has(member)) failures.delete(member);
		}
	} catch (error) {
		for (const member of doubtful) failures.set(member, unknownOutcome(error as CallError));
	}
}

/** Reads the input items one after the other and sends a call as soon as it is full. */
async function readAndSend(
	batch: Batch,
	inputs: ItemInput[],
	groups: Map<string, Gathered>,
): Promise<Reading[]> {
	const readings: Reading[] = [];
	const calls: Promise<void>[] = [];
	for (const input of inputs) {
		const reading = readInput(batch, input, groups);
		readings.push(reading);
		if ('error' in reading) continue;
		const { gathered } = reading;
		for (const member of reading.members) {
			if (gathered.members.has(member)) continue;
			gathered.members.add(member);
			gathered.waiting.push(member);
			if (gathered.waiting.length < batch.max) continue;
			calls.push(sendWaiting(batch, gathered));
			// n8n works out thousands of expressions without a pause; calls get on in pauses only.
			await sleep(0);
		}
	}
	for (const gathered of groups.values()) {
		if (gathered.waiting.length > 0) calls.push(sendWaiting(batch, gathered));
	}
	await Promise.all(calls);
	return readings;
}

function rowsOf(batch: Batch, reading: Reading): Row[] {
	const item = reading.input.index;
	if ('error' in reading) {
		const which = batch.describeUnread(reading.input);
		return [{ item, failure: rowFailure(reading.error, which) }];
	}
	const { group, failures } = reading.gathered;
	return reading.members.map((member): Row => {
		const which = batch.describe(group, member);
		const error = failures.get(member);
		if (error) return { item, failure: rowFailure(error, which) };
		return { item, json: { ...which, ...batch.doneMark } };
	});
}

/**
 * Makes an operation of a call that takes many members: the members of all input items are gathered by
 * the IDs they share, each once, and sent in as few calls as the limit allows. Every member of every
 * input item gets its own row.
 */
export function batched(batch: Batch): Operation {
	const { endpoint, fields, stopMessage, summary } = batch;
	return {
		endpoint,
		fields,
		stopMessage,
		summary,
		async run(inputs) {
			const groups = new Map<string, Gathered>();
			const readings = await readAndSend(batch, inputs, groups);
			await mapConcurrently(
				[...groups.values()],
				async (gathered) => await settleDoubts(batch, gathered),
			);
			return readings.flatMap((reading) => rowsOf(batch, reading));
		},
	};
}
