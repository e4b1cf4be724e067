import type { IDataObject } from 'n8n-workflow';
import type { Calls, CallsOf } from '../items/calls';
import type { Fields } from '../items/fields';
import type { Result, Row } from '../items/row';
import { mapConcurrently } from '../transport/mapConcurrently';
import type { Operation } from './page';

/** What is done for one input item, in two steps. What either throws becomes the failure of the item. */
export interface Steps<Read> {
	/** @returns what is to be called; nothing is called yet */
	read(fields: Fields): Promise<Read>;
	/** @returns the output items */
	call(read: Read, calls: Calls): Promise<Result[]>;
	/** tells the user which row it is */
	which(fields: Fields): IDataObject;
}

async function rowsOf<Read>(
	{ read, call, which }: Steps<Read>,
	fields: Fields,
	callsOf: CallsOf,
): Promise<Row[]> {
	const item = fields.index;
	let failure: Error;
	try {
		const toCall = await read(fields);
		return (await call(toCall, callsOf(fields))).map((result) => ({ item, ...result }));
	} catch (error) {
		failure = error as Error;
	}
	return [{ item, failure: { error: failure, which: which(fields) } }];
}

/**
 * Makes the run of an operation of what is done for one input item. Input items do not depend on each other,
 * so several are worked on at the same time.
 */
export function perItem<Read>(steps: Steps<Read>): Operation['run'] {
	return async (inputs, callsOf, stopsOnFailure) => {
		const rows = await mapConcurrently(
			inputs,
			async (fields) => await rowsOf(steps, fields, callsOf),
			(ofItem) => stopsOnFailure && ofItem.some((row) => 'failure' in row),
		);
		return rows.flat();
	};
}
