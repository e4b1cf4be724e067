import type { IDataObject, INodeProperties } from 'n8n-workflow';
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

/** An operation that WeChat Pay does for many members in one call. */
export interface Batch {
	fields: INodeProperties[];
	/** members that one call takes at most */
	max: number;
	/** @throws InputError when the input item cannot be read */
	read(input: ItemInput): Wish;
	/**
	 * Makes one call.
	 *
	 * @param input the first input item that asks for one of the members
	 * @returns the members that were not done, each with the reason
	 * @throws CallError when nothing of the call is known to be done
	 */
	send(input: ItemInput, group: Group, members: string[]): Promise<Map<string, Error>>;
	/** the values that name a member in an output item */
	describe(group: Group, member: string): IDataObject;
	/** the values of an input item that cannot be read, as they are */
	describeUnread(input: ItemInput): IDataObject;
	/** what an output item of a member that was done says besides */
	doneMark: IDataObject;
	stopMessage(rows: Row[]): StopMessage;
}

interface Gathered {
	group: Group;
	/** each member with the first input item that asks for it, in first-seen order */
	members: Map<string, ItemInput>;
}

type Reading = { input: ItemInput } & ({ wish: Wish } | { error: Error });

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
		const gathered = groups.get(key) ?? { group, members: new Map() };
		groups.set(key, gathered);
		for (const member of members) {
			if (!gathered.members.has(member)) gathered.members.set(member, reading.input);
		}
	}
	return groups;
}

/** @returns the members that were not done, each with the reason */
async function sendGroup(batch: Batch, { group, members }: Gathered): Promise<Map<string, Error>> {
	const failures = new Map<string, Error>();
	const all = [...members];
	for (let start = 0; start < all.length; start += batch.max) {
		const chunk = all.slice(start, start + batch.max);
		const names = chunk.map(([member]) => member);
		try {
			const refused = await batch.send(chunk[0]![1], group, names);
			for (const [member, error] of refused) failures.set(member, error);
		} catch (error) {
			for (const member of names) failures.set(member, error as Error);
		}
	}
	return failures;
}

/**
 * Makes an operation of a call that takes many members: the members of all input items are gathered by
 * the IDs they share, each once, and sent in as few calls as the limit allows. Every member of every
 * input item gets its own row.
 */
export function batched(batch: Batch): Operation {
	return {
		fields: batch.fields,
		stopMessage: batch.stopMessage,
		async run(inputs, stopsOnFailure) {
			const readings = inputs.map((input) => readInput(batch, input));
			const hasUnread = readings.some((reading) => 'error' in reading);
			const failures = new Map<string, Map<string, Error>>();
			if (!(stopsOnFailure && hasUnread)) {
				for (const [key, gathered] of gather(readings)) {
					failures.set(key, await sendGroup(batch, gathered));
				}
			}
			return readings.flatMap((reading): Row[] => {
				const item = reading.input.index;
				if ('error' in reading) {
					const which = batch.describeUnread(reading.input);
					return [{ item, failure: rowFailure(reading.error, which) }];
				}
				const { group, members } = reading.wish;
				const ofGroup = failures.get(keyOf(group));
				if (!ofGroup) return [];
				return members.map((member): Row => {
					const which = batch.describe(group, member);
					const error = ofGroup.get(member);
					if (error) return { item, failure: rowFailure(error, which) };
					return { item, json: { ...which, ...batch.doneMark } };
				});
			});
		},
	};
}
