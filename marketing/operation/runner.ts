import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import type { Account } from '../account';
import { InputError } from '../parameters/inputError';
import { isRequestNumber, numberName } from '../parameters/parameter';
import { Session } from '../transport/session';
import type { Shared } from '../transport/shared';
import { Calls } from '../items/calls';
import { Fields } from '../items/fields';
import { Files } from '../items/files';
import { nodeError } from '../items/nodeError';
import { NodeParameters } from '../items/nodeParameters';
import type { Operation } from './page';
import { pauseOf } from './pause';
import { findOperation, type Resource } from './resource';
import { RequestNumbers } from '../items/requestNumber';
import { onceWithin } from '../items/settings';
import { standInsOf } from '../items/standIns';
import {
	detailsOf,
	failuresOf,
	NotBegunError,
	outcomeOf,
	type FailedRow,
	type Row,
} from '../items/row';

function outputItem(row: Row, operation: Operation | undefined): INodeExecutionData {
	const pairedItem = { item: row.item };
	if ('json' in row) {
		const { json, binary } = row;
		return { json, ...(binary && { binary }), pairedItem };
	}
	// Nothing else may be in an error item: n8n then sends it to the error branch, merged with its input.
	const { failure } = row;
	return {
		json: {
			error: failure.error.message,
			details: detailsOf(failure, againOf(operation, failure.error)),
		},
		pairedItem,
	};
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

/** What to do before a row is run again that may be done: a number that is used again does nothing twice. */
function againOf(operation: Operation | undefined, error: Error): string {
	if (!operation || operation.endpoint.method === 'GET' || outcomeOf(error) !== 'unknown')
		return '';
	const number = operation.parameters.find(isRequestNumber);
	if (!number) return 'Look whether it was done, and run it again if it was not.';
	return `Running it again is safe under the same request number (${numberName(number)} of the row): the Retry button of this execution uses it again; for a new execution, map it to Request Number under Options.`;
}

const RETRY =
	'The Retry button of this execution does nothing twice. Before a new execution, take the rows that were done out of the input.';
const KEEP_OUTPUT =
	'To keep the rows that were done as output, set On Error of this node to Continue (using error output).';

const DONE_AGAIN =
	'Running the workflow again does what was done once more, and so does the Retry button: take the rows that were done out of the input first.';

/** What running again does to the rows that were done. */
function adviceOf({ endpoint, parameters, settings }: Operation): string {
	if (endpoint.repeatsWork) return `${DONE_AGAIN} ${KEEP_OUTPUT}`;
	if (!parameters.some(isRequestNumber))
		return `Running the workflow again is safe. ${KEEP_OUTPUT}`;
	const later = settings.includes(onceWithin)
		? 'For later ones, set Once Within under Options, or map a column of your own numbers to Request Number.'
		: 'For later ones, map a column of your own numbers to Request Number under Options.';
	return `${RETRY} ${later} ${KEEP_OUTPUT}`;
}

/** The error of an execution in which nothing was sent, because rows of the input cannot be read. */
function unreadError(node: INode, rows: readonly Row[], { item, failure }: FailedRow): Error {
	const unread = rows.filter((row) => 'failure' in row && row.failure.error instanceof InputError);
	const items = new Set(unread.map((row) => row.item)).size;
	const all = new Set(rows.map((row) => row.item)).size;
	const words = failure.error.message;
	return nodeError(node, failure.error, {
		item,
		message:
			all > 1 && items > 0
				? `${items} of ${all} rows cannot be read, so nothing was sent. The first: ${words}`
				: words,
		advice: 'Nothing was sent, so nothing was changed.',
	});
}

/** The one error that stops the workflow: about the first failed row, and with what came of all of them. */
function stopError(
	node: INode,
	operation: Operation | undefined,
	rows: readonly Row[],
	failed: FailedRow,
): Error {
	const { item, failure } = failed;
	const wasSent =
		rows.some((row) => 'json' in row) ||
		failuresOf(rows).some(({ error }) => outcomeOf(error) !== 'notSent');
	if (operation?.summary && !wasSent) return unreadError(node, rows, failed);
	const summary = operation?.summary?.(rows);
	if (!operation || !summary) {
		return nodeError(node, failure.error, { item, advice: againOf(operation, failure.error) });
	}
	const first = [operation.nameOf?.(failed), failure.error.message].filter(Boolean).join(': ');
	return nodeError(node, failure.error, {
		item,
		message: `${summary} The first that was not: ${first}`,
		advice: adviceOf(operation),
	});
}

/** @returns the failed row to tell about: none that was only not begun because of another one */
function firstFailed(rows: readonly Row[]): FailedRow | undefined {
	return rows.find(
		(row): row is FailedRow => 'failure' in row && !(row.failure.error instanceof NotBegunError),
	);
}

/**
 * Runs the chosen operation over all input items.
 *
 * @param account who calls
 * @param shared what it shares with other executions
 * @param resources all that the node can do
 * @returns output items linked to their input items; failed rows among them when On Error continues. No input
 * item comes out as if it had been done when it was not.
 * @throws one NodeApiError or NodeOperationError when a row failed and On Error stops the workflow
 */
export async function run(
	context: IExecuteFunctions,
	account: Account,
	shared: Shared,
	resources: readonly Resource[],
): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData();
	const stopsOnFailure = !context.continueOnFail();
	const signal = context.getExecutionCancelSignal();
	const session = new Session(context, account, shared, signal);
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
			numbers: new RequestNumbers(context, shared.timing.now),
			implies: account.implies,
			merchantId: async (item: number) => (await session.merchant(item)).callerId,
			standIns: standInsOf(session),
		};
		rows = await found.run({
			inputs: inputs.map((_, index) => new Fields(facts, index)),
			callsOf: (fields) => new Calls(session, files, fields.settings(), fields.index),
			stopsOnFailure,
			pause: pauseOf(shared.timing, signal),
		});
	} catch (error) {
		rows = inputs.map(failedRow(error));
	}
	const failed = firstFailed(rows);
	if (stopsOnFailure && failed) throw stopError(context.getNode(), operation, rows, failed);
	const summary = operation?.summary?.(rows) ?? '';
	if (session.calls > 1 || summary) {
		const message = hint(session, summary);
		context.addExecutionHints({ message, location: 'outputPane' });
	}
	return rows.map((row) => outputItem(row, operation));
}
