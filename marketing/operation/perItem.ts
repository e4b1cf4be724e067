import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../transport/mapConcurrently';
import type { ItemInput } from '../items/itemInput';
import type { Operation } from './page';
import type { Result, Row } from '../items/row';

async function rowsOf(
	input: ItemInput,
	execute: (input: ItemInput) => Promise<Result[]>,
	which: (input: ItemInput) => IDataObject,
): Promise<Row[]> {
	let failure: Error;
	try {
		return (await execute(input)).map((result) => ({ item: input.index, ...result }));
	} catch (error) {
		failure = error as Error;
	}
	return [{ item: input.index, failure: { error: failure, which: which(input) } }];
}

/**
 * Makes the run of an operation of what is done for one input item. Input items do not depend on each other,
 * so several are worked on at the same time.
 *
 * @param execute gives the output items of an input item; what it throws becomes the failure of the item
 * @param which tells the user which row it is
 */
export function perItem(
	execute: (input: ItemInput) => Promise<Result[]>,
	which: (input: ItemInput) => IDataObject,
): Operation['run'] {
	return async (inputs, stopsOnFailure) => {
		const rows = await mapConcurrently(
			inputs,
			async (input) => await rowsOf(input, execute, which),
			(ofItem) => stopsOnFailure && ofItem.some((row) => 'failure' in row),
		);
		return rows.flat();
	};
}
