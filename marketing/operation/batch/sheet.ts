import { InputError } from '../../parameters/inputError';
import type { Member } from '../../parameters/readList';
import type { Calls, CallsOf } from '../../items/calls';
import type { Fields } from '../../items/fields';
import type { Values } from '../../items/placement';
import { dryRun, maxRemovals } from '../../items/settings';
import type { UnreadInput } from './gather';
import type { Batch } from './page';

/** Whose Options count for a list, and what they say. */
export interface Lead {
	/** those of the first input item of the list that can be used */
	calls: Calls;
	isDryRun: boolean;
	/** members that may go at most; half of those that are there unless given */
	maxRemovals: number | undefined;
}

/** What the members of one list are to be. */
export interface Wish {
	ids: Values;
	/** none when no row can be used */
	lead?: Lead;
	wanted: Set<string>;
	/** a row that may belong to the list cannot be used, so that the input may not have all its members */
	isIncomplete: boolean;
}

/** The members that an input item asks for, with the list that they are for. */
export interface WishedInput {
	fields: Fields;
	wish: Wish;
	members: Member[];
}

/** The input items, read as one sheet that has all members of each list. */
export class Sheet {
	private readonly byIds = new Map<string, Wish>();
	private hasStrayRow = false;

	constructor(
		private readonly batch: Pick<Batch, 'ids' | 'members'>,
		private readonly callsOf: CallsOf,
	) {}

	/** Reads an input item. */
	async read(fields: Fields): Promise<WishedInput | UnreadInput> {
		let wish: Wish | undefined;
		let members: Member[] = [];
		try {
			wish = this.wishFor(await fields.values(this.batch.ids));
			members = fields.required(this.batch.members);
			this.follow(wish, fields);
		} catch (error) {
			if (wish) wish.isIncomplete = true;
			else this.hasStrayRow = true;
			return { fields, error: error as Error, members };
		}
		for (const member of members) {
			if ('value' in member) wish.wanted.add(member.value);
			else wish.isIncomplete = true;
		}
		return { fields, wish, members };
	}

	/** @returns the lists, once all input items are read */
	close(): Wish[] {
		const wishes = [...this.byIds.values()];
		const own = this.batch.ids.at(-1)?.wire ?? '';
		for (const wish of wishes) {
			// One of the two names the wrong brand or product coupon, and its stores are missing in the other.
			const hasTwin = wishes.some((other) => other !== wish && other.ids[own] === wish.ids[own]);
			wish.isIncomplete ||= this.hasStrayRow || hasTwin;
		}
		return wishes;
	}

	private wishFor(ids: Values): Wish {
		const key = JSON.stringify(ids);
		const wish = this.byIds.get(key) ?? { ids, wanted: new Set<string>(), isIncomplete: false };
		this.byIds.set(key, wish);
		return wish;
	}

	/** Were the rows of a list worked on apart, each part would take the members of the others off. */
	private follow(wish: Wish, fields: Fields): void {
		const own: Lead = {
			isDryRun: fields.read(dryRun) ?? false,
			maxRemovals: fields.read(maxRemovals),
			calls: this.callsOf(fields),
		};
		const lead = (wish.lead ??= own);
		const areSame =
			lead.isDryRun === own.isDryRun &&
			lead.maxRemovals === own.maxRemovals &&
			JSON.stringify(lead.calls.settings) === JSON.stringify(own.calls.settings);
		if (areSame) return;
		throw new InputError(
			'Options',
			'are not those of the first row of the same stock',
			'Give all rows of a stock the same Options.',
		);
	}
}
