import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Session } from '../transport/session';
import { realTiming } from '../transport/timing';
import { operationOf } from './index';
import { ItemInput } from './itemInput';
import { nodeError } from './nodeError';
import type { Row } from './operation';
import { Parameters } from './parameters';

function outputItem(row: Row): INodeExecutionData {
	const pairedItem = { item: row.item };
	if ('json' in row) return { json: row.json, pairedItem };
	// Nothing else may be in an error item: n8n then sends it to the error branch, merged with its input.
	const { error, details } = row.failure;
	return { json: { error: error.message, details }, pairedItem };
}

function hint({ calls, retries, waited }: Session, summary: string): string {
	const parts = [`${calls} ${calls === 1 ? 'call' : 'calls'} to WeChat Pay`];
	if (retries > 0) parts.push(`${retries} of them repeated`);
	if (waited > 0) parts.push(`${(waited / 1000).toFixed(1)} s waited for its quota`);
	return [`${parts.join(', ')}.`, summary].filter(Boolean).join(' ');
}

async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const resource = context.getNodeParameter('resource', 0);
	const operation = operationOf(resource, context.getNodeParameter('operation', 0));
	const session = new Session(context, realTiming, context.getExecutionCancelSignal());
	const parameters = new Parameters(context);
	const inputs = context
		.getInputData()
		.map((_, index) => new ItemInput(parameters, operation.fields, index, session));
	const stopsOnFailure = !context.continueOnFail();
	const rows = await operation.run(inputs, stopsOnFailure);
	const failed = rows.find((row) => 'failure' in row);
	if (stopsOnFailure && failed && 'failure' in failed) {
		const { item, failure } = failed;
		throw nodeError(context.getNode(), failure.error, { item, ...operation.stopMessage?.(rows) });
	}
	if (session.calls > 1 || operation.summary) {
		const message = hint(session, operation.summary?.(rows) ?? '');
		context.addExecutionHints({ message, location: 'outputPane' });
	}
	return rows.map(outputItem);
}

/**
 * Runs the chosen operation over all input items.
 *
 * @returns output items linked to their input items; failed rows among them when On Error continues
 * @throws one NodeApiError or NodeOperationError when a row failed and On Error stops the workflow
 */
export async function run(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	try {
		return await runOperation(context);
	} catch (error) {
		throw nodeError(context.getNode(), error as Error, { item: 0 });
	}
}
