import type { Credential, Workflow, WorkflowNode } from '../../scripts/n8n/workflow.mts';

/** The name of the node that makes the request. */
export const HTTP_REQUEST = 'HTTP Request';

/** A workflow with one HTTP Request node that signs with the credential. */
export function httpRequestWorkflow(
	id: string,
	parameters: Record<string, unknown>,
	{ id: credentialId, name, type }: Credential,
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
	return {
		id,
		name: id,
		nodes: [trigger, request],
		connections: { Start: { main: [[{ node: HTTP_REQUEST, type: 'main', index: 0 }]] } },
	};
}
