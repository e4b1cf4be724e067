import type { IDataObject } from 'n8n-workflow';
import type { Member } from '../../parameters/readList';
import { unmentionedMember } from '../../transport/callError';
import { NotOnStockError, type Row } from '../../items/row';
import type { ReadInput, UnreadInput } from './gather';
import type { Fate } from './group';
import type { Batch } from './page';

/** A row for each member of an input item that cannot be used; one with what was given when none can be read. */
export function unreadRows(batch: Batch, { fields, error, members }: UnreadInput): Row[] {
	const { [batch.members.wire]: given, ...ids } = fields.describe([batch.members, ...batch.ids]);
	const row = (member: unknown, why: Error): Row => ({
		item: fields.index,
		failure: { error: why, which: { [batch.memberId]: member as string, ...ids } },
	});
	if (members.length === 0) return [row(given, error)];
	return members.map((member) =>
		'value' in member ? row(member.value, error) : row(member.given, member.error),
	);
}

/** What became of a member of an input item. */
export function rowOf(
	batch: Batch,
	{ item, group }: Pick<ReadInput, 'group'> & { item: number },
	member: Member,
): Row {
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
