import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { asker } from '../../test/simulator/asker.mts';
import { OPENID, SENDABLE } from '../../test/simulator/examples.mts';
import type { Rest } from '../n8n/rest.mts';
import { readExampleWorkflow } from './exampleWorkflow.mts';
import type { Stage } from './stage.mts';
import { startWebhookReceiver } from './webhookReceiver.mts';

/** What became of a coupon that was sent to a user while the workflow was active. */
export interface ReceivedReport {
	coupon_code: string;
	/** Right after it was sent, and in the end. */
	states: [before: string, after: string];
	/** How n8n answered each notification. */
	answers: Array<{ status?: number; took: number }>;
	/** What the workflow told. */
	told: string[];
}

const APPID = 'wx233544546545989';
const LIMIT = 60_000;

async function until(what: string, isSo: () => boolean): Promise<void> {
	const deadline = Date.now() + LIMIT;
	while (!isSo()) {
		if (Date.now() > deadline) throw new Error(`After ${LIMIT / 1000} s ${what} still.`);
		await delay(50);
	}
}

/**
 * Activates the example workflow that starts when a user gets a coupon, without the spreadsheet in the cloud,
 * has the simulator's shop send one, and waits until the workflow has told of it. The server must have a
 * public address, the stage one that notifies.
 */
export async function runCouponReceived(
	{ simulator, credential }: Stage,
	rest: Rest,
): Promise<ReceivedReport> {
	const receiver = await startWebhookReceiver();
	try {
		const settings = { webhookUrl: receiver.url };
		const workflow = await readExampleWorkflow('coupon-received', settings, credential);
		const nodes = workflow.nodes.filter(({ name }) => name !== 'Add Row');
		const connections = Object.fromEntries(
			Object.entries(workflow.connections).filter(([name]) => name !== 'Columns'),
		);
		const id = await rest.publish({ ...workflow, nodes, connections });
		const { shop, deliveries } = simulator;
		await until('no address was set at WeChat Pay', () => !!shop.notifyUrl('productCoupons'));

		const ask = asker(simulator);
		const sent = await ask('userProductCoupon.send', {
			...SENDABLE,
			openid: OPENID,
			appid: APPID,
			send_request_no: randomUUID(),
		});
		const coupon_code = sent.json['coupon_code'] as string;
		await until('the workflow has told nothing', () => receiver.messages.length > 0);
		const ids = { ...SENDABLE, openid: OPENID, appid: APPID, coupon_code };
		const found = await ask('userProductCoupon.get', ids);
		await rest.unpublish(id);
		return {
			coupon_code,
			states: [sent.json['coupon_state'] as string, found.json['coupon_state'] as string],
			answers: deliveries.map(({ status, took }) => ({ status, took })),
			told: receiver.messages,
		};
	} finally {
		await receiver.close();
	}
}
