import { CallError } from '../../transport/callError';
import type { Values } from '../../items/placement';
import { HeldBackError } from '../../items/row';
import { newGroup, setFates, type Fate, type Group } from './group';
import type { Batch } from './page';
import { sendAll } from './send';
import { listed, settle } from './settle';
import type { Lead, Wish } from './sheet';

/** How members come onto a list and off it. */
export interface Ways {
	add: Batch;
	remove: Batch;
}

/** What became of the members of a list. */
export interface Aligned {
	/** those that are wanted */
	kept: Group;
	/** those that are there and not wanted */
	dropped: Group;
}

async function change(batch: Batch, group: Group, members: string[]): Promise<void> {
	if (group.isDryRun) return setFates(group, members, { change: 'done' });
	await sendAll(batch, group, members);
	await settle(batch, group);
}

/** WeChat Pay said of the member itself what became of it. */
function isAnswered(fate: Fate | undefined): boolean {
	if (!fate || !('error' in fate)) return fate !== undefined;
	const { error } = fate;
	return error instanceof CallError && error.outcome === 'refused' && error.status === 200;
}

/** `Stock 123456789` */
function nameOf({ ids }: Batch, values: Values): string {
	const own = ids.at(-1);
	return own ? `${own.field.displayName} ${String(values[own.wire])}` : '';
}

function tooMany(name: string, excess: number, there: number, most: number | undefined): Error {
	return new HeldBackError(
		'TOO_MANY_REMOVALS',
		`${name} would lose ${excess} of its ${there} stores, and only ${most ?? Math.floor(there / 2)} may go`,
		`Nothing was done for it. Check that the input has all its stores; if it has, set Max Removals under Options to ${excess} or more.`,
	);
}

function notSure(name: string, wish: Wish, areAnswered: boolean): Error | undefined {
	if (wish.isIncomplete) {
		return new HeldBackError(
			'INPUT_INCOMPLETE',
			`It was not taken off ${name}, because a row of the input cannot be used, so that the input may not have all stores`,
			'Correct the row that cannot be used, then run the workflow again.',
		);
	}
	if (areAnswered) return undefined;
	return new HeldBackError(
		'NOT_ALL_ASSOCIATED',
		`It was not taken off ${name}, because not all new stores could be put on it`,
		'See the rows of the new stores for the reason, then run the workflow again.',
	);
}

/**
 * Makes the members of a list those that are wanted: what is missing is added first, then what is too much is
 * removed, unless that would be too many or the input may not have all.
 *
 * @returns what became of each member; what cannot be done is the fate of the members it is about
 */
export async function align(
	{ add, remove }: Ways,
	wish: Wish,
	{ calls, isDryRun, maxRemovals }: Lead,
): Promise<Aligned> {
	const { ids, wanted } = wish;
	const kept = newGroup({ ids, calls, isDryRun });
	const dropped = newGroup({ ids, calls, isDryRun });
	const aligned = { kept, dropped };
	let there: Set<string>;
	try {
		there = (await listed(add, kept)) ?? new Set();
	} catch (error) {
		setFates(kept, wanted, { error: error as Error, isDoubtful: false });
		return aligned;
	}
	const name = nameOf(add, ids);
	const missing = [...wanted].filter((member) => !there.has(member));
	const excess = [...there].filter((member) => !wanted.has(member));
	if (!wish.isIncomplete && excess.length > (maxRemovals ?? there.size / 2)) {
		const error = tooMany(name, excess.length, there.size, maxRemovals);
		setFates(kept, wanted, { error, isDoubtful: false });
		return aligned;
	}
	setFates(kept, wanted, { change: 'already' });
	await change(add, kept, missing);
	const areAnswered = missing.every((member) => isAnswered(kept.fates.get(member)));
	const doubt = notSure(name, wish, areAnswered);
	if (doubt) setFates(dropped, excess, { error: doubt, isDoubtful: false });
	else await change(remove, dropped, excess);
	return aligned;
}
