import type { Workflow } from '../../scripts/n8n/workflow.mts';
import { nodeType } from '../../scripts/project.mts';
import { eventually } from '../eventually.mts';
import { startGate } from '../e2e/gate.mts';
import type { QueueStage } from './queueStage.mts';

/** A trigger for cash coupons that are used, in front of a service that is told of each execution. */
export interface PublishedTrigger {
	id: string;
	/** Where each of the processes for webhooks takes its notifications. */
	urls: [string, string];
	/** The ids of the notifications that ran, in the order in which they did, as often as they did. */
	ran(): string[];
	close(): Promise<void>;
}

/** Publishes it, and waits until both processes take notifications. */
export async function publishTrigger(
	{ rest, credential, n8n, simulator }: QueueStage,
	name: string,
): Promise<PublishedTrigger> {
	const gate = await startGate();
	const { id, type } = credential;
	const nodes = [
		{
			name: 'Told',
			type: `${nodeType}Trigger`,
			typeVersion: 2,
			position: [0, 0],
			webhookId: name,
			parameters: { events: ['COUPON.USE'], setAddress: false, options: {} },
			credentials: { [type]: { id, name: credential.name } },
		},
		{
			name: 'Service',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			position: [200, 0],
			parameters: {
				method: 'POST',
				url: gate.url,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ { id: $json.id } }}',
				options: {},
			},
		},
	];
	const connections = { Told: { main: [[{ node: 'Service', type: 'main', index: 0 }]] } };
	const workflow: Workflow = { id: name, name, nodes, connections };
	const workflowId = await rest.publish(workflow);
	const [first, second] = n8n.webhooks.map(({ url }) => `${url}/webhook/${name}/webhook`);
	const urls: [string, string] = [first!, second!];
	await eventually(async () => {
		for (const url of urls) {
			// Of an event that was not chosen: it starts nothing.
			const order = { url, event: 'COUPON.SEND', id: 'not-chosen' };
			const { status } = await simulator.ask('notify', order);
			if (status !== 200) throw new Error(`${url} answers with ${status}`);
		}
	});
	return {
		id: workflowId,
		urls,
		ran: () => gate.taken.map((body) => (body as { id: string }).id),
		close: gate.close,
	};
}
