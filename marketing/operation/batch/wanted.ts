import { InputError } from '../../parameters/inputError';
import type { CallsOf } from '../../items/calls';
import type { Fields } from '../../items/fields';
import type { Values } from '../../items/placement';
import { dryRun, maxRemovals } from '../../items/settings';
import type { Directory } from './directory';
import type { Reading } from './gather';
import { KnownMembers, type Asked } from './known';
import { join, newGroup, type Batch, type Group } from './members';

/** A list, and what the input wants on it. */
export interface WantedList {
	ids: Values;
	/** what the rows that can be used want; none when there is no such row */
	wanted?: Wanted;
	/** the numbers of all members that there are, where the input gives such numbers */
	directory?: Directory;
	/** a row that may belong to the list cannot be used, so that the input may not have all its members */
	isIncomplete: boolean;
}

/** What the rows of a list want, and what their Options say. */
export interface Wanted {
	group: Group;
	/** members that may go at most; half of those that are there unless given */
	maxRemovals: number | undefined;
	/** the Options of the first row, as text */
	options: string;
	/** ID of the merchant of the first row, whose credential signs */
	merchant: string;
}

/** The input items, read as one table that has all members of each list. */
export class WantedLists {
	private readonly byIds = new Map<string, WantedList>();
	private readonly known: KnownMembers;
	private hasRowOfNoList = false;

	constructor(
		private readonly batch: Pick<Batch, 'ids' | 'members' | 'memberId' | 'known'>,
		private readonly callsOf: CallsOf,
	) {
		this.known = new KnownMembers(batch, callsOf);
	}

	/** @returns the lists in first-seen order, once all input items are read */
	get all(): WantedList[] {
		const lists = [...this.byIds.values()];
		const own = this.batch.ids.at(-1)?.wire ?? '';
		return lists.map((list) => {
			// One of the two names the wrong brand or product coupon, and its stores are missing in the other.
			const isNamedTwice = lists.some(
				(other) => other !== list && other.ids[own] === list.ids[own],
			);
			const isIncomplete = list.isIncomplete || this.hasRowOfNoList || isNamedTwice;
			return { ...list, isIncomplete };
		});
	}

	/** Reads an input item, and puts its members among those that are wanted on its list. Never throws. */
	async read(fields: Fields): Promise<Reading> {
		let list: WantedList | undefined;
		let members: Asked[] = [];
		let memberName = this.batch.memberId;
		try {
			const ids = await fields.values(this.batch.ids);
			list = this.listOf(ids);
			memberName = this.known.nameFor(fields);
			members = this.known.given(fields);
			members = await this.known.lookedUp(fields, ids, members);
			list.directory ??= await this.known.numbersFor(fields, ids);
			const group = await this.groupOf(list, fields);
			join(group, members);
			list.isIncomplete ||= members.some((member) => 'error' in member);
			return { item: fields.index, group, members, memberName };
		} catch (error) {
			if (list) list.isIncomplete = true;
			else this.hasRowOfNoList = true;
			return { fields, error: error as Error, members, memberName };
		}
	}

	private listOf(ids: Values): WantedList {
		const key = JSON.stringify(ids);
		const list = this.byIds.get(key) ?? { ids, isIncomplete: false };
		this.byIds.set(key, list);
		return list;
	}

	/** Were the rows of a list worked on apart, each part would take the members of the others off. */
	private async groupOf(list: WantedList, fields: Fields): Promise<Group> {
		const { ids } = list;
		const isDryRun = fields.read(dryRun) ?? false;
		const most = fields.read(maxRemovals);
		const calls = this.callsOf(fields);
		const options = JSON.stringify([isDryRun, most, calls.settings]);
		const merchant = await fields.merchantId();
		if (!list.wanted) {
			const group = newGroup({ ids, calls, isDryRun });
			list.wanted = { group, maxRemovals: most, options, merchant };
		}
		if (list.wanted.merchant !== merchant) {
			throw new InputError(
				'Credential',
				'is that of another account than in the first row of the same stock',
				'Give all rows of a stock the same account.',
			);
		}
		if (list.wanted.options === options) return list.wanted.group;
		throw new InputError(
			'Options',
			'are not those of the first row of the same stock',
			'Give all rows of a stock the same Options.',
		);
	}
}
