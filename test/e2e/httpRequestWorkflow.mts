import type { Credential, Workflow, WorkflowNode } from '../../scripts/n8n/workflow.mts';

/** The name of the node that makes the request. */
export const HTTP_REQUEST = 'HTTP Request';

/** Nodes that give the HTTP Request node an item with a file, under the name `data`. */
function fileNodes({ fileName, bytes }: { fileName: string; bytes: Buffer }): WorkflowNode[] {
	const place = { typeVersion: 1, position: [110, 100] };
	return [
		{
			...place,
			name: 'Text of File',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				assignments: {
					assignments: [{ id: '1', name: 'text', type: 'string', value: bytes.toString('base64') }],
				},
			},
		},
		{
			...place,
			name: 'File',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: { operation: 'toBinary', sourceProperty: 'text', options: { fileName } },
		},
	] as WorkflowNode[];
}

/**
 * A workflow with one HTTP Request node that signs with the credential.
 *
 * @param file that the request may send
 */
export function httpRequestWorkflow(
	id: string,
	parameters: Record<string, unknown>,
	{ id: credentialId, name, type }: Credential,
	file: { fileName: string; bytes: Buffer },
): Workflow {
	const trigger = {
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const request: WorkflowNode & { position: number[] } = {
		name: HTTP_REQUEST,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [220, 0],
		onError: 'continueRegularOutput',
		parameters: {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			options: {},
			...parameters,
		},
		credentials: { [type]: { id: credentialId, name } },
	};
	const nodes = [trigger, ...fileNodes(file), request];
	const connections = nodes.slice(1).map((node, index) => {
		const main = [[{ node: node.name, type: 'main', index: 0 }]];
		return [nodes[index]!.name, { main }];
	});
	return { id, name: id, nodes, connections: Object.fromEntries(connections) };
}
