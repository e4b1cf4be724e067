import { randomBytes } from 'node:crypto';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import type { Credential, Workflow } from './workflow.mts';

/** Who may do everything in an instance. */
export interface Owner {
	email: string;
	password: string;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** A workflow as n8n keeps it. */
export interface StoredWorkflow extends Workflow {
	versionId: string;
}

/** An execution in n8n's list. */
export interface StoredExecution {
	id: string;
	status: string;
	/** Of a retry: the id of the one that failed. */
	retryOf?: string;
}

/** All that n8n knows but `success`. */
const UNSUCCESSFUL = ['canceled', 'crashed', 'error', 'new', 'running', 'unknown', 'waiting'];

/** n8n's internal API, called as its editor calls it. */
export class Rest {
	private cookie = '';

	constructor(private readonly url: string) {}

	/** Sets up the owner of a new instance, with a password made for it, and logs in. */
	async setUpOwner(): Promise<Owner> {
		// The four characters satisfy n8n's password rules whatever the rest is.
		const owner = { email: 'owner@example.com', password: `Aa1-${randomBytes(8).toString('hex')}` };
		await this.call('/rest/owner/setup', { ...owner, firstName: 'Demo', lastName: 'Owner' });
		await this.call('/rest/login', {
			emailOrLdapLoginId: owner.email,
			password: owner.password,
		});
		return owner;
	}

	/** Tests a credential as the editor's "Test" does. */
	async testCredential(credentials: Credential): Promise<CredentialTestResult> {
		const answer = await this.call('/rest/credentials/test', { credentials });
		return (answer as { data: CredentialTestResult }).data;
	}

	/** Saves a credential as the editor does; its ID is n8n's. */
	async createCredential({ name, type, data }: Omit<Credential, 'id'>): Promise<Credential> {
		const answer = await this.call('/rest/credentials', { name, type, data });
		const { id } = (answer as { data: { id: string } }).data;
		return { id, name, type, data };
	}

	/** The types of nodes as the editor gets them; one for each range of versions. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		return (await this.call('/types/nodes.json')) as INodeTypeDescription[];
	}

	/** The types of credentials as the editor gets them. */
	async credentialTypes(): Promise<ICredentialType[]> {
		return (await this.call('/types/credentials.json')) as ICredentialType[];
	}

	/** Saves a workflow as the editor's "Import from File" and "Save" do; returns what is stored. */
	async createWorkflow(workflow: Omit<Workflow, 'id'>): Promise<StoredWorkflow> {
		const answer = await this.call('/rest/workflows', { ...workflow, active: false });
		return (answer as { data: StoredWorkflow }).data;
	}

	/** Saves a copy of a workflow and publishes it, so that its triggers work; returns the ID of the copy. */
	async publish(workflow: Workflow): Promise<string> {
		const { name, nodes, connections, settings = { executionOrder: 'v1' } } = workflow;
		const copy = { name, nodes, connections, settings };
		const { id, versionId } = await this.createWorkflow(copy);
		await this.call(`/rest/workflows/${id}/activate`, { versionId });
		return id;
	}

	/** Lets the triggers of a workflow rest. */
	async unpublish(id: string): Promise<void> {
		await this.call(`/rest/workflows/${id}/deactivate`, {});
	}

	/** Listens for a test event as the editor does, for a node of a stored workflow. */
	async listen(id: string, node: string): Promise<void> {
		const { waitingForWebhook, ...answer } = await this.start(id, node);
		if (!waitingForWebhook) throw new Error(`n8n does not listen: ${JSON.stringify(answer)}`);
	}

	/** Executes a stored workflow from a trigger, as the editor does; it goes on behind the answer. @returns the ID of the execution */
	async run(id: string, trigger: string): Promise<string> {
		const { executionId, ...answer } = await this.start(id, trigger);
		if (!executionId) throw new Error(`n8n does not execute: ${JSON.stringify(answer)}`);
		return executionId;
	}

	private async start(
		id: string,
		trigger: string,
	): Promise<{ waitingForWebhook?: boolean; executionId?: string }> {
		const stored = (await this.call(`/rest/workflows/${id}`)) as { data: StoredWorkflow };
		const order = { workflowData: stored.data, triggerToStartFrom: { name: trigger } };
		const answer = await this.call(`/rest/workflows/${id}/run`, order);
		return (answer as { data: { waitingForWebhook?: boolean; executionId?: string } }).data;
	}

	/** How the last executions of all workflows ended or stand, newest first. */
	async executions(): Promise<string[]> {
		return (await this.storedExecutions()).map(({ status }) => status);
	}

	/** How one of the newest executions ended or stands. */
	async statusOf(execution: string): Promise<string | undefined> {
		const executions = await this.storedExecutions();
		return executions.find(({ id }) => id === execution)?.status;
	}

	/** Executes the newest execution, which failed, again as its Retry button does; waits for its end. */
	async retryNewest(): Promise<void> {
		const [newest] = await this.storedExecutions();
		await this.retry(newest!.id);
	}

	/** Executes an execution that failed again, with the workflow as it was then. */
	async retry(executionId: string): Promise<void> {
		await this.call(`/rest/executions/${executionId}/retry`, { loadWorkflow: false });
	}

	/** The last executions of a workflow, or of all, newest first. */
	async storedExecutions(workflowId?: string): Promise<StoredExecution[]> {
		return (await this.listed({ workflowId })).results;
	}

	/** How many executions of a workflow have not ended well. */
	async countUnsuccessful(workflowId: string): Promise<number> {
		return (await this.listed({ workflowId, status: UNSUCCESSFUL })).count;
	}

	private async listed(filter: object): Promise<{ count: number; results: StoredExecution[] }> {
		const query = encodeURIComponent(JSON.stringify(filter));
		const answer = await this.call(`/rest/executions?filter=${query}`);
		return (answer as { data: { count: number; results: StoredExecution[] } }).data;
	}

	/** GET without, POST with a body; keeps the session's cookie. */
	private async call(path: string, body?: object): Promise<unknown> {
		const response = await fetch(this.url + path, {
			method: body ? 'POST' : 'GET',
			headers: {
				'content-type': 'application/json',
				...(this.cookie ? { cookie: this.cookie } : {}),
			},
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n answered ${path} with ${response.status}: ${text}`);
		const [cookie] = response.headers.getSetCookie();
		if (cookie) this.cookie = cookie.replace(/;.*/, '');
		return JSON.parse(text) as unknown;
	}
}
