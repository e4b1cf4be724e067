import { CallError } from '../../transport/callError';
import { mapConcurrently } from '../../transport/mapConcurrently';
import { notBegun } from '../../items/lookUp';
import type { Values } from '../../items/placement';
import { HeldBackError, type Row } from '../../items/row';
import { dryRun, maxRemovals } from '../../items/settings';
import { exactSummary } from '../../items/summary';
import { operationOf, type Execution, type PageWords } from '../page';
import { nameOfMember } from './batch';
import { readAll } from '../readAll';
import { lookUpSettings, memberFields } from './known';
import { isUnread, rowsOf, rowsOfRead } from './gather';
import {
	join,
	newGroup,
	setNotBegun,
	setResults,
	type Batch,
	type BatchOperation,
	type Group,
	type MemberResult,
} from './members';
import { confirmByList, listed, send } from './send';
import { WantedLists, type Wanted, type WantedList } from './wanted';

/** An operation that makes the members of lists exactly those of the input; its batch is the one that adds. */
export interface ExactOperation extends BatchOperation {
	removal: BatchOperation;
}

/** A page of an operation that makes the members of lists exactly those of the input. */
export interface ExactPage extends PageWords {
	/** how members come onto a list, and off it; both have the same fields */
	add: BatchOperation;
	remove: BatchOperation;
}

/** The batches that put members on a list and take them off. */
interface Batches {
	add: Batch;
	remove: Batch;
}

/** Does, or in a dry run only says, what a group waits for. */
async function carryOut(batch: Batch, group: Group): Promise<void> {
	if (group.isDryRun) return setResults(group, group.waiting, { change: 'done' });
	await send(batch, group);
	await confirmByList(batch, group);
}

/** WeChat Pay refused the member by name. */
function isRefused(result: MemberResult): boolean {
	if (!('error' in result) || !(result.error instanceof CallError)) return false;
	return result.error.outcome === 'refused' && result.error.condition === 'refusedMember';
}

/** `Stock 123456789` */
function nameOf({ ids }: Batch, values: Values): string {
	const own = ids.at(-1);
	return own ? `${own.field.displayName} ${String(values[own.wire])}` : '';
}

function tooMany(name: string, surplus: number, there: number, most: number | undefined): Error {
	return new HeldBackError(
		'TOO_MANY_REMOVALS',
		`${name} would lose ${surplus} of its ${there} stores, and only ${most ?? Math.floor(there / 2)} may go`,
		`Nothing was done for it. Check that the input has all its stores; if it has, set Max Removals under Options to ${surplus} or more.`,
	);
}

/**
 * @param added what came of the members that were to be put on
 * @returns why nothing may be taken off, if so
 */
function notSure(
	name: string,
	isIncomplete: boolean,
	added: readonly MemberResult[],
): Error | undefined {
	if (isIncomplete) {
		return new HeldBackError(
			'INPUT_INCOMPLETE',
			`It was not taken off ${name}, because a row of the input cannot be used, so that the input may not have all stores`,
			'Correct the row that cannot be used, then run the workflow again.',
		);
	}
	const refused = added.filter(isRefused).length;
	const putOn = added.filter((result) => !('error' in result)).length;
	const areAnswered = refused + putOn === added.length;
	if (areAnswered && refused <= putOn) return undefined;
	const why = areAnswered
		? `WeChat Pay refused ${refused} of ${added.length} new stores`
		: 'not all new stores could be put on it';
	return new HeldBackError(
		'NOT_ALL_ASSOCIATED',
		`It was not taken off ${name}, because ${why}`,
		'See the rows of the new stores for the reason, then run the workflow again.',
	);
}

/**
 * Makes the members of a list those that are wanted: what is missing is added first, then what is too much is
 * removed, unless that would be too many or the input may not have all.
 *
 * @returns what came of the members that are there and not wanted; what cannot be done is the result of the
 * members that it is about
 */
async function makeExact(
	{ add, remove }: Batches,
	{ ids, isIncomplete }: WantedList,
	{ group: wanted, maxRemovals: most }: Wanted,
): Promise<Group> {
	const { calls, isDryRun } = wanted;
	const surplus = newGroup({ ids, calls, isDryRun });
	let there: Set<string>;
	try {
		there = (await listed(add, wanted)) ?? new Set();
	} catch (error) {
		setResults(wanted, wanted.members, { error: notBegun(error), mayBeDone: false });
		return surplus;
	}
	const values = [...there].filter((value) => !wanted.members.has(value));
	join(
		surplus,
		values.map((value) => ({ value })),
	);
	const { size } = surplus.members;
	const name = nameOf(add, ids);
	if (!isIncomplete && size > (most ?? there.size / 2)) {
		const error = tooMany(name, size, there.size, most);
		setResults(wanted, wanted.members, { error, mayBeDone: false });
		return surplus;
	}
	setResults(wanted, wanted.members, { change: 'already' });
	wanted.waiting = wanted.waiting.filter((member) => !there.has(member));
	const added = [...wanted.waiting];
	await carryOut(add, wanted);
	const came = added.flatMap((member) => wanted.results.get(member) ?? []);
	const error = notSure(name, isIncomplete, came);
	if (error) setResults(surplus, surplus.members, { error, mayBeDone: false });
	else await carryOut(remove, surplus);
	return surplus;
}

/** Rows of the members that are not in the input: of the first item of their list. */
function surplusRows({ remove }: Batches, { directory }: WantedList, group: Group): Row[] {
	const members = [...group.results.keys()].map((value) => ({
		value,
		number: directory?.numberOf(value),
	}));
	const { memberId: memberName } = remove;
	return rowsOfRead(remove, { item: group.calls.item, group, members, memberName });
}

async function runExactly(
	batches: Batches,
	{ inputs, callsOf, stopsOnFailure, pause }: Execution,
): Promise<Row[]> {
	const { add } = batches;
	const lists = new WantedLists(add, callsOf);
	const readings = await readAll(inputs, async (fields) => await lists.read(fields), pause);
	const isHeldBack = stopsOnFailure && readings.some(isUnread);
	const surplus = await mapConcurrently(lists.all, async (list) => {
		if (!list.wanted) return [];
		if (!isHeldBack) {
			return surplusRows(batches, list, await makeExact(batches, list, list.wanted));
		}
		setNotBegun(list.wanted.group);
		return [];
	});
	const rows = await Promise.all(readings.map(async (reading) => await rowsOf(add, reading)));
	return [...rows.flat(), ...surplus.flat()];
}

/**
 * An operation of several calls that makes the members of each list exactly those of the input: it reads the
 * list, adds what is missing, then removes what is too much. Every member of every input item gets a row, and
 * every member that was there and is not in the input.
 */
export function exactly({ add, remove, ...page }: ExactPage): ExactOperation {
	const batches = { add: add.batch, remove: remove.batch };
	const operation = operationOf(
		{ ...page, endpoint: add.endpoint, parameters: [...add.batch.ids, ...memberFields(add.batch)] },
		{
			kind: 'batch',
			settings: [...lookUpSettings(add.batch), dryRun, maxRemovals],
			summary: (rows) => exactSummary(rows, add.batch.words, [add.batch.mark, remove.batch.mark]),
			nameOf: (failed) => nameOfMember(add.batch, failed),
			run: async (execution) => await runExactly(batches, execution),
		},
	);
	return { ...operation, batch: add.batch, removal: remove };
}
