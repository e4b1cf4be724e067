import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemInput } from './itemInput';
import type { Operation, Row } from './operation';
import { rowFailure } from './rowFailure';

async function rowsOf(
	input: ItemInput,
	execute: (input: ItemInput) => Promise<IDataObject[]>,
): Promise<Row[]> {
	try {
		return (await execute(input)).map((json) => ({ item: input.index, json }));
	} catch (error) {
		return [{ item: input.index, failure: rowFailure(error as Error, {}) }];
	}
}

/**
 * Makes an operation of what is done for one input item.
 *
 * @param execute gives the output items of an input item; what it throws becomes the failure of the item
 */
export function perItem(
	fields: INodeProperties[],
	execute: (input: ItemInput) => Promise<IDataObject[]>,
): Operation {
	return {
		fields,
		async run(inputs, stopsOnFailure) {
			const rows: Row[][] = [];
			for (const input of inputs) {
				const ofItem = await rowsOf(input, execute);
				rows.push(ofItem);
				if (stopsOnFailure && ofItem.some((row) => 'failure' in row)) break;
			}
			return rows.flat();
		},
	};
}
