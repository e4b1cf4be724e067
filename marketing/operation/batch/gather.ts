import type { IDataObject } from 'n8n-workflow';
import type { Member } from '../../parameters/readList';
import type { CallsOf } from '../../items/calls';
import type { Fields } from '../../items/fields';
import { picked, type Values } from '../../items/placement';
import { NotOnStockError, type Row } from '../../items/row';
import { dryRun } from '../../items/settings';
import { sharedNumbers, type Claim } from '../../items/sharedNumbers';
import { clear, join, newGroup, type Batch, type Group, type MemberResult } from './members';
import { tooLongFor } from './numbers';
import { unmentionedMember } from './send';

/** The members that an input item asks for, with their group. */
export interface ReadInput {
	/** index of the input item */
	item: number;
	group: Group;
	members: Member[];
	/** the request number that it gives, and the merchant who knows a call by it */
	number?: Pick<Claim, 'number' | 'merchantId'>;
}

/** An input item with which nothing can be done. */
interface UnreadInput {
	fields: Fields;
	error: Error;
	/** as far as they can be read */
	members: Member[];
}

export type Reading = ReadInput | UnreadInput;

/** Whether an input item, or a member that it asks for, cannot be used. */
export function isUnread(reading: Reading): boolean {
	return 'error' in reading || reading.members.some((member) => 'error' in member);
}

/** What input items of a group have in common, beside their Options. */
interface GroupKey {
	ids: Values;
	/** a call is signed by one merchant, and the credential may be another one for every item */
	merchantId: string;
	/** whether they give request numbers */
	isNumbered: boolean;
}

function claimsOf(readings: readonly Reading[]): Claim[] {
	return readings.flatMap((reading) => {
		if ('error' in reading || !reading.number) return [];
		const { item, group, number } = reading;
		return [{ item, by: group, source: 'given' as const, ...number }];
	});
}

/** The groups of a batch: what is done with the same IDs, the same Options and by the same merchant. */
export class Groups {
	private readonly byKey = new Map<string, Group>();

	constructor(
		private readonly batch: Batch,
		private readonly callsOf: CallsOf,
	) {}

	/** @returns all groups, in first-seen order */
	get all(): Group[] {
		return [...this.byKey.values()].filter(({ members }) => members.size > 0);
	}

	/** Reads an input item, and puts its members into their group. Never throws. */
	async read(fields: Fields): Promise<Reading> {
		let members: Member[] = [];
		try {
			members = fields.required(this.batch.members);
			const ids = await fields.values(this.batch.ids);
			const number = this.batch.requestNumber && fields.read(this.batch.requestNumber);
			const merchantId = await fields.merchantId();
			const group = this.groupOf(fields, { ids, merchantId, isNumbered: number !== undefined });
			join(group, members, number);
			const reading = { item: fields.index, group, members };
			return number === undefined ? reading : { ...reading, number: { number, merchantId } };
		} catch (error) {
			return { fields, error: error as Error, members };
		}
	}

	/**
	 * Refuses the input items whose request number others have that are in another group, and those of a group for
	 * whose calls the number grows too long.
	 *
	 * @param inputs the input items, in the order of the readings
	 * @returns the readings, those of refused input items without their group
	 */
	refused(readings: readonly Reading[], inputs: readonly Fields[]): Reading[] {
		const shared = sharedNumbers(claimsOf(readings));
		const tooLong = new Map(this.all.map((group) => [group, tooLongFor(this.batch, group)]));
		const checked = readings.map((reading, index): Reading => {
			const fields = inputs[index];
			if ('error' in reading || !fields) return reading;
			const error = shared.get(reading.item) ?? tooLong.get(reading.group);
			return error ? { fields, error, members: reading.members } : reading;
		});
		for (const group of this.all) clear(group);
		for (const reading of checked) {
			if ('group' in reading) join(reading.group, reading.members, reading.number?.number);
		}
		return checked;
	}

	private groupOf(fields: Fields, { ids, merchantId, isNumbered }: GroupKey): Group {
		const isDryRun = fields.read(dryRun) ?? false;
		const alreadyFails = this.batch.alreadyIsFailure?.(fields) ?? false;
		const calls = this.callsOf(fields);
		const options = [isDryRun, alreadyFails, isNumbered, calls.settings];
		const key = JSON.stringify([ids, options, merchantId]);
		const about = picked(ids, this.batch.ids);
		const made = (call: number) =>
			fields.numbers.made({ item: fields.index, call, merchantId, about });
		const group = this.byKey.get(key) ?? newGroup({ ids, calls, made, isDryRun, alreadyFails });
		this.byKey.set(key, group);
		return group;
	}
}

/** A row for each member of an input item that cannot be used; one with what was given when none can be read. */
async function unreadRows(batch: Batch, { fields, error, members }: UnreadInput): Promise<Row[]> {
	const described = await fields.describe([batch.members, ...batch.ids]);
	const { [batch.members.wire]: given, ...ids } = described;
	const row = (member: unknown, why: Error): Row => ({
		item: fields.index,
		failure: { error: why, which: { [batch.memberId]: member as string, ...ids } },
	});
	if (members.length === 0) return [row(given, error)];
	return members.map((member) =>
		'value' in member ? row(member.value, error) : row(member.given, member.error),
	);
}

const UNMENTIONED: MemberResult = { error: unmentionedMember(''), mayBeDone: true };

/** What came of a member of an input item. */
function rowOf(batch: Batch, { item, group }: Omit<ReadInput, 'members'>, member: Member): Row {
	const { ids, numbers, results, isDryRun, alreadyFails } = group;
	const value = 'value' in member ? member.value : (member.given as string);
	const which = { [batch.memberId]: value, ...ids, ...numbers.get(value) } as IDataObject;
	if ('error' in member) return { item, failure: { error: member.error, which } };
	const result = results.get(value) ?? UNMENTIONED;
	if ('error' in result) return { item, failure: { error: result.error, which } };
	const said = 'said' in result ? result.said : undefined;
	if (result.change === 'already' && alreadyFails) {
		return { item, failure: { error: new NotOnStockError(value, said), which } };
	}
	const changes = { done: batch.mark, already: 'none', unknown: 'unknown' };
	const change = (batch.truth ?? batch.answer.already) && { change: changes[result.change] };
	const words = said && { code: said.code, message: said.reason };
	const mark = isDryRun ? { dryRun: true } : { [batch.mark]: true };
	return { item, json: { [batch.memberId]: value, ...mark, ...change, ...words, ...which } };
}

/** What came of each member of an input item. */
export async function rowsOf(batch: Batch, reading: Reading): Promise<Row[]> {
	return 'error' in reading ? await unreadRows(batch, reading) : rowsOfRead(batch, reading);
}

/** The same of an input item that could be used. */
export function rowsOfRead(batch: Batch, reading: ReadInput): Row[] {
	return reading.members.map((member) => rowOf(batch, reading, member));
}
