import { sleep } from 'n8n-workflow';
import { mapConcurrently } from '../../transport/mapConcurrently';
import type { CallsOf } from '../../items/calls';
import type { Fields } from '../../items/fields';
import { operationOf, type PageWords } from '../page';
import type { Row } from '../../items/row';
import { dryRun, maxRemovals } from '../../items/settings';
import { exactSummary } from '../../items/summary';
import { align, type Aligned, type Ways } from './align';
import { nameOfMember } from './batch';
import type { UnreadInput } from './gather';
import type { BatchOperation } from './page';
import { rowOf, unreadRows } from './rows';
import { Sheet, type WishedInput } from './sheet';

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

async function readSheet(
	sheet: Sheet,
	inputs: readonly Fields[],
	pause: number,
): Promise<Array<WishedInput | UnreadInput>> {
	const readings: Array<WishedInput | UnreadInput> = [];
	for (const fields of inputs) {
		readings.push(await sheet.read(fields));
		// n8n works out thousands of expressions without a pause.
		if (readings.length % pause === 0) await sleep(0);
	}
	return readings;
}

/** What became of the members that are not in the input: rows of the first item of their list. */
function droppedRows({ remove }: Ways, { dropped }: Aligned): Row[] {
	return [...dropped.fates.keys()].map((value) =>
		rowOf(remove, { item: dropped.calls.item, group: dropped }, { value }),
	);
}

async function runExactly(ways: Ways, inputs: readonly Fields[], callsOf: CallsOf): Promise<Row[]> {
	const sheet = new Sheet(ways.add, callsOf);
	const readings = await readSheet(sheet, inputs, ways.add.atMost);
	const wishes = sheet.close();
	const aligned = await mapConcurrently(
		wishes,
		async (wish) => wish.lead && (await align(ways, wish, wish.lead)),
	);
	const rows = readings.flatMap((reading) => {
		if ('error' in reading) return unreadRows(ways.add, reading);
		const { fields, wish, members } = reading;
		const group = aligned[wishes.indexOf(wish)]?.kept;
		return group
			? members.map((member) => rowOf(ways.add, { item: fields.index, group }, member))
			: [];
	});
	return [...rows, ...aligned.flatMap((one) => (one ? droppedRows(ways, one) : []))];
}

/**
 * An operation of several calls that makes the members of each list exactly those of the input: it reads the
 * list, adds what is missing, then removes what is too much. Every member of every input item gets a row, and
 * every member that was there and is not in the input.
 */
export function exactly({ add, remove, ...page }: ExactPage): ExactOperation {
	const ways = { add: add.batch, remove: remove.batch };
	const operation = operationOf(
		{ ...page, endpoint: add.endpoint, parameters: [...add.batch.ids, add.batch.members] },
		{
			kind: 'batch',
			setsState: true,
			settings: [dryRun, maxRemovals],
			summary: (rows) => exactSummary(rows, add.batch.words, [add.batch.mark, remove.batch.mark]),
			nameOf: (failed) => nameOfMember(add.batch, failed),
			run: async (inputs, callsOf) => await runExactly(ways, inputs, callsOf),
		},
	);
	return { ...operation, batch: add.batch, removal: remove };
}
