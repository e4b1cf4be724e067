import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { PlacedEndpoint } from './placing';
import { mapConcurrently } from '../transport/mapConcurrently';
import type { ItemInput } from './itemInput';
import type { Operation, Row } from './operation';
import { rowFailure } from './rowFailure';

type Execute = (input: ItemInput) => Promise<IDataObject[]>;

async function rowsOf(input: ItemInput, execute: Execute): Promise<Row[]> {
	try {
		return (await execute(input)).map((json) => ({ item: input.index, json }));
	} catch (error) {
		return [{ item: input.index, failure: rowFailure(error as Error, {}) }];
	}
}

/**
 * Makes an operation of what is done for one input item. Input items do not depend on each other, so several
 * are worked on at the same time.
 *
 * @param execute gives the output items of an input item; what it throws becomes the failure of the item
 */
export function perItem(
	endpoint: PlacedEndpoint,
	fields: INodeProperties[],
	execute: Execute,
): Operation {
	return {
		endpoint,
		fields,
		async run(inputs, stopsOnFailure) {
			const rows = await mapConcurrently(
				inputs,
				async (input) => await rowsOf(input, execute),
				(ofItem) => stopsOnFailure && ofItem.some((row) => 'failure' in row),
			);
			return rows.flat();
		},
	};
}
