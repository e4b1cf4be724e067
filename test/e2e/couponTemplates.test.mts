import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleNewCouponRows } from '../../scripts/examples/exampleNewCoupons.mts';
import { exampleSendingRows } from '../../scripts/examples/exampleSendings.mts';
import { readExampleWorkflow } from '../../scripts/examples/exampleWorkflow.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import { publishForm, type UploadReport } from '../../scripts/examples/storeCleanupForm.mts';
import {
	startWebhookReceiver,
	type WebhookReceiver,
} from '../../scripts/examples/webhookReceiver.mts';
import type { FormFile } from '../../scripts/n8n/form.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { Rest } from '../../scripts/n8n/rest.mts';
import type { Server } from '../../scripts/n8n/server.mts';
import { asker } from '../simulator/asker.mts';
import { MERCHANT_USER, merchantUse, sentMerchantCoupon } from '../simulator/merchantExamples.mts';
import { BRANDS, STOCKS } from '../simulator/shop.mts';
import { eventually } from '../eventually.mts';
import { startSpreadsheetService, type SpreadsheetService } from './spreadsheetService.mts';
import { COUPON, readingFrom, STORES, withNodes, writingTo } from './templates.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

describe.each(GENERATIONS)('templates for coupons in n8n %s', (generation) => {
	let stage: Stage;
	let server: Server;
	let rest: Rest;

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		server = await stage.instance.startServer();
		rest = new Rest(server.url);
		await rest.setUpOwner();
	}, SETUP_LIMIT);

	afterAll(async () => {
		await server?.stop();
		await stage?.close();
	});

	/** Uploads a file twice to the form of an example: what came back each time. */
	async function uploadTwice(example: string, file: string): Promise<[UploadReport, UploadReport]> {
		const workflow = await readExampleWorkflow(example, {}, stage.credential);
		const form = await publishForm(server, rest, workflow);
		const upload = async (one: FormFile): Promise<UploadReport> => await form.upload(one);
		try {
			const first = await upload({ name: file, bytes: await readFile(join(stage.folder, file)) });
			return [first, await upload(first.file)];
		} finally {
			await form.close();
		}
	}

	describe('send-coupons', () => {
		let reports: [UploadReport, UploadReport];

		beforeAll(async () => {
			reports = await uploadTwice('send-coupons', 'coupons-to-send.csv');
		});

		test('sends each user one coupon, whatever is uploaded twice, and none to who is listed twice', () => {
			const openids = new Set(exampleSendingRows().map(({ openid }) => openid));
			const coupons = [...openids].map(
				(openid) => stage.simulator.shop.userProductCoupons(openid).length,
			);
			expect(coupons.filter((count) => count === 1)).toHaveLength(9);
			expect(coupons.filter((count) => count > 1)).toEqual([]);
		});

		test.each([0, 1])('says of every row what became of it (upload %i)', (which) => {
			const rows = exampleSendingRows();
			const results = reports[which]!.results;
			expect(results.map(({ request_no }) => request_no)).toEqual(
				rows.map(({ request_no }) => request_no),
			);
			expect(results.map(({ result }) => result)).toEqual([
				'unreadable',
				...rows.slice(1, 10).map(() => 'sent'),
				'unreadable',
				'unreadable',
				'refused',
			]);
			expect(results.slice(1, 10).map(({ coupon_code }) => coupon_code)).toEqual(
				rows
					.slice(1, 10)
					.map(({ openid }) => stage.simulator.shop.userProductCoupons(openid)[0]?.code),
			);
			for (const twice of [0, 10]) expect(results[twice]?.reason).toContain('spring2026-001');
			expect(results[11]?.reason).toContain('OpenID');
			expect(results[12]).toMatchObject({
				reason: expect.stringMatching(/\S/),
				what_to_do: expect.stringMatching(/\S/),
				request_id: expect.stringMatching(/\S/),
			});
			expect(reports[which]?.message).toContain('sent: 9');
		});
	});

	describe('create-coupons', () => {
		let reports: [UploadReport, UploadReport];

		beforeAll(async () => {
			reports = await uploadTwice('create-coupons', 'coupons-to-create.csv');
		});

		test('creates a coupon with its stock for each row, and none at a second upload', () => {
			const [first, second] = reports;
			expect(first.results.map(({ result }) => result)).toEqual(['created', 'created', 'created']);
			const ids = first.results.map((row) => [row.product_coupon_id, row.stock_id]);
			expect(second.results.map((row) => [row.product_coupon_id, row.stock_id])).toEqual(ids);
			expect(new Set(ids.flat()).size).toBe(6);
		});

		test('with the values of its row and no others', () => {
			const { requests } = stage.simulator;
			const bodies = requests
				.filter(({ path }) => path.endsWith('/product-coupons'))
				.map(({ body }) => JSON.parse(body.toString()) as Record<string, object>);
			const [latte, , weekend] = exampleNewCouponRows().map(({ out_request_no }) =>
				bodies.find((body) => String(body.out_request_no) === out_request_no),
			);
			expect(latte).toMatchObject({
				brand_id: BRANDS.coffee,
				out_request_no: exampleNewCouponRows()[0]!.out_request_no,
				scope: 'ALL',
				type: 'NORMAL',
				usage_mode: 'SINGLE',
				stock: { stock_send_rule: { max_count: 1000, max_count_per_user: 1 } },
			});
			expect(latte?.single_usage_info).toEqual({
				normal_coupon: { threshold: 2500, discount_amount: 500 },
			});
			expect(weekend?.single_usage_info).toEqual({
				discount_coupon: { threshold: 3000, percent_off: 20 },
			});
			expect(requests.every(({ signature }) => signature === 'valid')).toBe(true);
		});
	});

	/** Lets a night pass until somebody is asked: what the message says, and the form that it names. */
	async function nightOf(
		id: string,
		{ messages }: WebhookReceiver,
	): Promise<{ said: string; form: string }> {
		const before = messages.length;
		await rest.run(id, 'Every Night');
		await eventually(() => expect(messages.length).toBeGreaterThan(before));
		const [said = '', form = ''] = messages.at(-1)!.split('\nDecide here: ');
		return { said, form };
	}

	async function decide(form: string, title: string, answer: 'Yes' | 'No'): Promise<void> {
		await eventually(async () => {
			const page = await fetch(form);
			expect(await page.text()).toContain(title);
		});
		const fields = new FormData();
		fields.set('field-0', answer);
		expect((await fetch(form, { method: 'POST', body: fields })).ok).toBe(true);
	}

	describe('stores-every-night', () => {
		const wanted = STORES.slice(10);
		let sheet: SpreadsheetService;
		let webhook: WebhookReceiver;
		let id: string;
		const stores = () =>
			stage.simulator.shop.associatedStores(COUPON.product_coupon_id, STOCKS.stores200);

		beforeAll(async () => {
			sheet = await startSpreadsheetService(
				wanted.map((store_id) => ({ store_id, ...COUPON, stock_id: STOCKS.stores200 })),
			);
			webhook = await startWebhookReceiver();
			const settings = { notifyUrl: webhook.url };
			const workflow = withNodes(
				await readExampleWorkflow('stores-every-night', settings, stage.credential),
				{ 'Read Rows': readingFrom(sheet) },
			);
			({ id } = await rest.createWorkflow(workflow));
		});

		afterAll(async () => {
			await webhook?.close();
			await sheet?.close();
		});

		const changes = () => stage.simulator.requests.filter(({ method }) => method === 'POST');

		test('asks before it changes anything, and takes no for an answer', async () => {
			stage.simulator.reset();
			const { said, form } = await nightOf(id, webhook);
			const off = STORES.slice(0, 10).join(' ');
			expect(said.split('\n')).toEqual([
				'1 stores would be put on, 10 would be taken off.',
				`Stock ${STOCKS.stores200}, on 1: ${STORES[200]}, off 10: ${off}`,
			]);
			await decide(form, 'Change the stores?', 'No');
			await eventually(async () => expect((await rest.executions())[0]).toBe('success'));
			expect(changes()).toEqual([]);
			expect(stores()).toEqual(STORES.slice(0, 200));
		});

		test('fails for all to see when WeCom does not take the message, and changes nothing', async () => {
			webhook.refuseWith({ errcode: 93000, errmsg: 'invalid webhook url' });
			await rest.run(id, 'Every Night');
			await eventually(async () => expect((await rest.executions())[0]).toBe('error'));
			webhook.refuseWith(undefined);
			expect(changes()).toEqual([]);
		});

		test('makes the stores those of the sheet when somebody says yes, and tells it', async () => {
			const { form } = await nightOf(id, webhook);
			const before = webhook.messages.length;
			await decide(form, 'Change the stores?', 'Yes');
			await eventually(() => expect(webhook.messages.length).toBeGreaterThan(before));
			expect(webhook.messages.at(-1)).toMatch(/^1 stores were put on, 10 were taken off\.\nStock /);
			expect([...stores()].sort()).toEqual([...wanted].sort());
		});

		test('leaves everybody in peace when nothing would change', async () => {
			const before = webhook.messages.length;
			const executions = (await rest.executions()).length;
			await rest.run(id, 'Every Night');
			await eventually(async () => {
				const now = await rest.executions();
				expect(now.length).toBe(executions + 1);
				expect(now[0]).toBe('success');
			});
			expect(webhook.messages).toHaveLength(before);
		});
	});

	describe('closed-stores', () => {
		let sheet: SpreadsheetService;
		let webhook: WebhookReceiver;
		let id: string;
		const TITLE = 'Take the closed stores off?';
		const STOCKS_WITH_STORES = [STOCKS.manyStores, STOCKS.stores200, STOCKS.stores201];
		const { brand_id, product_coupon_id } = COUPON;

		/** The closed stores that the stocks still have, each as often as it is on one. */
		const closedOnStocks = () =>
			STOCKS_WITH_STORES.flatMap((stock) =>
				stage.simulator.shop
					.associatedStores(product_coupon_id, stock)
					.filter(
						(store) => stage.simulator.shop.brandStore(brand_id, store)?.store_state === 'CLOSED',
					),
			);
		const changes = () => stage.simulator.requests.filter(({ method }) => method === 'POST');

		/** Lets a night pass that ends by itself, without a word to anybody. */
		async function quietNight(ending: 'success' | 'error'): Promise<void> {
			const [told, executions] = [webhook.messages.length, (await rest.executions()).length];
			await rest.run(id, 'Every Night');
			await eventually(async () => {
				const now = await rest.executions();
				expect(now.length).toBe(executions + 1);
				expect(now[0]).toBe(ending);
			});
			expect(webhook.messages).toHaveLength(told);
		}

		beforeAll(async () => {
			stage.simulator.reset();
			sheet = await startSpreadsheetService([]);
			webhook = await startWebhookReceiver();
			const settings = {
				brandId: brand_id,
				productCouponId: product_coupon_id,
				notifyUrl: webhook.url,
			};
			const workflow = withNodes(
				await readExampleWorkflow('closed-stores', settings, stage.credential),
				{ 'Write Result': writingTo(sheet) },
			);
			({ id } = await rest.createWorkflow(workflow));
		});

		afterAll(async () => {
			await webhook?.close();
			await sheet?.close();
		});

		test('does nothing when the list of the closed stores is not complete', async () => {
			stage.simulator.misbehave(
				{ kind: 'answer', change: (body) => ({ ...body, total_count: 9999 }) },
				{ path: /brandstores$/ },
			);
			await quietNight('error');
			expect(changes()).toEqual([]);
		});

		test('asks before it changes anything, and takes no for an answer', async () => {
			const before = closedOnStocks();
			const { said, form } = await nightOf(id, webhook);
			expect(said).toMatch(
				new RegExp(`^${before.length} closed stores would be taken off\\.\nStock `),
			);
			await decide(form, TITLE, 'No');
			await eventually(async () => expect((await rest.executions())[0]).toBe('success'));
			expect(changes()).toEqual([]);
			expect(closedOnStocks()).toEqual(before);
		});

		test('takes them off when somebody says yes, and writes and tells it', async () => {
			const before = closedOnStocks();
			const { form } = await nightOf(id, webhook);
			const told = webhook.messages.length;
			await decide(form, TITLE, 'Yes');
			await eventually(() => expect(webhook.messages.length).toBeGreaterThan(told));
			expect(webhook.messages.at(-1)).toContain(`${before.length} closed stores were taken off.`);
			expect(closedOnStocks()).toEqual([]);
			expect(sheet.results).toHaveLength(before.length);
			expect(sheet.results).toContainEqual({
				store_id: '100000020',
				store_reference_id: '0020',
				branch_name: expect.any(String),
				stock_id: STOCKS.stores200,
				result: 'disassociated',
				reason: '',
			});
		});

		test('leaves everybody in peace when no closed store is on a stock', async () => {
			await quietNight('success');
		});
	});

	describe('redeem-at-the-till', () => {
		let published: string;
		let url: string;

		beforeAll(async () => {
			stage.simulator.reset();
			const example = await readExampleWorkflow(
				'redeem-at-the-till',
				{ appid: MERCHANT_USER.appid },
				stage.credential,
			);
			published = await rest.publish(example);
			url = `${server.url}/webhook/redeem-at-the-till`;
			await eventually(async () => expect((await scan({})).status).toBe(422));
		});

		afterAll(async () => await rest.unpublish(published));

		async function scan(values: object): Promise<{ status: number; body: unknown }> {
			const headers = { 'content-type': 'application/json' };
			const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(values) });
			return { status: response.status, body: await response.json() };
		}

		/** What the till scans of a coupon that a user has. */
		async function coupon(): Promise<Record<string, unknown>> {
			const { coupon_code } = await sentMerchantCoupon(asker(stage.simulator));
			const { use_time, use_request_no } = merchantUse();
			return { coupon_code, use_time, request_no: use_request_no };
		}

		test('redeems a coupon, and says so again when the till asks again', async () => {
			const scanned = await coupon();
			const redeemed = { redeemed: true, coupon_code: scanned.coupon_code };
			expect(await scan(scanned)).toMatchObject({ status: 200, body: redeemed });
			expect(await scan(scanned)).toMatchObject({ status: 200, body: redeemed });
			const { requests } = stage.simulator;
			expect(requests.filter(({ method }) => method === 'GET')).toEqual([]);
		});

		test('says 409 of a coupon that was used before', async () => {
			const scanned = await coupon();
			await scan(scanned);
			expect(await scan({ ...scanned, request_no: 'another-1' })).toMatchObject({
				status: 409,
				body: { redeemed: false, reason: expect.stringContaining('核销') },
			});
		});

		test('says 404 of a coupon that is not there, and 422 of a scan without its number', async () => {
			const scanned = await coupon();
			expect(await scan({ ...scanned, coupon_code: 'nothere' })).toMatchObject({ status: 404 });
			const answer = await scan({ ...scanned, request_no: undefined });
			expect(answer).toMatchObject({ status: 422, body: { redeemed: false } });
		});

		test('says 504 when the answer was lost, and 200 to a second try', async () => {
			const scanned = await coupon();
			const lost = { path: /coupons\/use$/, times: 2 };
			stage.simulator.misbehave({ kind: 'resetAfterWork' }, lost);
			expect(await scan(scanned)).toMatchObject({ status: 504, body: { redeemed: 'unknown' } });
			expect(await scan(scanned)).toMatchObject({ status: 200, body: { redeemed: true } });
		});
	});
});
