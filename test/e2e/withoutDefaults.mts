import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import type { WorkflowNode } from '../../scripts/n8n/workflow.mts';

/** A node's parameters as n8n stores them: without the values that are their defaults. */
export function withoutDefaults(
	node: WorkflowNode,
	description: INodeTypeDescription,
): WorkflowNode {
	const stored = NodeHelpers.getNodeParameters(
		description.properties,
		(node as unknown as INode).parameters,
		false,
		false,
		node as unknown as INode,
		description,
	);
	return { ...node, parameters: stored ?? {} };
}
