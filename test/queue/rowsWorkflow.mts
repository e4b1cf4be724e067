import type { Credential, Workflow } from '../../scripts/n8n/workflow.mts';
import { nodeType } from '../../scripts/project.mts';
import { eventually } from '../eventually.mts';
import type { QueueStage } from './queueStage.mts';

export type Row = Record<string, unknown>;

/** A workflow that is started with rows, and what is done with each of them. */
export interface RowsWorkflow {
	/** The last part of its address, too. */
	name: string;
	/** What the node does with a row. */
	parameters: Record<string, unknown>;
	/** Whether who starts it waits for its rows; else the answer comes when the execution is in the queue. */
	answersRows: boolean;
	/** The stage's unless told. */
	credential?: Credential;
}

/** One that can be started. */
export interface PublishedRows {
	id: string;
	/** Starts it with rows, through one of the processes for webhooks; the rows that come out, if it answers with them. */
	start(rows: Row[], through?: 0 | 1): Promise<Row[]>;
}

/** Publishes a workflow, and waits until it can be started. */
export async function publishRows(
	{ rest, n8n, credential }: QueueStage,
	workflow: RowsWorkflow,
): Promise<PublishedRows> {
	const post = async (rows: Row[], through: 0 | 1): Promise<Response> =>
		await fetch(`${n8n.webhooks[through].url}/webhook/${workflow.name}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ rows }),
		});
	const id = await rest.publish(draft(workflow, workflow.credential ?? credential));
	await eventually(async () => {
		for (const through of [0, 1] as const) {
			if ((await post([], through)).status === 404)
				throw new Error(`${workflow.name} is not there`);
		}
	});
	return {
		id,
		async start(rows, through = 0) {
			const answer = await post(rows, through);
			const text = await answer.text();
			if (!answer.ok) throw new Error(`n8n answered with ${answer.status}: ${text}`);
			return workflow.answersRows ? (JSON.parse(text) as Row[]) : [];
		},
	};
}

/** A webhook that takes `{ rows }`, and the node, which goes on behind a row that is refused. */
function draft({ name, parameters, answersRows }: RowsWorkflow, credential: Credential): Workflow {
	const { id, type } = credential;
	const nodes = [
		{
			name: 'Start',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: name,
			parameters: {
				path: name,
				httpMethod: 'POST',
				responseMode: answersRows ? 'lastNode' : 'onReceived',
				...(answersRows && { responseData: 'allEntries' }),
			},
		},
		{
			name: 'Rows',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.rows', options: {} },
		},
		{
			name: 'Node',
			type: nodeType,
			typeVersion: 1,
			parameters,
			onError: 'continueRegularOutput' as const,
			credentials: { [type]: { id, name: credential.name } },
		},
	];
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		id: name,
		name,
		nodes: nodes.map((node, index) => ({ ...node, position: [index * 200, 0] })),
		connections: { Start: to('Rows'), Rows: to('Node') },
	};
}
