import type { WorkflowNode } from '../n8n/workflow.mts';
import { readExampleWorkflow } from './exampleWorkflow.mts';
import type { Stage } from './stage.mts';

/** What the look-up of coupons did, as n8n tells it. */
export interface LookupReport {
	rows: number;
	found: number;
	notFound: number;
	notified: number;
}

const WORKFLOW = 'coupon-lookup-notify';

/** Puts the example workflow into the stage's n8n, its nodes changed if told, ready to be executed; returns its ID. */
export async function importCouponNotifications(
	{ instance, ...stage }: Stage,
	notifyUrl: string,
	change: (node: WorkflowNode) => WorkflowNode = (node) => node,
): Promise<string> {
	const settings = { folder: stage.folder.replaceAll('\\', '/'), notifyUrl };
	const workflow = await readExampleWorkflow(WORKFLOW, settings, stage.credential);
	await instance.importWorkflows({ ...workflow, nodes: workflow.nodes.map(change) });
	return workflow.id;
}

/** Executes the example workflow that looks coupons up and notifies of those that are not effective. */
export async function runCouponNotifications(
	stage: Stage,
	notifyUrl: string,
	change?: (node: WorkflowNode) => WorkflowNode,
): Promise<LookupReport> {
	const workflow = await importCouponNotifications(stage, notifyUrl, change);
	const execution = await stage.instance.execute(workflow);
	return {
		rows: execution.items('Extract Rows').length,
		found: execution.items('Was It Found?', 0).length,
		notFound: execution.items('Was It Found?', 1).length,
		notified: execution.items('Notify').length,
	};
}
