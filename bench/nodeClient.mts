import '../test/engine/helpers/userFolder.mts';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { run } from '../test/engine/helpers/engine.mts';
import type { RowFile } from '../test/engine/helpers/rowsNode.mts';
import type { CredentialValues } from '../test/simulator/index.mts';

/**
 * Runs a workflow of two nodes, rows and the built node, in n8n's own engine.
 *
 * @returns the output items
 * @throws Error when there are not as many as expected
 */
export async function runNode(
	credential: CredentialValues,
	parameters: INodeParameters,
	rows: IDataObject[],
	expected: number,
	files?: RowFile[][],
): Promise<INodeExecutionData[]> {
	const { items, error } = await run({ credential, parameters, rows, files });
	if (error) throw error;
	if (items.length !== expected) throw new Error(`${items.length} items instead of ${expected}`);
	return items;
}
