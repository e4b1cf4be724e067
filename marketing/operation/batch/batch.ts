import type { Parameter } from '../../parameters/parameter';
import { CallError } from '../../transport/callError';
import { mapConcurrently } from '../../transport/mapConcurrently';
import type { FailedRow, Row } from '../../items/row';
import { dryRun } from '../../items/settings';
import { batchSummary } from '../../items/summary';
import { operationOf, type Execution, type Method, type Operation } from '../page';
import { readAll } from '../readAll';
import { Groups, isUnread, rowsOf } from './gather';
import { lookUpSettings, memberFields } from './known';
import { setNotBegun, type Batch, type BatchOperation, type BatchPage } from './members';
import { confirmByList, predictByList, send } from './send';

/** Names the row of a member in the message that stops a workflow, where its call did not do. */
export function nameOfMember(
	{ words, memberId, known }: Pick<Batch, 'words' | 'memberId' | 'known'>,
	{ failure: { error, which } }: FailedRow,
): string {
	if (!(error instanceof CallError)) return '';
	const { [memberId]: id, [known?.numberId ?? '']: number } = which;
	const names = [id, id === undefined || number === undefined ? number : `(${String(number)})`];
	return [words.one, ...names.filter((name) => name !== undefined)].map(String).join(' ');
}

async function runBatch(
	batch: Batch,
	{ inputs, callsOf, stopsOnFailure, pause }: Execution,
): Promise<Row[]> {
	const groups = new Groups(batch, callsOf);
	const read = await readAll(inputs, async (fields) => await groups.read(fields), pause);
	const readings = groups.refused(read, inputs);
	if (stopsOnFailure && readings.some(isUnread)) {
		for (const group of groups.all) setNotBegun(group);
	} else {
		await Promise.all(groups.all.map(async (group) => await send(batch, group)));
		await mapConcurrently(groups.all, async (group) => {
			await (group.isDryRun ? predictByList(batch, group) : confirmByList(batch, group));
		});
	}
	const rows = await Promise.all(readings.map(async (reading) => await rowsOf(batch, reading)));
	return rows.flat();
}

/**
 * An operation of a call that takes many members: the members of all input items are gathered by the IDs
 * they share, each once, and sent in as few calls as the limit allows. Every member of every input item gets
 * its own row.
 */
export function batch<
	const Path extends string,
	At extends Method,
	const Parameters extends readonly Parameter[],
	SetsState extends true | undefined = undefined,
	Numbered extends 'requestNumber' | undefined = undefined,
	Truth extends 'listed' | 'notListed' | undefined = undefined,
>(page: BatchPage<Path, At, Parameters, SetsState, Numbered, Truth>): BatchOperation {
	const ids = page.parameters as readonly Parameter[];
	const operation: Operation = operationOf(
		{
			...page,
			parameters: [
				...ids,
				...memberFields(page),
				...(page.requestNumber ? [page.requestNumber] : []),
			],
		},
		{
			kind: 'batch',
			settings: [...(page.settings ?? []), ...lookUpSettings(page), dryRun],
			summary: (rows) => batchSummary(rows, page.words),
			nameOf: (failed) => nameOfMember(page, failed),
			run: async (execution) => await runBatch(what, execution),
		},
	);
	const what: Batch = { ...page, operation, ids };
	return { ...operation, batch: what };
}
