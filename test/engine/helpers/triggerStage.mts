import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
} from 'n8n-workflow';
import { merchantAccount } from '../../../marketing/account.ts';
import { brandAccount } from '../../../marketing/brand.ts';
import type { Shared } from '../../../marketing/transport/shared.ts';
import { activate, deactivate, isActivated } from '../../../marketing/trigger/lifecycle.ts';
import { brandEvents, merchantEvents, type Notified } from '../../../marketing/trigger/events.ts';
import { receive } from '../../../marketing/trigger/receiving.ts';
import { bytesOf } from '../../simulator/transport.mts';
import { additionalDataFor, loadedNode, type AnyCredential } from './engine.mts';

/** The trigger that a credential is for, and to whom its notifications are sent. */
function triggerOf(credential: AnyCredential): { type: string; notified: Notified } {
	return 'mchid' in credential
		? {
				type: 'weChatPayMarketingTrigger',
				notified: { account: merchantAccount, events: merchantEvents },
			}
		: {
				type: 'weChatPayBrandTrigger',
				notified: { account: brandAccount, events: brandEvents },
			};
}

/** The address that n8n gives a trigger, as long as its base is not another one. */
export const publicUrlOf = (webhookId: string) =>
	`https://n8n.example.com/webhook/${webhookId}/webhook`;

/** That of the trigger of most tests. */
export const PUBLIC_URL = publicUrlOf('hook-1');

interface Settings {
	/** decides which trigger it is: that of a brand with one of a brand */
	credential: AnyCredential;
	parameters: INodeParameters;
	/** where n8n is reached from outside */
	base?: string;
	/** what another process saved before it ended */
	saved?: IDataObject;
	/** the part of its address that tells it from other triggers */
	webhookId?: string;
}

/** A workflow with the built trigger, in n8n's own contexts, behind a webhook on the loopback interface. */
export class TriggerStage {
	/** what started the workflow, oldest first */
	readonly started: INodeExecutionData[][][] = [];
	/** what the webhook threw: n8n shows a failed execution for each */
	readonly thrown: Error[] = [];
	/** what was logged */
	readonly warnings: string[] = [];
	/** what the test has instead of what the process shares, its clock too; the trigger is then that of the sources */
	shared: Shared | undefined;
	/**
	 * How n8n 2 stores an execution before it answers; on the way it makes another workflow of the same data, which
	 * resets the mark of change of static data. What it throws is answered with 500.
	 */
	store = async (makeWorkflow: () => void): Promise<void> => {
		makeWorkflow();
		await delay(10);
	};
	/** n8n 1 answers before it stores. */
	generation: 1 | 2 = 2;
	/** the one that is chosen in the node */
	credentialId = '1';
	/** how often the credential was read */
	credentialsRead = 0;
	credential: AnyCredential;
	parameters: INodeParameters;
	base: string;
	private readonly webhookId: string;
	private server: Server | undefined;
	private savedStaticData: IDataObject;
	private static made = 0;
	private readonly id = `workflow-${(TriggerStage.made += 1)}`;

	private constructor(
		private readonly type: INodeType,
		{ credential, parameters, base = 'https://n8n.example.com', saved = {}, webhookId }: Settings,
	) {
		this.webhookId = webhookId ?? 'hook-1';
		this.credential = credential;
		this.parameters = parameters;
		this.base = base;
		this.savedStaticData = { 'node:Trigger': saved };
	}

	static async open(settings: Settings): Promise<TriggerStage> {
		const stage = new TriggerStage(await loadedNode(triggerOf(settings.credential).type), settings);
		await stage.listen();
		return stage;
	}

	/** What n8n has saved for the node. */
	get staticData(): IDataObject {
		return (this.savedStaticData['node:Trigger'] ?? {}) as IDataObject;
	}

	/** Where the simulator reaches the webhook. */
	url(mode: 'webhook' | 'webhook-test' = 'webhook'): string {
		const { port } = this.server!.address() as AddressInfo;
		return `http://127.0.0.1:${port}/${mode}/${this.webhookId}/webhook`;
	}

	/** What n8n does when a workflow is activated. */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		const isTest = activation === 'manual';
		await this.hook(isTest, isTest ? 'manual' : 'trigger', activation, async (context) => {
			const { checkExists, create } = this.methods;
			if (!(await checkExists.call(context))) await create.call(context);
		});
	}

	/** What n8n does when a workflow is deactivated, or a test ends. */
	async deactivate({ isTest = false } = {}): Promise<boolean> {
		return await this.hook(
			isTest,
			isTest ? 'internal' : 'trigger',
			'deactivate' as WorkflowActivateMode,
			async (context) => await this.methods.delete.call(context),
		);
	}

	async close(): Promise<void> {
		await new Promise((resolve) => this.server?.close(resolve));
	}

	private get methods() {
		const { shared } = this;
		const { notified } = triggerOf(this.credential);
		if (!shared) return this.type.webhookMethods!.default!;
		return {
			async checkExists(this: HookContext) {
				return await isActivated(this, notified, shared);
			},
			async create(this: HookContext) {
				await activate(this, notified, shared);
				return true;
			},
			async delete(this: HookContext) {
				await deactivate(this, notified.account, shared);
				return true;
			},
		};
	}

	private async hook<T>(
		isTest: boolean,
		mode: 'manual' | 'trigger' | 'internal',
		activation: WorkflowActivateMode,
		work: (context: HookContext) => Promise<T>,
	): Promise<T> {
		const { workflow, node, additionalData } = this.loaded(isTest);
		const context = new HookContext(
			workflow,
			node,
			additionalData,
			mode,
			activation,
			this.webhookData(isTest),
		);
		this.record(context);
		try {
			return await work(context);
		} finally {
			if (!isTest) this.savedStaticData = structuredClone(plain(workflow.staticData));
		}
	}

	/** The workflow as n8n takes it out of its database for each call; a test begins with nothing. */
	private loaded(isTest: boolean) {
		const { type, notified } = triggerOf(this.credential);
		const node: INode = {
			id: 'node-1',
			name: 'Trigger',
			type,
			typeVersion: 2,
			position: [0, 0],
			webhookId: this.webhookId,
			parameters: this.parameters,
			credentials: { [notified.account.credential]: { id: this.credentialId, name: 'WeChat Pay' } },
		};
		const staticData = isTest ? {} : structuredClone(this.savedStaticData);
		const workflow = new Workflow({
			id: this.id,
			name: 'Coupons',
			nodes: [node],
			connections: {},
			active: true,
			staticData,
			nodeTypes: {
				getByName: () => this.type,
				getByNameAndVersion: () => this.type,
				getKnownTypes: () => ({}),
			},
		});
		const additionalData: IWorkflowExecuteAdditionalData = {
			...additionalDataFor(this.credential),
			webhookBaseUrl: `${this.base}/webhook`,
			webhookTestBaseUrl: `${this.base}/webhook-test`,
		};
		const { credentialsHelper } = additionalData;
		const getDecrypted = credentialsHelper.getDecrypted.bind(credentialsHelper);
		credentialsHelper.getDecrypted = async (...how) => {
			this.credentialsRead++;
			return await getDecrypted(...how);
		};
		return { workflow, node: workflow.getNode('Trigger')!, additionalData, staticData };
	}

	private webhookData(isTest: boolean): IWebhookData {
		const webhookDescription = this.type.description.webhooks![0]!;
		return {
			httpMethod: 'POST',
			node: 'Trigger',
			path: `${this.webhookId}/webhook`,
			webhookDescription,
			workflowId: this.id,
			workflowExecuteAdditionalData: {} as IWorkflowExecuteAdditionalData,
			isTest,
		};
	}

	private record({ logger }: HookContext | WebhookContext): void {
		logger.warn = (message) => void this.warnings.push(message);
	}

	/** Runs the webhook, and then the workflow, in the order of n8n. */
	private async run(
		context: WebhookContext,
		response: ServerResponse,
		{
			workflow,
			staticData,
			isTest,
		}: { workflow: Workflow; staticData: IDataObject; isTest: boolean },
	): Promise<void> {
		const { workflowData, noWebhookResponse } = await (this.shared
			? receive(context, triggerOf(this.credential).notified, this.shared)
			: this.type.webhook!.call(context));
		const answer = () => {
			const hasChanged = (workflow.staticData as { __dataChanged?: boolean }).__dataChanged;
			if (hasChanged && !isTest) this.savedStaticData = structuredClone(plain(workflow.staticData));
			if (noWebhookResponse) return;
			const type = response.getHeader('Content-Type') ?? 'text/html';
			response.setHeader('Content-Type', `${String(type)}; charset=utf-8`);
			response.end(this.type.description.webhooks![0]!.responseData);
		};
		if (this.generation === 1 || noWebhookResponse) answer();
		if (!workflowData) return;
		const { nodeTypes } = workflow;
		const makeWorkflow = () =>
			void new Workflow({ nodes: [], connections: {}, active: true, nodeTypes, staticData });
		let failure: unknown;
		try {
			await this.store(makeWorkflow);
		} catch (error) {
			failure = error;
		}
		if (failure === undefined) this.started.push(workflowData);
		if (this.generation === 1) return;
		if (failure === undefined) answer();
		else response.writeHead(500).end('{"message":"There was a problem executing the workflow"}');
	}

	/** Receives as n8n does: the bytes read before the node runs, 500 for what it throws. */
	private async listen(): Promise<void> {
		this.server = createServer((request, response) => {
			void (async () => {
				const rawBody = await bytesOf(request);
				const isTest = request.url?.startsWith('/webhook-test/') ?? false;
				const loaded = this.loaded(isTest);
				Object.assign(request, { rawBody, readRawBody: async () => {} });
				Object.assign(response, {
					status(code: number) {
						response.statusCode = code;
						return response;
					},
					json(body: unknown) {
						response.setHeader('Content-Type', 'application/json; charset=utf-8');
						response.end(JSON.stringify(body));
					},
				});
				const { workflow, node, additionalData } = loaded;
				Object.assign(additionalData, { httpRequest: request, httpResponse: response });
				const context = new WebhookContext(
					workflow,
					node,
					additionalData,
					isTest ? 'manual' : 'webhook',
					this.webhookData(isTest),
					[],
					null,
				);
				this.record(context);
				try {
					await this.run(context, response, { ...loaded, isTest });
				} catch (error) {
					this.thrown.push(error as Error);
					response.writeHead(500).end('{"code":0,"message":"Workflow could not be started"}');
				}
			})();
		});
		await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
	}
}

/** Static data watches its changes; what n8n saves is JSON. */
function plain(staticData: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(staticData)) as IDataObject;
}
