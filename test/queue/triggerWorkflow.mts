import type { WorkflowNode } from '../../scripts/n8n/workflow.mts';
import { nodeType } from '../../scripts/project.mts';
import { eventually } from '../eventually.mts';
import { startGate } from '../e2e/gate.mts';
import type { QueueStage } from './queueStage.mts';

/** A trigger that takes notifications. */
export interface PublishedTrigger {
	id: string;
	/** Where each of the processes for webhooks takes its notifications. */
	urls: [string, string];
}

/** One in front of a service that is told of each execution. */
export interface CountedTrigger extends PublishedTrigger {
	/** The ids of the notifications that ran, in the order in which they did, as often as they did. */
	ran(): string[];
	close(): Promise<void>;
}

/** Publishes a trigger of one event with a node behind it, and waits until both processes take notifications. */
export async function publishTrigger(
	{ rest, credential, n8n, simulator }: QueueStage,
	{ name, event, behind }: { name: string; event: string; behind: WorkflowNode },
): Promise<PublishedTrigger> {
	const { id, type } = credential;
	const told = {
		name: 'Told',
		type: `${nodeType}Trigger`,
		typeVersion: 2,
		position: [0, 0],
		webhookId: name,
		parameters: { events: [event], setAddress: false, options: {} },
		credentials: { [type]: { id, name: credential.name } },
	};
	const nodes = [told, { ...behind, position: [200, 0] }];
	const connections = { Told: { main: [[{ node: behind.name, type: 'main', index: 0 }]] } };
	const workflowId = await rest.publish({ id: name, name, nodes, connections });
	const [first, second] = n8n.webhooks.map(({ url }) => `${url}/webhook/${name}/webhook`);
	const urls: [string, string] = [first!, second!];
	await eventually(async () => {
		for (const url of urls) {
			// Of an event that was not chosen: it starts nothing.
			const order = { url, event: NEVER_CHOSEN, id: 'not-chosen' };
			const { status } = await simulator.ask('notify', order);
			if (status !== 200) throw new Error(`${url} answers with ${status}`);
		}
	});
	return { id: workflowId, urls };
}

/** The event of a cash coupon that is used. */
export const USED = 'COUPON.USE';

const NEVER_CHOSEN = 'DELIVERY_PLAN.CHANGE';

/** Publishes a trigger for cash coupons that are used, which tells what ran. */
export async function publishCounted(stage: QueueStage, name: string): Promise<CountedTrigger> {
	const gate = await startGate();
	const behind = {
		name: 'Service',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: gate.url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ { id: $json.id } }}',
			options: {},
		},
	};
	return {
		...(await publishTrigger(stage, { name, event: USED, behind })),
		ran: () => gate.taken.map((body) => (body as { id: string }).id),
		close: gate.close,
	};
}
