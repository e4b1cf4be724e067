import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { CallError } from '../transport/callError';
import { remedyOf } from './row';

/**
 * Makes the error that n8n shows, once and from plain data: nothing of the request is in it.
 *
 * @param where item: index of the input item that failed first, if there are input items; message: what
 * happened, if that is more than the error says; advice: sentences added to what to do
 */
export function nodeError(
	node: INode,
	error: Error,
	{
		item,
		message = error.message,
		advice = '',
	}: { item?: number; message?: string; advice?: string } = {},
): NodeApiError | NodeOperationError {
	const requestId = error instanceof CallError ? error.requestId : '';
	const options = {
		message: item === undefined ? message : `${message} [item ${item}]`,
		description: [remedyOf(error), advice, requestId && `Request-ID: ${requestId}`]
			.filter(Boolean)
			.join(' '),
		itemIndex: item,
	};
	if (!(error instanceof CallError) || error.outcome === 'notSent') {
		return new NodeOperationError(node, options.message, options);
	}
	const { cause } = error.facts;
	return new NodeApiError(
		node,
		{ message: error.reason },
		{
			...options,
			httpCode: error.httpCode,
			failure: cause && { cause },
		},
	);
}
