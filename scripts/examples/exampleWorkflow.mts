import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credential, Workflow, WorkflowNode } from '../n8n/workflow.mts';
import { credentialType, nodeType } from '../project.mts';
import { examplesFolder } from './exampleFiles.mts';

interface Assignment {
	name: string;
	value: unknown;
}

/**
 * Reads an example workflow and does what its note asks of a user: fills in the fields of its Settings node
 * and chooses the credential.
 */
export async function readExampleWorkflow(
	name: string,
	settings: Record<string, string>,
	credential: Credential,
): Promise<Workflow> {
	const text = await readFile(join(examplesFolder, `${name}.json`), 'utf8');
	const workflow = JSON.parse(text) as Omit<Workflow, 'id'>;
	const nodes = workflow.nodes.map((node) => {
		if (node.name === 'Settings') return withValues(node, settings);
		if (takesCredential(node)) return withCredential(node, credential);
		return node;
	});
	return { ...workflow, id: `${name}-1`, nodes };
}

function withValues(node: WorkflowNode, values: Record<string, string>): WorkflowNode {
	const { assignments } = node.parameters.assignments as { assignments: Assignment[] };
	const unknown = Object.keys(values).filter((key) => !assignments.some((a) => a.name === key));
	if (unknown.length > 0) throw new Error(`The Settings node has no field ${unknown.join(', ')}`);
	const filled = assignments.map((assignment) => ({
		...assignment,
		value: values[assignment.name] ?? assignment.value,
	}));
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: filled } } };
}

/** Our node, as a tool or not, our trigger, and HTTP Request nodes that sign. */
function takesCredential({ type, parameters }: WorkflowNode): boolean {
	return (
		[nodeType, `${nodeType}Tool`, `${nodeType}Trigger`].includes(type) ||
		parameters.nodeCredentialType === credentialType
	);
}

function withCredential(node: WorkflowNode, { id, name, type }: Credential): WorkflowNode {
	return { ...node, credentials: { [type]: { id, name } } };
}
