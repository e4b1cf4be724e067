import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { readExampleWorkflow } from '../../scripts/examples/exampleWorkflow.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import {
	startWebhookReceiver,
	type WebhookReceiver,
} from '../../scripts/examples/webhookReceiver.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { Rest } from '../../scripts/n8n/rest.mts';
import type { Server } from '../../scripts/n8n/server.mts';
import type { Workflow } from '../../scripts/n8n/workflow.mts';
import { asker } from '../simulator/asker.mts';
import { OPENID, SENDABLE } from '../simulator/examples.mts';
import type { JsonObject } from '../simulator/json.mts';
import { sampleOf } from '../simulator/notifications/samples.mts';
import { eventually } from '../eventually.mts';
import { startSpreadsheetService, type SpreadsheetService } from './spreadsheetService.mts';
import { withNodes, writingTo } from './templates.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const BASE = 'https://n8n.example.com';
const OUTSIDE = { WEBHOOK_URL: BASE, N8N_WEBHOOK_URL: BASE };
const RECEIVED_PATH = '/coupon-received/webhook';
const USED_PATH = '/cash-coupon-sales/webhook';
const APPID = 'wx233544546545989';
const OTHER = 'https://pos.example.net/wechat';

describe.each(GENERATIONS)('the trigger in n8n %s', (generation) => {
	let stage: Stage;
	let server: Server;
	let rest: Rest;
	let webhook: WebhookReceiver;
	let sheet: SpreadsheetService;
	let received: string;

	const shop = () => stage.simulator.shop;
	const send = async (...how: Parameters<Stage['simulator']['notify']>) =>
		await stage.simulator.notify(...how);
	const hook = (path: string, kind = 'webhook') => `${server.url}/${kind}${path}`;
	const used = sampleOf('COUPON.USE');

	async function example(name: string, settings: Record<string, string> = {}): Promise<Workflow> {
		const workflow = await readExampleWorkflow(name, settings, stage.credential);
		return withNodes(workflow, { 'Add Row': writingTo(sheet) });
	}

	/** A coupon that the shop sends, as its notification tells. */
	async function sentCoupon() {
		const coupon = await asker(stage.simulator)('userProductCoupon.send', {
			...SENDABLE,
			openid: OPENID,
			appid: APPID,
			send_request_no: randomUUID(),
		});
		const coupon_code = coupon.json.coupon_code as string;
		const sample = sampleOf('PRODUCT_COUPON_SP.SEND');
		const resource = { ...sample.resource, ...SENDABLE, appid: APPID, openid: OPENID, coupon_code };
		return { ...sample, resource };
	}

	async function failuresOf(): Promise<number> {
		return (await rest.executions()).filter((status) => status === 'error').length;
	}

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		webhook = await startWebhookReceiver();
		sheet = await startSpreadsheetService([]);
		server = await stage.instance.startServer(OUTSIDE);
		rest = new Rest(server.url);
		await rest.setUpOwner();
		received = await rest.publish(await example('coupon-received', { webhookUrl: webhook.url }));
		await rest.publish(await example('cash-coupon-sales'));
		await eventually(() => {
			expect(shop().notifyUrl('cashCoupons')).toBe(`${BASE}/webhook${USED_PATH}`);
			expect(shop().notifyUrl('productCoupons')).toBe(`${BASE}/webhook${RECEIVED_PATH}`);
		});
	}, SETUP_LIMIT);

	beforeEach(() => {
		webhook.messages.length = 0;
		sheet.results.length = 0;
	});

	afterAll(async () => {
		await server?.stop();
		await sheet?.close();
		await webhook?.close();
		await stage?.close();
	});

	test('coupon-received confirms, tells and lists a coupon, once', async () => {
		const notification = await sentCoupon();
		const id = randomUUID();
		const { coupon_code } = notification.resource;
		for (let time = 0; time < 2; time++) {
			const delivery = await send(hook(RECEIVED_PATH), notification, { id });
			expect(delivery).toMatchObject({ status: 200, body: '{"code":"SUCCESS"}' });
		}
		await eventually(() => expect(sheet.results).toMatchObject([{ coupon_code, openid: OPENID }]));
		await eventually(() =>
			expect(webhook.messages).toEqual([
				expect.stringContaining(`A user got coupon ${coupon_code}`),
			]),
		);
		const ids = { ...SENDABLE, openid: OPENID, appid: APPID, coupon_code };
		const found = await asker(stage.simulator)('userProductCoupon.get', ids);
		expect(found.json.coupon_state).not.toBe('CONFIRMING');

		// What another process of n8n takes at the same time runs, too: its coupon passes once.
		const before = (await rest.executions()).length;
		await rest.listen(received, 'Coupon Received');
		await send(hook(RECEIVED_PATH, 'webhook-test'), notification, { id });
		await eventually(async () => {
			const [newest, ...others] = await rest.executions();
			expect([newest, others.length]).toEqual(['success', before]);
		});
		expect(webhook.messages).toHaveLength(1);
		expect(sheet.results).toHaveLength(1);
	}, 120_000);

	const usedInParts = { ...used.resource, business_type: 'MULTIUSE' };
	const atOnce = { ...used.resource, business_type: undefined };
	const cutTo = { ...atOnce, coupon_type: 'CUT_TO', normal_coupon_information: undefined };
	const withGoods = (...goods_detail: object[]) => ({
		...cutTo,
		consume_information: { ...(used.resource['consume_information'] as object), goods_detail },
	});
	const goods = (discount_amount?: number) => ({ goods_id: 'a', quantity: 7, discount_amount });

	test.each([
		['the part that was used of a coupon that is used in parts', usedInParts, 0.5],
		['the value of a coupon', atOnce, 1],
		['the discount of the goods of one that lowers prices', withGoods(goods(4), goods(10)), 0.14],
		['nothing where WeChat Pay does not say it', withGoods(goods(4), goods()), null],
		['nothing without goods', { ...cutTo, consume_information: {} }, null],
	])(
		'cash-coupon-sales adds a row with yuan: %s',
		async (_, resource, coupon_yuan) => {
			const notification = { ...used, resource: resource as JsonObject };
			expect(await send(hook(USED_PATH), notification)).toMatchObject({ status: 200 });
			const ids = { coupon_id: '98674556', stock_id: '9865888', coupon_name: '微信支付代金券' };
			await eventually(() => expect(sheet.results).toMatchObject([{ ...ids, coupon_yuan }]));
		},
		120_000,
	);

	test('a row of cash-coupon-sales has the IDs as text', async () => {
		expect(await send(hook(USED_PATH), used)).toMatchObject({ status: 200 });
		await eventually(() =>
			expect(sheet.results).toMatchObject([
				{
					used: (used.resource['consume_information'] as JsonObject)['consume_time'],
					transaction_id: '4200752501201407033233368018',
					merchant_id: '9856081',
				},
			]),
		);
	}, 120_000);

	test('what is not signed by WeChat Pay is answered 401 and is no execution', async () => {
		const { length } = await rest.executions();
		for (const kind of [
			'probe',
			'old',
			'foreignKey',
			'changedBody',
			'platformCertificate',
		] as const) {
			const delivery = await send(hook(USED_PATH), used, { fault: { kind } });
			expect(delivery.status).toBe(401);
			expect(JSON.parse(delivery.body)).toMatchObject({ code: 'FAIL' });
		}
		const blank = await send(hook(USED_PATH), used, { fault: { kind: 'otherText' } });
		expect(blank.status).toBe(200);
		await eventually(async () => expect(await rest.executions()).toHaveLength(length + 1));
	}, 120_000);

	test('another APIv3 key is a failed execution', async () => {
		const before = await failuresOf();
		const fault = { kind: 'wrongApiV3Key' as const };
		expect(await send(hook(USED_PATH), used, { fault })).toMatchObject({ status: 500 });
		await eventually(async () => expect(await failuresOf()).toBe(before + 1));
	}, 120_000);

	test('a test while it is active leaves the address alone', async () => {
		const { length } = stage.simulator.requests;
		await rest.listen(received, 'Coupon Received');
		const sample = { ...sampleOf('SECURITY_ECHO.SUCCESS') };
		expect(await send(hook(RECEIVED_PATH, 'webhook-test'), sample)).toMatchObject({ status: 200 });
		const paths = stage.simulator.requests.slice(length).map(({ path }) => path);
		expect(paths.filter((path) => path.includes('notify-configs'))).toEqual([]);
		expect(shop().notifyUrl('productCoupons')).toBe(`${BASE}/webhook${RECEIVED_PATH}`);
	}, 120_000);

	test("another system's address stays, and n8n 1 says why", async () => {
		const mine = shop().notifyUrl('merchantCoupons');
		shop().setNotifyUrl('merchantCoupons', OTHER);
		const workflow = await example('cash-coupon-sales');
		const nodes = workflow.nodes.map((node) =>
			node.name === 'Cash Coupon Used'
				? { ...node, webhookId: 'merchant', parameters: { events: ['COUPON.SEND'], options: {} } }
				: node,
		);
		const asked = () => stage.simulator.requests.filter(({ path }) => path.includes('busifavor'));
		const published = rest.publish({ ...workflow, nodes });
		if (generation === '1.x') await expect(published).rejects.toThrow(OTHER);
		else await published;
		await eventually(() => expect(asked().length).toBeGreaterThan(0));
		expect(mine).toBeUndefined();
		expect(asked().filter(({ method }) => method === 'POST')).toEqual([]);
		expect(shop().notifyUrl('merchantCoupons')).toBe(OTHER);
	}, 120_000);

	test('after a start with WeChat Pay down it receives, and knows what it took', async () => {
		const id = `EV-${randomBytes(8).toString('hex')}`;
		expect(await send(hook(USED_PATH), used, { id })).toMatchObject({ status: 200 });
		await eventually(() => expect(sheet.results).toHaveLength(1));
		await server.stop();
		stage.simulator.misbehave({ kind: 'resetBeforeWork' }, { times: Infinity });
		server = await stage.instance.startServer(OUTSIDE);
		await eventually(async () =>
			expect(await send(hook(USED_PATH), used, { id })).toMatchObject({ status: 200 }),
		);
		expect(await send(hook(USED_PATH), used)).toMatchObject({ status: 200 });
		await eventually(() => expect(sheet.results).toHaveLength(2));
	}, 300_000);
});
