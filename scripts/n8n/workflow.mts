/** A credential as `n8n import:credentials` reads it, before encryption. */
export interface Credential {
	id: string;
	name: string;
	type: string;
	data: object;
}

/** A credential as n8n stores it; whoever has the encryption key can read it. */
export interface EncryptedCredential extends Omit<Credential, 'data'> {
	data: string;
}

export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion: number;
	/** Pixels from the left and from the top. */
	position?: number[];
	parameters: Record<string, unknown>;
	/** Of a node that others call: the last part of its address. */
	webhookId?: string;
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
	credentials?: Record<string, { id: string; name: string }>;
}

/** As much of a workflow file as the scripts touch. */
export interface Workflow {
	/** n8n executes only workflows with a digit in their ID. */
	id: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}
