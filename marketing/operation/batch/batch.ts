import type { Parameter } from '../../parameters/parameter';
import { CallError } from '../../transport/callError';
import { mapConcurrently } from '../../transport/mapConcurrently';
import { operationOf, type Operation } from '../page';
import type { FailedRow } from '../../items/row';
import { dryRun } from '../../items/settings';
import { batchSummary } from '../../items/summary';
import { Gathering, readAndSend } from './gather';
import type { Batch, BatchOperation, BatchPage } from './page';
import { rowOf, unreadRows } from './rows';
import { foretell, settle } from './settle';

/** Names the row of a member in the message that stops a workflow, where its call did not do. */
export function nameOfMember(
	{ words, memberId }: Pick<Batch, 'words' | 'memberId'>,
	{ failure: { error, which } }: FailedRow,
): string {
	return error instanceof CallError ? `${words.one} ${String(which[memberId])}` : '';
}

/**
 * An operation of a call that takes many members: the members of all input items are gathered by the IDs
 * they share, each once, and sent in as few calls as the limit allows. Every member of every input item gets
 * its own row.
 */
export function batch<const Path extends string, const Parameters extends readonly Parameter[]>(
	page: BatchPage<Path, Parameters>,
): BatchOperation {
	const ids = page.parameters as readonly Parameter[];
	const operation: Operation = operationOf(
		{
			...page,
			parameters: [...ids, page.members, ...(page.requestNumber ? [page.requestNumber] : [])],
		},
		{
			kind: 'batch',
			setsState: page.setsState,
			settings: [...(page.settings ?? []), dryRun],
			summary: (rows) => batchSummary(rows, page.words),
			nameOf: (failed) => nameOfMember(page, failed),
			async run(inputs, callsOf) {
				const gathering = new Gathering(what, callsOf);
				const readings = await readAndSend(what, inputs, gathering);
				await mapConcurrently([...gathering.groups.values()], async (group) => {
					await (group.isDryRun ? foretell(what, group) : settle(what, group));
				});
				return readings.flatMap((reading) =>
					'error' in reading
						? unreadRows(what, reading)
						: reading.members.map((member) =>
								rowOf(what, { item: reading.fields.index, group: reading.group }, member),
							),
				);
			},
		},
	);
	const what: Batch = { ...page, operation, ids };
	return { ...operation, batch: what };
}
