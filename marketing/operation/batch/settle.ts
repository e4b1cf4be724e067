import { unknownOutcome, type CallError } from '../../transport/callError';
import { isOpen, notDoneAfterAll } from '../../items/doubt';
import { idsOn } from '../lists/entries';
import { setFates, type Fate, type Group } from './group';
import type { Batch } from './page';

/**
 * Reads which members are there.
 *
 * @returns `undefined` where nothing lists them
 * @throws CallError when the list cannot be read
 */
export async function listed(
	{ truth, memberId }: Batch,
	{ calls, ids }: Pick<Group, 'calls' | 'ids'>,
): Promise<Set<string> | undefined> {
	if (!truth) return undefined;
	return await idsOn(truth.list.entries(calls, ids), memberId);
}

/** A member that WeChat Pay said no to, or whose answer was lost: the list can say what became of it. */
interface OpenFate {
	error: CallError;
	isDoubtful: boolean;
}

function isOpenFate(fate: Fate): fate is OpenFate {
	return 'error' in fate && isOpen(fate.error);
}

function settledFate(fate: OpenFate, isSo: boolean): Fate {
	if (isSo) return { change: fate.isDoubtful ? 'done' : 'already' };
	return { error: notDoneAfterAll(fate.error, 'the list of WeChat Pay'), isDoubtful: false };
}

/** Nothing tells what became of the member, so that a doubt stays one. */
function unsettledFate(fate: OpenFate): Fate {
	if (!fate.isDoubtful || fate.error.outcome === 'unknown') return fate;
	return { ...fate, error: unknownOutcome(fate.error) };
}

async function listedIfReadable(batch: Batch, group: Group): Promise<Set<string> | undefined> {
	try {
		return await listed(batch, group);
	} catch {
		return undefined;
	}
}

/** The list is the truth: what is already as it should be was done, by this run or before it. */
export async function settle(batch: Batch, group: Group): Promise<void> {
	const open = [...group.fates].flatMap(([member, fate]) =>
		isOpenFate(fate) ? [{ member, fate }] : [],
	);
	if (open.length === 0) return;
	const there = await listedIfReadable(batch, group);
	for (const { member, fate } of open) {
		const isSo = there?.has(member) === (batch.truth?.doneWhen === 'listed');
		group.fates.set(member, there ? settledFate(fate, isSo) : unsettledFate(fate));
	}
}

/** Says what would happen, by the list alone. */
export async function foretell(batch: Batch, group: Group): Promise<void> {
	try {
		const there = await listed(batch, group);
		for (const member of group.members) {
			const isSo = there?.has(member) === (batch.truth?.doneWhen === 'listed');
			group.fates.set(member, { change: there && isSo ? 'already' : 'done' });
		}
	} catch (error) {
		setFates(group, group.members, { error: error as Error, isDoubtful: false });
	}
}
