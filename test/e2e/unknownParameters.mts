import { isDeepStrictEqual } from 'node:util';
import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import type { WorkflowNode } from '../../scripts/n8n/workflow.mts';

/** Where a node's parameters differ from what n8n makes of them by its description; empty when all are known. */
export function unknownParameters(node: WorkflowNode, description: INodeTypeDescription): string[] {
	const { properties } = description;
	const { parameters } = node as unknown as INode;
	const known = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		false,
		node as unknown as INode,
		description,
	);
	return differences(parameters, known);
}

function differences(given: unknown, known: unknown, path = ''): string[] {
	if (!isObject(given) || !isObject(known)) return isDeepStrictEqual(given, known) ? [] : [path];
	return Object.entries(given).flatMap(([name, value]) =>
		differences(value, known[name], path === '' ? name : `${path}.${name}`),
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
