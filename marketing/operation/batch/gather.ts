import { sleep, type IDataObject } from 'n8n-workflow';
import type { Member } from '../../parameters/readList';
import { unmentionedMember } from '../../transport/callError';
import type { ItemInput } from '../../items/itemInput';
import type { Values } from '../../items/placement';
import { NotOnStockError, type Row } from '../../items/row';
import { dryRun } from '../../items/settings';
import { join, newGroup, type Batch, type Group, type MemberResult } from './members';

/** The members that an input item asks for, with their group. */
export interface ReadInput {
	input: ItemInput;
	group: Group;
	members: Member[];
}

/** An input item with which nothing can be done. */
interface UnreadInput {
	input: ItemInput;
	error: Error;
	/** as far as they can be read */
	members: Member[];
}

export type Reading = ReadInput | UnreadInput;

/** Reads an input item. Never throws. */
interface Reader {
	read(input: ItemInput): Promise<Reading>;
}

/**
 * Reads input items one after the other.
 *
 * @param pause members after which others get their turn: n8n works out thousands of expressions without one
 * @param onRead is told of each item that can be used, as soon as it is read
 */
export async function readAll(
	inputs: readonly ItemInput[],
	reader: Reader,
	pause: number,
	onRead: (reading: ReadInput) => unknown = () => {},
): Promise<Reading[]> {
	const readings: Reading[] = [];
	let sincePause = 0;
	for (const input of inputs) {
		const reading = await reader.read(input);
		readings.push(reading);
		if ('group' in reading) onRead(reading);
		sincePause += Math.max(1, reading.members.length);
		if (sincePause < pause) continue;
		sincePause = 0;
		await sleep(0);
	}
	return readings;
}

/** The groups of a batch: what is done with the same IDs, the same Options and by the same merchant. */
export class Groups implements Reader {
	private readonly byKey = new Map<string, Group>();

	constructor(private readonly batch: Batch) {}

	/** @returns all groups, in first-seen order */
	get all(): Group[] {
		return [...this.byKey.values()];
	}

	/** Reads an input item, and puts its members into their group. */
	async read(input: ItemInput): Promise<Reading> {
		let members: Member[] = [];
		try {
			members = input.required(this.batch.members);
			const ids = await input.values(this.batch.ids);
			const group = await this.groupOf(input, ids);
			join(group, members);
			return { input, group, members };
		} catch (error) {
			return { input, error: error as Error, members };
		}
	}

	private async groupOf(input: ItemInput, ids: Values): Promise<Group> {
		const isDryRun = input.read(dryRun) ?? false;
		const alreadyFails = this.batch.alreadyIsFailure?.(input) ?? false;
		const number = this.batch.requestNumber && input.read(this.batch.requestNumber);
		const options = [isDryRun, alreadyFails, number, input.settings()];
		// A call is signed by one merchant, and the credential may be another one for every item.
		const key = JSON.stringify([ids, options, await input.merchantId()]);
		const group = this.byKey.get(key) ?? newGroup({ ids, input, isDryRun, alreadyFails });
		this.byKey.set(key, group);
		return group;
	}
}

/** A row for each member of an input item that cannot be used; one with what was given when none can be read. */
function unreadRows(batch: Batch, { input, error, members }: UnreadInput): Row[] {
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

const UNMENTIONED: MemberResult = { error: unmentionedMember(''), mayBeDone: true };

/** What came of a member of an input item. */
function rowOf(batch: Batch, { input, group }: Omit<ReadInput, 'members'>, member: Member): Row {
	const item = input.index;
	const { ids, numbers, results, isDryRun, alreadyFails } = group;
	const value = 'value' in member ? member.value : (member.given as string);
	const which = { [batch.memberId]: value, ...ids, ...numbers.get(value) } as IDataObject;
	if ('error' in member) return { item, failure: { error: member.error, which } };
	const result = results.get(value) ?? UNMENTIONED;
	if ('error' in result) return { item, failure: { error: result.error, which } };
	const isAlready = result.change === 'already';
	if (isAlready && alreadyFails) {
		return { item, failure: { error: new NotOnStockError(value), which } };
	}
	const change = (batch.truth ?? batch.answer.already) && {
		change: isAlready ? 'none' : batch.mark,
	};
	const mark = isDryRun ? { dryRun: true } : { [batch.mark]: true };
	return { item, json: { [batch.memberId]: value, ...mark, ...change, ...which } };
}

/** What came of each member of an input item. */
export function rowsOf(batch: Batch, reading: Reading): Row[] {
	if ('error' in reading) return unreadRows(batch, reading);
	return reading.members.map((member) => rowOf(batch, reading, member));
}
