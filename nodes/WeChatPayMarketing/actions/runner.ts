import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationOf } from './index';
import { ItemInput } from './itemInput';
import { nodeError } from './nodeError';
import type { Row } from './operation';

function outputItem(row: Row): INodeExecutionData {
	const pairedItem = { item: row.item };
	if ('json' in row) return { json: row.json, pairedItem };
	// Nothing else may be in an error item: n8n then sends it to the error branch, merged with its input.
	const { error, details } = row.failure;
	return { json: { error: error.message, details }, pairedItem };
}

/**
 * Runs the chosen operation over all input items.
 *
 * @returns output items linked to their input items; failed rows among them when On Error continues
 * @throws one NodeApiError or NodeOperationError when a row failed and On Error stops the workflow
 */
export async function run(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const resource = context.getNodeParameter('resource', 0);
	const operation = operationOf(resource, context.getNodeParameter('operation', 0));
	const inputs = context
		.getInputData()
		.map((_, index) => new ItemInput(context, operation.fields, index));
	const stopsOnFailure = !context.continueOnFail();
	const rows = await operation.run(inputs, stopsOnFailure);
	const failed = rows.find((row) => 'failure' in row);
	if (stopsOnFailure && failed && 'failure' in failed) {
		const stop = operation.stopMessage?.(rows);
		throw nodeError(
			context.getNode(),
			failed.failure.error,
			failed.item,
			stop?.message,
			stop?.advice,
		);
	}
	return rows.map(outputItem);
}
