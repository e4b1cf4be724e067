import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Account } from '../account';
import { Session } from '../transport/session';
import { realTiming } from '../transport/timing';
import { Calls } from '../items/calls';
import { Fields } from '../items/fields';
import { Files } from '../items/files';
import { complaintOf, nodeError } from '../items/nodeError';
import { NodeParameters } from '../items/nodeParameters';
import type { Operation } from './page';
import { findOperation, type Resource } from './resource';
import { requestNumberOf } from '../items/requestNumber';
import { detailsOf, failuresOf, outcomeOf, type FailedRow, type Row } from '../items/row';

function outputItem(row: Row): INodeExecutionData {
	const pairedItem = { item: row.item };
	if ('json' in row) {
		const { json, binary } = row;
		return { json, ...(binary && { binary }), pairedItem };
	}
	// Nothing else may be in an error item: n8n then sends it to the error branch, merged with its input.
	const { failure } = row;
	return { json: { error: complaintOf(failure.error), details: detailsOf(failure) }, pairedItem };
}

function hint({ calls, retries, waited }: Session, summary: string): string {
	const parts = [`${calls} ${calls === 1 ? 'call' : 'calls'} to WeChat Pay`];
	if (retries > 0) parts.push(`${retries} of them repeated`);
	if (waited > 0) parts.push(`${(waited / 1000).toFixed(1)} s waited for its quota`);
	return [`${parts.join(', ')}.`, summary].filter(Boolean).join(' ');
}

function failedRow(error: unknown): (_: unknown, item: number) => FailedRow {
	return (_, item) => ({ item, failure: { error: error as Error, which: {} } });
}

const KEEP_OUTPUT =
	'To keep the rows that were done as output, set On Error of this node to Continue (using error output).';

/** The one error that stops the workflow: about the first failed row, and with what came of all of them. */
function stopError(
	context: IExecuteFunctions,
	operation: Operation | undefined,
	rows: readonly Row[],
	failed: FailedRow,
): Error {
	const { item, failure } = failed;
	const node = context.getNode();
	if (!operation?.summary) return nodeError(node, failure.error, { item });
	const wasSent =
		rows.some((row) => 'json' in row) ||
		failuresOf(rows).some(({ error }) => outcomeOf(error) !== 'notSent');
	if (!wasSent) {
		return nodeError(node, failure.error, {
			item,
			advice: 'Nothing was sent, so nothing was changed.',
		});
	}
	const first = [operation.nameOf?.(failed), complaintOf(failure.error)].filter(Boolean).join(': ');
	return nodeError(node, failure.error, {
		item,
		message: `${operation.summary(rows)} The first that was not: ${first}`,
		advice: `Running the workflow again is safe. ${KEEP_OUTPUT}`,
	});
}

/**
 * Runs the chosen operation over all input items.
 *
 * @param account who calls
 * @param resources all that the node can do
 * @returns output items linked to their input items; failed rows among them when On Error continues. No input
 * item comes out as if it had been done when it was not.
 * @throws one NodeApiError or NodeOperationError when a row failed and On Error stops the workflow
 */
export async function run(
	context: IExecuteFunctions,
	account: Account,
	resources: readonly Resource[],
): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData();
	const stopsOnFailure = !context.continueOnFail();
	const session = new Session(context, account, realTiming, context.getExecutionCancelSignal());
	let operation: Operation | undefined;
	let rows: Row[];
	try {
		const found = findOperation(
			resources,
			context.getNodeParameter('resource', 0),
			context.getNodeParameter('operation', 0),
		);
		operation = found;
		const files = new Files(context);
		const facts = {
			parameters: new NodeParameters(context),
			operation: found,
			item: (index: number) => inputs[index]?.json ?? {},
			files,
			requestNumber: requestNumberOf(context),
			merchantId: async (item: number) => (await session.merchant(item)).mchid,
		};
		rows = await found.run(
			inputs.map((_, index) => new Fields(facts, index)),
			(fields) => new Calls(session, files, fields.settings(), fields.index),
			stopsOnFailure,
		);
	} catch (error) {
		rows = inputs.map(failedRow(error));
	}
	const failed = rows.find((row): row is FailedRow => 'failure' in row);
	if (stopsOnFailure && failed) throw stopError(context, operation, rows, failed);
	if (session.calls > 1 || operation?.summary) {
		const message = hint(session, operation?.summary?.(rows) ?? '');
		context.addExecutionHints({ message, location: 'outputPane' });
	}
	return rows.map(outputItem);
}
