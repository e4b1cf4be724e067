/** A credential as `n8n import:credentials` reads it, before encryption. */
export interface Credential {
	id: string;
	name: string;
	type: string;
	data: object;
}

export interface WorkflowNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
}

/** As much of a workflow file as the scripts touch. */
export interface Workflow {
	id: string;
	name: string;
	nodes: WorkflowNode[];
}
