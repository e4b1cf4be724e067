import type { IDataObject } from 'n8n-workflow';
import type { Calls } from '../items/calls';
import type { Fields } from '../items/fields';
import type { RowNumber } from '../items/rowNumber';
import { NotBegunError, type Result, type Row } from '../items/row';
import { sharedNumbers, type Claim } from '../items/sharedNumbers';
import { mapConcurrently } from '../transport/mapConcurrently';
import type { Execution, Operation } from './page';
import { readAll } from './readAll';

/** What is done for one input item, in two steps. What either throws becomes the failure of the item. */
export interface Steps<Read> {
	/** @returns what is to be called; nothing is called yet */
	read(fields: Fields): Promise<Read>;
	/** @returns the output items */
	call(read: Read, calls: Calls): Promise<Result[]>;
	/** tells the user which row it is; @param read what was read of it, unless it cannot be read */
	which(fields: Fields, read?: Read): Promise<IDataObject>;
}

/** The steps of an operation that changes something. */
export interface WritingSteps<Read> extends Steps<Read> {
	/** what the call is about: calls about the same thing are made one after the other; `undefined` for a new thing */
	about(read: Read): string | undefined;
	/** the number by which WeChat Pay knows its call */
	numberOf?(read: Read): RowNumber | undefined;
}

/** An input item whose call can be made, or why it cannot. */
type Reading<Read> = { fields: Fields } & ({ read: Read; calls: Calls } | { error: Error });
type Readable<Read> = Extract<Reading<Read>, { calls: Calls }>;

async function readingOf<Read>(
	{ read }: Steps<Read>,
	fields: Fields,
	{ callsOf }: Execution,
): Promise<Reading<Read>> {
	try {
		return { fields, read: await read(fields), calls: callsOf(fields) };
	} catch (error) {
		return { fields, error: error as Error };
	}
}

async function failed<Read>(
	{ which }: Steps<Read>,
	reading: Reading<Read>,
	error: Error,
): Promise<Row> {
	const { fields } = reading;
	const read = 'read' in reading ? reading.read : undefined;
	return { item: fields.index, failure: { error, which: await which(fields, read) } };
}

async function rowsOf<Read>(steps: Steps<Read>, reading: Reading<Read>): Promise<Row[]> {
	if ('error' in reading) return [await failed(steps, reading, reading.error)];
	let error: Error;
	try {
		const results = await steps.call(reading.read, reading.calls);
		return results.map((result) => ({ item: reading.fields.index, ...result }));
	} catch (thrown) {
		error = thrown as Error;
	}
	return [await failed(steps, reading, error)];
}

function isFailed(rows: readonly Row[]): boolean {
	return rows.some((row) => 'failure' in row);
}

/** Refuses the input items whose request number others have, too. */
function refused<Read>(
	{ numberOf }: WritingSteps<Read>,
	readings: readonly Reading<Read>[],
): Reading<Read>[] {
	const claims = readings.flatMap((reading): Claim[] => {
		const number = 'read' in reading ? numberOf?.(reading.read) : undefined;
		if (!number || number.source === 'made') return [];
		const { index: item } = reading.fields;
		return [{ item, by: item, ...number, source: number.source }];
	});
	const shared = sharedNumbers(claims);
	return readings.map((reading) => {
		const error = shared.get(reading.fields.index);
		return error ? { fields: reading.fields, error } : reading;
	});
}

/** What is about the same thing, in input order. */
function chained<Read>(
	{ about }: WritingSteps<Read>,
	readings: readonly Reading<Read>[],
): Array<Readable<Read>[]> {
	const chains: Array<Readable<Read>[]> = [];
	const byThing = new Map<string, Readable<Read>[]>();
	for (const reading of readings) {
		if ('error' in reading) continue;
		const thing = about(reading.read);
		const begun = thing === undefined ? undefined : byThing.get(thing);
		if (begun) {
			begun.push(reading);
			continue;
		}
		const chain = [reading];
		chains.push(chain);
		if (thing !== undefined) byThing.set(thing, chain);
	}
	return chains;
}

/**
 * Makes the run of an operation that only reads of what is done for one input item. Input items do not depend
 * on each other, so several are worked on at the same time.
 */
export function perItem<Read>(steps: Steps<Read>): Operation['run'] {
	return async (execution) => {
		const rows = await mapConcurrently(
			execution.inputs,
			async (fields) => await rowsOf(steps, await readingOf(steps, fields, execution)),
			(ofItem) => execution.stopsOnFailure && isFailed(ofItem),
		);
		return rows.flat();
	};
}

/**
 * Makes the run of an operation that changes something of what is done for one input item. All input items are
 * read before the first call: when one cannot be read and the workflow is to stop, nothing is called. Calls
 * about the same thing are made one after the other in the order of their input items, others side by side.
 *
 * @param stepsOfRun made anew for each run, so that they can know what its calls found out
 */
export function perItemInOrder<Read>(
	stepsOfRun: (execution: Execution) => WritingSteps<Read>,
): Operation['run'] {
	return async (execution) => {
		const steps = stepsOfRun(execution);
		const { inputs, stopsOnFailure, pause } = execution;
		const read = async (fields: Fields) => await readingOf(steps, fields, execution);
		const readings = refused(steps, await readAll(inputs, read, pause));
		let isStopped = stopsOnFailure && readings.some((reading) => 'error' in reading);
		const called = new Map<Fields, Row[]>();
		await mapConcurrently(chained(steps, readings), async (chain) => {
			for (const reading of chain) {
				if (isStopped) return;
				const rows = await rowsOf(steps, reading);
				called.set(reading.fields, rows);
				isStopped ||= stopsOnFailure && isFailed(rows);
			}
		});
		const rows: Row[] = [];
		for (const reading of readings) {
			const error = 'error' in reading ? reading.error : new NotBegunError();
			const ofItem = called.get(reading.fields) ?? [await failed(steps, reading, error)];
			rows.push(...ofItem);
		}
		return rows;
	};
}
