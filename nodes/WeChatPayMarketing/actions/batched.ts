import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Endpoint } from '../transport/endpoint';
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
	endpoint: Endpoint;
	fields: INodeProperties[];
	/** members that one call takes at most */
	max: number;
	/** @throws InputError when the input item cannot be read */
	read(input: ItemInput): Wish;
	/**
	 * Makes one call.
	 *
	 * @param input the first input item that asks for one of the members
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

type Reading = { input: ItemInput } & ({ wish: Wish } | { error: Error });

/** The members of all input items that share a group, and what is known of them. */
interface Gathered {
	group: Group;
	/** each member with the first input item that asks for it, in first-seen order */
	members: Map<string, ItemInput>;
	failures: Map<string, Error>;
	doubtful: string[];
}

interface Chunk {
	gathered: Gathered;
	input: ItemInput;
	members: string[];
}

function readInput(batch: Batch, input: ItemInput): Reading {
	try {
		return { input, wish: batch.read(input) };
	} catch (error) {
		return { input, error: error as Error };
	}
}

function keyOf(group: Group): string {
	return JSON.stringify(Object.entries(group));
}

function gather(readings: Reading[]): Map<string, Gathered> {
	const groups = new Map<string, Gathered>();
	for (const reading of readings) {
		if (!('wish' in reading)) continue;
		const { group, members } = reading.wish;
		const key = keyOf(group);
		const gathered = groups.get(key) ?? {
			group,
			members: new Map(),
			failures: new Map(),
			doubtful: [],
		};
		groups.set(key, gathered);
		for (const member of members) {
			if (!gathered.members.has(member)) gathered.members.set(member, reading.input);
		}
	}
	return groups;
}

function chunksOf(gathered: Gathered, max: number): Chunk[] {
	const entries = [...gathered.members];
	return Array.from({ length: Math.ceil(entries.length / max) }, (_, index) => {
		const chunk = entries.slice(index * max, (index + 1) * max);
		const [[, input]] = chunk as [[string, ItemInput]];
		return { gathered, input, members: chunk.map(([member]) => member) };
	});
}

async function sendChunk(batch: Batch, { gathered, input, members }: Chunk): Promise<void> {
	try {
		const { refused, doubtful } = await batch.send(input, gathered.group, members);
		for (const [member, error] of refused) gathered.failures.set(member, error);
		gathered.doubtful.push(...doubtful);
	} catch (error) {
		for (const member of members) gathered.failures.set(member, error as Error);
	}
}

/** A repeated call refuses what the lost one did: what is no longer there was done after all. */
async function settleDoubts(batch: Batch, { group, members, ...known }: Gathered): Promise<void> {
	const [[, input] = []] = members;
	if (known.doubtful.length === 0 || !input) return;
	try {
		const undone = await batch.lookUpUndone(input, group);
		for (const member of known.doubtful) {
			if (!undone.has(member)) known.failures.delete(member);
		}
	} catch (error) {
		for (const member of known.doubtful) {
			known.failures.set(member, unknownOutcome(error as CallError));
		}
	}
}

async function send(batch: Batch, groups: Gathered[]): Promise<void> {
	const chunks = groups.flatMap((gathered) => chunksOf(gathered, batch.max));
	await mapConcurrently(chunks, async (chunk) => await sendChunk(batch, chunk));
	await mapConcurrently(groups, async (gathered) => await settleDoubts(batch, gathered));
}

function rowsOf(batch: Batch, reading: Reading, groups: Map<string, Gathered>): Row[] {
	const item = reading.input.index;
	if ('error' in reading) {
		const which = batch.describeUnread(reading.input);
		return [{ item, failure: rowFailure(reading.error, which) }];
	}
	const { group, members } = reading.wish;
	const failures = groups.get(keyOf(group))?.failures;
	return members.map((member): Row => {
		const which = batch.describe(group, member);
		const error = failures?.get(member);
		if (error) return { item, failure: rowFailure(error, which) };
		return { item, json: { ...which, ...batch.doneMark } };
	});
}

/**
 * Makes an operation of a call that takes many members: the members of all input items are gathered by
 * the IDs they share, each once, and sent in as few calls as the limit allows. Every member of every
 * input item gets its own row. When a failure stops the workflow and an input item cannot be read, nothing
 * is sent.
 */
export function batched(batch: Batch): Operation {
	const { endpoint, fields, stopMessage, summary } = batch;
	return {
		endpoint,
		fields,
		stopMessage,
		summary,
		async run(inputs, stopsOnFailure) {
			const readings = inputs.map((input) => readInput(batch, input));
			const unread = readings.filter((reading) => 'error' in reading);
			if (stopsOnFailure && unread.length > 0) {
				return unread.flatMap((reading) => rowsOf(batch, reading, new Map()));
			}
			const groups = gather(readings);
			await send(batch, [...groups.values()]);
			return readings.flatMap((reading) => rowsOf(batch, reading, groups));
		},
	};
}
