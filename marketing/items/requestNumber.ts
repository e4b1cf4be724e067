import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Makes the numbers that WeChat Pay knows a write by: of the execution, the node, the run of the node (the
 * round of a loop, the call of an AI tool), the item and the call. Nothing that an expression may change goes
 * in, so that every attempt and n8n's Retry On Fail use the same one, and no other call does.
 *
 * @returns 32 hexadecimal digits for an input item and the number of its call
 */
export function requestNumberOf(
	context: IExecuteFunctions,
): (item: number, call: number) => string {
	const { id } = context.getNode();
	const execution = context.getExecutionId();
	return (item, call) => {
		const { $runIndex } = context.getWorkflowDataProxy(item);
		const parts = [execution, id, $runIndex, item, call];
		return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
	};
}
