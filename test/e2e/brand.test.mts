import { randomUUID } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleOwnNumberRows } from '../../scripts/examples/exampleStores.mts';
import { readExampleWorkflow } from '../../scripts/examples/exampleWorkflow.mts';
import { countResults, readResultRows } from '../../scripts/examples/resultRows.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import {
	startWebhookReceiver,
	type WebhookReceiver,
} from '../../scripts/examples/webhookReceiver.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { Rest } from '../../scripts/n8n/rest.mts';
import type { Server } from '../../scripts/n8n/server.mts';
import type { Credential, Workflow, WorkflowNode } from '../../scripts/n8n/workflow.mts';
import { nodeType, packageName } from '../../scripts/project.mts';
import { eventually } from '../eventually.mts';
import { asker } from '../simulator/asker.mts';
import { OPENID, SENDABLE } from '../simulator/examples.mts';
import { without } from '../simulator/json.mts';
import { sampleOf } from '../simulator/notifications/samples.mts';
import { SAMPLE_IMAGE } from '../simulator/sampleImage.mts';
import { FIRST_STORES, PRODUCT_COUPONS } from '../simulator/shop.mts';
import { HTTP_REQUEST, httpRequestWorkflow } from './httpRequestWorkflow.mts';
import { startSpreadsheetService, type SpreadsheetService } from './spreadsheetService.mts';
import { withNodes, writingTo } from './templates.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const BASE = 'https://n8n.example.com';
const OUTSIDE = { WEBHOOK_URL: BASE, N8N_WEBHOOK_URL: BASE };
const RECEIVED_PATH = '/coupon-received/webhook';
const APPID = 'wx233544546545989';

/** What a user changes of an example whose account is a brand: the nodes, the credential, the events; no Brand ID. */
function asBrand(workflow: Workflow, { id, name, type }: Credential): Workflow {
	const ofBrand = (node: WorkflowNode): WorkflowNode => {
		if (!node.type.startsWith(nodeType)) return node;
		const given = Object.entries(node.parameters).filter(([name]) => name !== 'brandId');
		const parameters = Object.fromEntries(given);
		if ('events' in parameters) parameters.events = ['PRODUCT_COUPON.SEND'];
		return {
			...node,
			type: node.type.replace(nodeType, `${packageName}.weChatPayBrand`),
			parameters,
			credentials: { [type]: { id, name } },
		};
	};
	return { ...workflow, nodes: workflow.nodes.map(ofBrand) };
}

describe.each(GENERATIONS)('a brand that calls for itself in n8n %s', (generation) => {
	let stage: Stage;
	let credential: Credential;
	let server: Server | undefined;
	let webhook: WebhookReceiver;
	let sheet: SpreadsheetService;

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		credential = {
			id: 'brand',
			name: 'WeChat Pay brand',
			type: 'weChatPayBrandApi',
			data: stage.simulator.brandCredential,
		};
		await stage.instance.importCredential(credential);
		webhook = await startWebhookReceiver();
		sheet = await startSpreadsheetService([]);
	}, SETUP_LIMIT);

	afterAll(async () => {
		await server?.stop();
		await sheet?.close();
		await webhook?.close();
		await stage?.close();
	});

	test.each([
		['GET', `/brand/marketing/product-coupon/product-coupons/${PRODUCT_COUPONS.effective}`],
		['POST', `/brand/store/brandstores/${FIRST_STORES.coffee}/close`],
	])(
		'signs %s %s of the HTTP Request node, without a body',
		async (method, path) => {
			const url = `${stage.simulator.url}${path}`;
			const name = `http-${method}-1`;
			const workflow = httpRequestWorkflow(name, { method, url }, credential, SAMPLE_IMAGE);
			await stage.instance.importWorkflows(workflow);
			const execution = await stage.instance.execute(workflow.id);
			expect(execution.items(HTTP_REQUEST)[0]).not.toHaveProperty('error');
			expect(stage.simulator.requests.at(-1)).toMatchObject({
				method,
				path,
				signature: 'valid',
				status: 200,
				headers: { 'wechatpay-serial': stage.simulator.brandCredential.publicKeyId },
			});
			expect(stage.simulator.requests.at(-1)?.body.length).toBe(0);
		},
		120_000,
	);

	test('takes closed stores off by the numbers of the chain', async () => {
		await copyFile(join(stage.folder, 'stores-own-numbers.csv'), join(stage.folder, 'stores.csv'));
		const settings = { folder: stage.folder.replaceAll('\\', '/'), storeIdKind: 'own' };
		const example = await readExampleWorkflow('store-cleanup', settings, credential);
		const workflow = asBrand(example, credential);
		await stage.instance.importWorkflows(workflow);
		await stage.instance.execute(workflow.id);
		const results = await readResultRows(join(stage.folder, 'stores-result.xlsx'));
		expect(results).toHaveLength(exampleOwnNumberRows().length);
		expect(countResults(results)).toEqual(
			new Map([
				['disassociated', 40],
				['was not on the stock', 3],
				['unreadable', 2],
			]),
		);
		const { requests } = stage.simulator;
		expect(requests.every(({ path }) => path.startsWith('/brand/'))).toBe(true);
		expect(new Set(requests.map(({ signature }) => signature))).toEqual(new Set(['valid']));
	}, 240_000);

	test('confirms a coupon that it is told of, tells of it and lists it, once', async () => {
		server = await stage.instance.startServer(OUTSIDE);
		const rest = new Rest(server.url);
		await rest.setUpOwner();
		const settings = { webhookUrl: webhook.url };
		const example = await readExampleWorkflow('coupon-received', settings, credential);
		const workflow = withNodes(asBrand(example, credential), { 'Add Row': writingTo(sheet) });
		await rest.publish(workflow);
		await eventually(() =>
			expect(stage.simulator.shop.notifyUrl('productCoupons')).toBe(
				`${BASE}/webhook${RECEIVED_PATH}`,
			),
		);
		const ask = asker(stage.simulator, 'brand');
		const ids = without(SENDABLE, 'brand_id');
		const { coupon_code } = (
			await ask('userProductCoupon.send', {
				...ids,
				openid: OPENID,
				appid: APPID,
				send_request_no: randomUUID(),
			})
		).json;
		const sample = sampleOf('PRODUCT_COUPON.SEND');
		const user = { openid: OPENID, appid: APPID, coupon_code };
		const told = { ...sample, resource: { ...sample.resource, ...ids, ...user } };
		const id = randomUUID();
		for (let time = 0; time < 2; time++) {
			const to = `${server.url}/webhook${RECEIVED_PATH}`;
			const delivery = await stage.simulator.notifyBrand(to, told, { id });
			expect(delivery).toMatchObject({ status: 200, body: '{"code":"SUCCESS"}' });
		}
		await eventually(() => expect(sheet.results).toMatchObject([{ coupon_code, openid: OPENID }]));
		await eventually(() =>
			expect(webhook.messages).toEqual([
				expect.stringContaining(`A user got coupon ${String(coupon_code)}`),
			]),
		);
		const found = await ask('userProductCoupon.get', { ...ids, ...user });
		expect(found.json.coupon_state).not.toBe('CONFIRMING');
	}, 240_000);
});
