import { join } from 'node:path';
import {
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PackageDirectoryLoader,
	WorkflowExecute,
} from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type NodeApiError,
} from 'n8n-workflow';
import type { BrandCredentialValues, CredentialValues } from '../../simulator/index.mts';
import { RowsNode, type RowFile } from './rowsNode.mts';

const OUR_NODE = 'weChatPayMarketing';
const OUR_CREDENTIAL = 'weChatPayMarketingApi';

/** The values of a credential of ours. */
export type AnyCredential = CredentialValues | BrandCredentialValues;

/** The node and the credential of ours that these values are for. */
export function facesOf(credential: AnyCredential): { node: string; credential: string } {
	if ('mchid' in credential) return { node: OUR_NODE, credential: OUR_CREDENTIAL };
	return { node: 'weChatPayBrand', credential: 'weChatPayBrandApi' };
}

const loader = new PackageDirectoryLoader(join(import.meta.dirname, '../../..'));
const loaded = loader.loadAll();

/** Decrypts nothing: hands out the values of the test, their expressions worked out, and calls the built credential's `authenticate`. */
class CredentialsHelper extends ICredentialsHelper {
	constructor(private readonly values: AnyCredential) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = loader.getCredential(typeName).type;
		if (typeof authenticate !== 'function') throw new Error(`${typeName} signs nothing`);
		return await authenticate(credentials, options);
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Nothing is stored in a test');
	}

	async getDecrypted(
		...[, , , mode, executeData, , resolve]: Parameters<ICredentialsHelper['getDecrypted']>
	): Promise<ICredentialDataDecryptedObject> {
		const values = { ...this.values };
		if (!resolve) return values;
		// As n8n does, whose credentials may hold expressions.
		return resolve.workflow.expression.getParameterValue(
			values,
			resolve.runExecutionData,
			resolve.runIndex,
			resolve.itemIndex,
			resolve.node.name,
			resolve.connectionInputData,
			mode,
			{},
			executeData,
			false,
			values,
		) as ICredentialDataDecryptedObject;
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(type: string): INodeProperties[] {
		return loader.getCredential(type).type.properties;
	}
}

function nodeType(name: string): INodeType {
	if (name === 'rows') return new RowsNode();
	return loader.getNode(name).type as INodeType;
}

/** A built node, as n8n loads it. */
export async function loadedNode(name: string): Promise<INodeType> {
	await loaded;
	return nodeType(name);
}

/** The description of a built node, as n8n loads it. */
export async function nodeDescription(name = OUR_NODE): Promise<INodeTypeDescription> {
	await loaded;
	return nodeType(name).description;
}

/** A built credential, as n8n loads it. */
export async function credentialType(name = OUR_CREDENTIAL): Promise<ICredentialType> {
	await loaded;
	return loader.getCredential(name).type;
}

/** What n8n knows an execution by. */
export interface ExecutionIdentity {
	/** `1` unless told */
	id?: string;
	/** `test` unless told */
	workflowId?: string;
	/** milliseconds; when n8n established it, which the Retry button keeps; now unless told */
	establishedAt?: number;
}

/** What to run: one node of ours behind a node that gives the rows. */
export interface Run {
	/** decides which node it is: that of a brand with one of a brand */
	credential: AnyCredential;
	/** parameters of our node; expressions such as `={{ $json.store_id }}` see the rows */
	parameters: INodeParameters;
	/** input items; one empty item unless told */
	rows?: IDataObject[];
	/** the files of each row */
	files?: RowFile[][];
	onError?: INode['onError'];
	/** time zone of the workflow; n8n's own unless told */
	timezone?: string;
	/** Retry On Fail, with so many tries */
	maxTries?: number;
	/** what n8n knows the execution by */
	execution?: ExecutionIdentity;
}

/** What came out of our node. */
export interface Outcome {
	/** items of the first output */
	items: INodeExecutionData[];
	/** items of the error output, merged with their input rows by n8n */
	errorItems: INodeExecutionData[];
	/** the error that stopped the workflow */
	error: NodeApiError | undefined;
	/** what the output panel says above the items */
	hints: string[];
	run: IRun;
}

function workflowOf({
	credential,
	parameters,
	rows = [{}],
	files = [],
	onError,
	timezone,
	maxTries,
	execution = {},
}: Run): Workflow {
	const ours = facesOf(credential);
	const common = { typeVersion: 1, position: [0, 0] as [number, number] };
	return new Workflow({
		id: execution.workflowId ?? 'test',
		nodes: [
			{
				...common,
				id: '1',
				name: 'Rows',
				type: 'rows',
				parameters: { rows: JSON.stringify(rows), files: JSON.stringify(files) },
			},
			{
				...common,
				id: '2',
				name: 'WeChat Pay',
				type: ours.node,
				parameters,
				onError,
				retryOnFail: maxTries !== undefined,
				maxTries,
				waitBetweenTries: 1,
				credentials: { [ours.credential]: { id: '1', name: 'WeChat Pay' } },
			},
		],
		connections: { Rows: { main: [[{ node: 'WeChat Pay', type: 'main', index: 0 }]] } },
		active: false,
		settings: timezone === undefined ? {} : { timezone },
		nodeTypes: {
			getByName: nodeType,
			getByNameAndVersion: nodeType,
			getKnownTypes: () => ({}),
		},
	});
}

/** What n8n has around an execution, with these values as the only credential. */
export function additionalDataFor(credential: AnyCredential): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: new CredentialsHelper(credential),
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: 'test',
			name: 'test',
			active: false,
			isArchived: false,
			activeVersionId: null,
			createdAt: new Date(0),
			updatedAt: new Date(0),
			nodes: [],
			connections: {},
		}),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: 'http://127.0.0.1/rest',
		instanceBaseUrl: 'http://127.0.0.1/',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** An execution that is under way. */
export interface Execution {
	finished: Promise<Outcome>;
	/** what the Stop button does */
	stop(): void;
}

/** Runs the built node in n8n's own engine, with n8n's own request helpers. */
export async function run(what: Run): Promise<Outcome> {
	return await (
		await start(what)
	).finished;
}

/** Begins to run the built node, so that the execution can be stopped. */
export async function start(what: Run): Promise<Execution> {
	await loaded;
	const workflow = workflowOf(what);
	const { id: executionId = '1', establishedAt } = what.execution ?? {};
	const additionalData = { ...additionalDataFor(what.credential), executionId };
	const start = workflow.getNode('Rows');
	if (!start) throw new Error('The workflow has no start');
	const runExecutionData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: start, data: { main: [[{ json: {} }]] }, source: null }],
			...(establishedAt !== undefined && {
				runtimeData: { version: 1, establishedAt, source: 'manual' },
			}),
		},
	});
	const execution = new WorkflowExecute(
		additionalData,
		'manual',
		runExecutionData,
	).processRunExecutionData(workflow);
	return { finished: execution.then(outcomeOf), stop: () => execution.cancel() };
}

/** What the editor shows for a list of our node. */
export async function searchList(
	what: Pick<Run, 'credential' | 'parameters'>,
	method: string,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	await loaded;
	const workflow = workflowOf(what);
	const node = workflow.getNode('WeChat Pay');
	const search = nodeType(facesOf(what.credential).node).methods?.listSearch?.[method];
	if (!node || !search) throw new Error(`The node has no list ${method}`);
	const additionalData = additionalDataFor(what.credential);
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters.stockId');
	return await search.call(context, filter, page);
}

function outcomeOf(executed: IRun): Outcome {
	const task = executed.data.resultData.runData['WeChat Pay']?.[0];
	return {
		items: task?.data?.main?.[0] ?? [],
		errorItems: task?.data?.main?.[1] ?? [],
		error: task?.error as NodeApiError | undefined,
		hints: (task?.hints ?? []).map(({ message }) => message),
		run: executed,
	};
}
