import type { IDataObject } from 'n8n-workflow';
import type { CallsOf } from '../../items/calls';
import type { Fields } from '../../items/fields';
import { picked, type Values } from '../../items/placement';
import { NotOnStockError, type Row } from '../../items/row';
import { dryRun } from '../../items/settings';
import { sharedNumbers, type Claim } from '../../items/sharedNumbers';
import { KnownMembers, type Asked } from './known';
import { clear, join, newGroup, type Batch, type Group, type MemberResult } from './members';
import { tooLongFor } from './numbers';
import { unmentionedMember } from './send';

/** The members that an input item asks for, with their group. */
export interface ReadInput {
	/** index of the input item */
	item: number;
	group: Group;
	members: Asked[];
	/** what rows call what was given for a member */
	memberName: string;
	/** the request number that it gives, and the merchant who knows a call by it */
	number?: Pick<Claim, 'number' | 'merchantId'>;
}

/** An input item with which nothing can be done. */
interface UnreadInput {
	fields: Fields;
	error: Error;
	/** as far as they can be read */
	members: Asked[];
	memberName: string;
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
	private readonly known: KnownMembers;

	constructor(
		private readonly batch: Batch,
		private readonly callsOf: CallsOf,
	) {
		this.known = new KnownMembers(batch, callsOf);
	}

	/** @returns all groups, in first-seen order */
	get all(): Group[] {
		return [...this.byKey.values()].filter(({ members }) => members.size > 0);
	}

	/** Reads an input item, and puts its members into their group. Never throws. */
	async read(fields: Fields): Promise<Reading> {
		let members: Asked[] = [];
		let memberName = this.batch.memberId;
		try {
			memberName = this.known.nameFor(fields);
			members = this.known.given(fields);
			const ids = await fields.values(this.batch.ids);
			members = await this.known.lookedUp(fields, ids, members);
			const number = this.batch.requestNumber && fields.read(this.batch.requestNumber);
			const merchantId = await fields.merchantId();
			const group = this.groupOf(fields, { ids, merchantId, isNumbered: number !== undefined });
			join(group, members, number);
			const reading = { item: fields.index, group, members, memberName };
			return number === undefined ? reading : { ...reading, number: { number, merchantId } };
		} catch (error) {
			return { fields, error: error as Error, members, memberName };
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
			const { members, memberName } = reading;
			return error ? { fields, error, members, memberName } : reading;
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

/** What tells the user which member it is: its ID, and the number by which it was given; else what was given. */
function namesOf({ memberId, known }: Batch, memberName: string, member: Asked): IDataObject {
	if ('error' in member) return { [memberName]: member.given as string };
	const { value, number } = member;
	return known && number !== undefined
		? { [memberId]: value, [known.numberId]: number }
		: { [memberName]: value };
}

/** A row for each member of an input item that cannot be used; one with what was given when none can be read. */
async function unreadRows(
	batch: Batch,
	{ fields, error, members, memberName }: UnreadInput,
): Promise<Row[]> {
	const described = await fields.describe([batch.members, ...batch.ids]);
	const { [batch.members.wire]: given, ...ids } = described;
	const row = (member: Asked, why: Error): Row => ({
		item: fields.index,
		failure: { error: why, which: { ...namesOf(batch, memberName, member), ...ids } },
	});
	if (members.length === 0) return [row({ given, error }, error)];
	return members.map((member) => row(member, 'error' in member ? member.error : error));
}

const UNMENTIONED: MemberResult = { error: unmentionedMember(''), mayBeDone: true };

/** What came of a member of an input item. */
function rowOf(
	batch: Batch,
	{ item, group, memberName }: Omit<ReadInput, 'members'>,
	member: Asked,
): Row {
	const { ids, numbers, results, isDryRun, alreadyFails } = group;
	const names = namesOf(batch, memberName, member);
	if ('error' in member) {
		return { item, failure: { error: member.error, which: { ...names, ...ids } as IDataObject } };
	}
	const { value } = member;
	const which = { ...names, ...ids, ...numbers.get(value) } as IDataObject;
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
	return { item, json: { ...names, ...mark, ...change, ...words, ...which } };
}

/** What came of each member of an input item. */
export async function rowsOf(batch: Batch, reading: Reading): Promise<Row[]> {
	return 'error' in reading ? await unreadRows(batch, reading) : rowsOfRead(batch, reading);
}

/** The same of an input item that could be used. */
export function rowsOfRead(batch: Batch, reading: ReadInput): Row[] {
	return reading.members.map((member) => rowOf(batch, reading, member));
}
