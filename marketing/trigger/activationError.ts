import { NodeOperationError, type INode } from 'n8n-workflow';
import { CallError } from '../transport/callError';

/**
 * Makes the error that keeps a trigger from being activated. n8n shows and logs only its message, so that
 * says what to do as well; and n8n 1 never tries again when a message has the name of the header in it.
 *
 * @param what what happened, a sentence without its full stop
 * @param remedy what to do, sentences
 */
export function activationError(node: INode, what: string, remedy: string): NodeOperationError {
	return new NodeOperationError(
		node,
		`${what}. ${remedy}`.replaceAll('Authorization', 'authorization'),
	);
}

/** The same for what a call threw. */
export function failedActivation(node: INode, error: unknown): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	if (error instanceof CallError) return activationError(node, error.message, error.remedy);
	return new NodeOperationError(node, error as Error);
}
