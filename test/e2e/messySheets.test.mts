import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readExampleWorkflow } from '../../scripts/examples/exampleWorkflow.mts';
import { readResultRows, type ResultRow } from '../../scripts/examples/resultRows.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import {
	publishForm,
	withOptions,
	type UploadReport,
} from '../../scripts/examples/storeCleanupForm.mts';
import {
	startWebhookReceiver,
	type WebhookReceiver,
} from '../../scripts/examples/webhookReceiver.mts';
import { Rest } from '../../scripts/n8n/rest.mts';
import type { Server } from '../../scripts/n8n/server.mts';
import type { Credential, Workflow } from '../../scripts/n8n/workflow.mts';
import { eventually } from '../eventually.mts';
import { asker } from '../simulator/asker.mts';
import { SENDABLE } from '../simulator/examples.mts';
import type { JsonObject } from '../simulator/json.mts';
import { MERCHANT_USER, sentMerchantCoupon } from '../simulator/merchantExamples.mts';
import { sampleOf } from '../simulator/notifications/samples.mts';
import { BRANDS, PRODUCT_COUPONS, REPORT_STOCKS, STOCKS } from '../simulator/shop.mts';
import { startChatModelService, type ChatModelService } from './chatModelService.mts';
import { exampleWorkflows } from './exampleWorkflows.mts';
import { startSpreadsheetService, type SpreadsheetService } from './spreadsheetService.mts';
import {
	addWatchedStocks,
	COUPON,
	readingFrom,
	STORES,
	WATCHED,
	withNodes,
	withoutPeople,
	writingTo,
} from './templates.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const OUTSIDE = { WEBHOOK_URL: 'https://n8n.example.com' };

/** Digits that no number of a spreadsheet keeps. */
const LOST = Number('12345678901234567890');
/** 2026-11-24 as Excel counts days. */
const DAY_OF_EXCEL = 46350;

/** The stock of the examples, its IDs as a spreadsheet has them: numbers. */
const STOCK = {
	brand_id: Number(COUPON.brand_id),
	product_coupon_id: Number(COUPON.product_coupon_id),
	stock_id: Number(STOCKS.stores200),
};

/** A sheet with real date cells, numbers and empty cells, as LibreOffice saved it. */
const sheetFile = (name: string) => ({
	name: `${name}.xlsx`,
	bytes: readFileSync(join(import.meta.dirname, 'sheets', `${name}.xlsx`)),
});

const columnOf = (rows: ResultRow[], name: string) => rows.map((row) => row[name]);

// What is tried here is what the templates do with cells, which is the same in every n8n: in the newest one.
describe('an example with a messy sheet', () => {
	let stage: Stage;
	let server: Server;
	let rest: Rest;
	let webhook: WebhookReceiver;
	let chatModel: ChatModelService;
	let chatModelCredential: Credential;

	beforeAll(async () => {
		stage = await setTestStage({});
		webhook = await startWebhookReceiver();
		chatModel = await startChatModelService('Get_Merchant_Coupon_Stock', {
			stock_id: ' １００１９４ ',
		});
		addWatchedStocks(stage.simulator.shop);
		chatModelCredential = {
			id: 'chat-model',
			name: 'Chat model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: chatModel.url },
		};
		await stage.instance.importCredential(chatModelCredential);
		server = await stage.instance.startServer(OUTSIDE);
		rest = new Rest(server.url);
		await rest.setUpOwner();
	}, SETUP_LIMIT);

	beforeEach(() => {
		webhook.messages.length = 0;
	});

	afterAll(async () => {
		await server?.stop();
		await chatModel?.close();
		await webhook?.close();
		await stage?.close();
	});

	const read = async (name: string, settings: Record<string, string> = {}): Promise<Workflow> =>
		await readExampleWorkflow(name, settings, stage.credential);

	/** Executes a workflow from the trigger that starts it by hand or by the clock. */
	async function execute(workflow: Workflow, end = 'success'): Promise<void> {
		const { id } = await rest.createWorkflow(workflow);
		const trigger = workflow.nodes.find(({ type }) => /\.(manual|schedule)Trigger$/.test(type));
		const execution = await rest.run(id, trigger!.name);
		await eventually(async () => expect(await rest.statusOf(execution)).toBe(end));
	}

	async function upload(workflow: Workflow, sheet: string): Promise<UploadReport> {
		const form = await publishForm(server, rest, workflow);
		try {
			return await form.upload(sheetFile(sheet));
		} finally {
			await form.close();
		}
	}

	async function withSheet(
		rows: object[],
		use: (sheet: SpreadsheetService) => Promise<void>,
	): Promise<void> {
		const sheet = await startSpreadsheetService(rows);
		try {
			await use(sheet);
		} finally {
			await sheet.close();
		}
	}

	const folder = () => stage.folder.replaceAll('\\', '/');
	const write = async (name: string, lines: string[]) =>
		await writeFile(join(stage.folder, name), `${lines.join('\n')}\n`);
	const asJson = (ids: object[]) => JSON.stringify(ids);

	/** By the name of the example: does with it what its user does, and looks at what comes of it. */
	const runs: Record<string, () => Promise<void>> = {
		'create-coupons': async () => {
			const { results } = await upload(await read('create-coupons'), 'coupons-to-create');
			expect(columnOf(results, 'result')).toEqual([
				...['created', 'created', 'created'],
				...['unreadable', 'unreadable', 'unreadable'],
			]);
			expect(columnOf(results, 'reason').slice(3)).toEqual([
				expect.stringMatching(/^Brand ID .*is a number that lost its digits/),
				expect.stringContaining('5/1/2027'),
				expect.stringMatching(/^Request Number .*(is empty|gives nothing)/),
			]);
			const bodies = stage.simulator.requests
				.filter(({ path }) => path.endsWith('/product-coupons'))
				.map(({ body }) => JSON.parse(body.toString()) as JsonObject);
			expect(bodies).toHaveLength(3);
			const periods = bodies.map(({ stock }) => {
				const { single_usage_rule: rule } = stock as Record<string, JsonObject>;
				return Object.values(rule!['coupon_available_period'] as JsonObject);
			});
			expect(periods.sort()).toEqual([
				['2026-12-01T00:00:00+08:00', '2026-12-31T08:00:00+08:00'],
				['2026-12-01T00:00:00+08:00', '2026-12-31T23:59:59+08:00'],
				['2026-12-01T10:30:00+08:00', '2026-12-31T22:00:00+08:00'],
			]);
			for (const { stock } of bodies) {
				const { stock_send_rule } = stock as Record<string, JsonObject>;
				expect(stock_send_rule).toEqual({ max_count: 1000, max_count_per_user: 1 });
			}
		},

		'send-coupons': async () => {
			const { results } = await upload(await read('send-coupons'), 'coupons-to-send');
			expect(columnOf(results, 'result')).toEqual([
				...['sent', 'sent'],
				...['unreadable', 'unreadable', 'unreadable'],
			]);
			expect(columnOf(results, 'reason').slice(2)).toEqual([
				expect.stringContaining('Stock is a number that lost its digits'),
				expect.stringContaining('OpenID'),
				expect.stringMatching(/^Request Number .*(is empty|gives nothing)/),
			]);
			const sent = ['1', '2', '3', '4', '5'].map(
				(number) =>
					stage.simulator.shop.userProductCoupons(`oSheetMember0000000000000${number}`).length,
			);
			expect(sent).toEqual([1, 1, 0, 0, 0]);
		},

		'store-cleanup-form': async () => {
			const form = withOptions(await read('store-cleanup-form'), {});
			const { results } = await upload(form, 'stores');
			expect(columnOf(results, 'result')).toEqual([
				...['disassociated', 'disassociated', 'disassociated'],
				...['unreadable', 'unreadable'],
			]);
			expect(columnOf(results, 'store_id').slice(0, 3)).toEqual(STORES.slice(0, 3));
		},

		'store-cleanup': async () => {
			const ids = Object.values(STOCK).join();
			await write('stores.csv', [
				'store_id,brand_id,product_coupon_id,stock_id,closed on',
				`${STORES[10]}.0,${ids},2026/11/20`,
				`"=""${STORES[11]}""; ${STORES[12]}",${ids},`,
				`1.23457E+17,${ids},`,
				`,${ids},`,
			]);
			await execute(await read('store-cleanup', { folder: folder() }));
			const results = await readResultRows(join(stage.folder, 'stores-result.xlsx'));
			expect(columnOf(results, 'result')).toEqual([
				...['disassociated', 'disassociated', 'disassociated'],
				...['unreadable', 'unreadable'],
			]);
		},

		'store-cleanup-google-sheets': async () => {
			const rows = [
				{ row_number: 2, store_id: Number(STORES[20]), ...STOCK, result: '', closed: 46346 },
				{ row_number: 3, store_id: LOST, ...STOCK, result: '' },
				{ row_number: 4, store_id: '', ...STOCK },
			];
			await withSheet(rows, async (sheet) => {
				const nodes = { 'Read Rows': readingFrom(sheet), 'Write Result': writingTo(sheet) };
				await execute(withNodes(await read('store-cleanup-google-sheets'), nodes));
				expect(sheet.results).toMatchObject([
					{ row_number: 2, result: 'disassociated', note: '' },
					{ row_number: 3, result: 'unreadable', note: expect.stringContaining('lost its digits') },
					{ row_number: 4, result: 'unreadable', note: expect.stringContaining('Store IDs') },
				]);
			});
		},

		'stores-every-night': async () => {
			const { shop } = stage.simulator;
			const before = [...shop.associatedStores(COUPON.product_coupon_id, STOCKS.stores200)];
			const rows = [
				...before.slice(0, 100).map((store_id) => ({ store_id: Number(store_id), ...STOCK })),
				{ store_id: '', ...STOCK },
			];
			await withSheet(rows, async (sheet) => {
				const workflow = await read('stores-every-night', { notifyUrl: webhook.url });
				await execute(withNodes(workflow, { 'Read Rows': readingFrom(sheet) }), 'waiting');
			});
			expect(webhook.messages).toEqual([
				expect.stringMatching(
					/^0 stores would be put on, 0 would be taken off\.\n[^]*Store IDs[^]*\nDecide here: https:/,
				),
			]);
			expect(shop.associatedStores(COUPON.product_coupon_id, STOCKS.stores200)).toEqual(before);
		},

		'closed-stores': async () => {
			const { shop } = stage.simulator;
			const [store_id] = STORES.slice(100) as [string];
			const store = shop.brandStore(BRANDS.coffee, store_id)!;
			const reference = '12345678901234567890';
			const store_basics = { ...store.store_basics, store_reference_id: reference };
			shop.addBrandStore({ ...store, store_state: 'CLOSED', store_basics });
			const settings = {
				brandId: ` ${COUPON.brand_id} `,
				productCouponId: `\u200b${COUPON.product_coupon_id}`,
				notifyUrl: webhook.url,
			};
			await execute(await read('closed-stores', settings), 'waiting');
			expect(webhook.messages).toEqual([
				expect.stringMatching(
					`^\\d+ closed stores would be taken off\\.\\nStock [^]*\\nStock ${STOCKS.stores200}, \\d+: .* ${reference} [^]*\\nDecide here: https:`,
				),
			]);
			expect(shop.associatedStores(COUPON.product_coupon_id, STOCKS.stores200)).toContain(store_id);
		},

		'coupon-lookup-notify': async () => {
			await write('coupons.csv', [
				'brand_id,product_coupon_id,responsible,since',
				`${BRANDS.coffee}.0,"=""${PRODUCT_COUPONS.deactivated}""",林晓,2026/11/20`,
				`${BRANDS.coffee},2.00000001E+17,周航,`,
				`${BRANDS.coffee},,,`,
			]);
			const settings = { folder: folder(), notifyUrl: webhook.url };
			await execute(await read('coupon-lookup-notify', settings));
			expect(webhook.messages).toEqual([
				expect.stringMatching(/^林晓: .* is DEACTIVATED/),
				expect.stringMatching(/^周航: .* could not be looked up: .*rounded number/),
				expect.stringMatching(/^ could not be looked up: .*Product Coupon ID/),
			]);
		},

		'coupon-watch': async () => {
			const { brand_id } = STOCK;
			const coupons = [Number(PRODUCT_COUPONS.deactivated), LOST, ''];
			const stocks = [Number(WATCHED.low.stock_id), LOST, ''];
			const settings = {
				webhookUrl: webhook.url,
				productCoupons: asJson(
					coupons.map((product_coupon_id) => ({ brand_id, product_coupon_id })),
				),
				merchantCouponStocks: asJson(stocks.map((stock_id) => ({ stock_id }))),
			};
			await execute(await read('coupon-watch', settings));
			expect(webhook.messages.map((message) => message.split('\n'))).toEqual([
				[
					expect.stringMatching(/is DEACTIVATED$/),
					expect.stringMatching(/could not be looked up: .*lost its digits/),
					expect.stringMatching(/could not be looked up: .*Product Coupon ID/),
					expect.stringMatching(/has 5 coupons left$/),
					expect.stringMatching(/could not be looked up: .*lost its digits/),
					expect.stringMatching(/could not be looked up: .*Stock ID/),
				],
			]);
		},

		'cash-coupon-budget': async () => {
			await execute(await read('cash-coupon-budget', { webhookUrl: webhook.url, pauseAt: ' 95 ' }));
			expect(webhook.messages).toEqual([expect.stringMatching(/is paused: 96 of 100/)]);
		},

		'partnership-audit': async () => {
			const business_type = 'FAVOR_STOCK';
			const stocks = [2433406, LOST, ''].map((stock_id) => ({ business_type, stock_id }));
			await execute(await read('partnership-audit', { folder: folder(), stocks: asJson(stocks) }));
			const results = await readResultRows(join(stage.folder, 'partnerships.xlsx'));
			const notes = columnOf(results, 'note').filter((note) => note !== '');
			expect(results.length).toBeGreaterThan(2);
			expect(notes).toEqual([
				expect.stringContaining('lost its digits'),
				expect.stringContaining('Stock ID'),
			]);
		},

		'cash-coupon-use-report': async () => {
			const stocks = [Number(REPORT_STOCKS.ended), LOST, ''].map((stock_id) => ({ stock_id }));
			const settings = { day: String(DAY_OF_EXCEL), stocks: asJson(stocks) };
			await withSheet([], async (sheet) => {
				const workflow = await read('cash-coupon-use-report', settings);
				await execute(withNodes(workflow, { 'Append Rows': writingTo(sheet) }));
				expect(sheet.results).toMatchObject([
					{ note: '', 优惠id: '4000000000000001' },
					{ note: '', 优惠id: '4000000000000002' },
					{ note: expect.stringContaining('lost its digits') },
					{ note: expect.stringMatching(/^Stock /) },
				]);
			});
		},

		'http-request-any-endpoint': async () => {
			await execute(await read('http-request-any-endpoint', { apiUrl: stage.simulator.url }));
		},

		'ai-agent-coupon-assistant': async () => {
			const workflow = await read('ai-agent-coupon-assistant');
			await execute(withoutPeople(workflow, chatModelCredential));
			const said = JSON.stringify(chatModel.requests.at(-1)?.messages);
			expect(said).toContain(WATCHED.low.stock_name);
		},

		'redeem-at-the-till': async () => {
			const id = await rest.publish(
				await read('redeem-at-the-till', { appid: MERCHANT_USER.appid }),
			);
			const scan = async (scanned: object) => {
				const headers = { 'content-type': 'application/json' };
				const url = `${server.url}/webhook/redeem-at-the-till`;
				return await fetch(url, { method: 'POST', headers, body: JSON.stringify(scanned) });
			};
			const { coupon_code } = await sentMerchantCoupon(asker(stage.simulator));
			const use_time = '2026-11-25 12:00';
			const request_no = 'messy-0001';
			await eventually(async () => expect((await scan({})).status).toBe(422));
			const unreadable = [
				{ coupon_code: LOST, use_time, request_no },
				{ coupon_code, use_time: '5/1/2027', request_no },
				{ coupon_code, use_time, request_no: '' },
			];
			for (const scanned of unreadable) expect((await scan(scanned)).status).toBe(422);
			const redeemed = await scan({ coupon_code: ` ${coupon_code} `, use_time, request_no });
			expect(await redeemed.json()).toMatchObject({ redeemed: true });
			const { body } = stage.simulator.requests.at(-1)!;
			expect(JSON.parse(body.toString())).toMatchObject({
				coupon_code,
				use_time: '2026-11-25T12:00:00+08:00',
			});
			await rest.unpublish(id);
		},

		'coupon-received': async () => {
			await withSheet([], async (sheet) => {
				const workflow = await read('coupon-received', { webhookUrl: webhook.url });
				const id = await rest.publish(withNodes(workflow, { 'Add Row': writingTo(sheet) }));
				const user = { openid: 'oSheetMember0000000000009', appid: MERCHANT_USER.appid };
				const coupon = await asker(stage.simulator)('userProductCoupon.send', {
					...SENDABLE,
					...user,
					send_request_no: randomUUID(),
				});
				const { coupon_code } = coupon.json;
				const sample = sampleOf('PRODUCT_COUPON_SP.SEND');
				const resource = { ...sample.resource, ...SENDABLE, ...user, coupon_code };
				await notify('coupon-received', { ...sample, resource });
				await eventually(() => expect(sheet.results).toMatchObject([{ coupon_code }]));
				await eventually(() => expect(webhook.messages).toHaveLength(1));
				await rest.unpublish(id);
			});
		},

		'cash-coupon-sales': async () => {
			await withSheet([], async (sheet) => {
				const workflow = await read('cash-coupon-sales');
				const id = await rest.publish(withNodes(workflow, { 'Add Row': writingTo(sheet) }));
				const sample = sampleOf('COUPON.USE');
				await notify('cash-coupon-sales', sample);
				await eventually(() =>
					expect(sheet.results).toMatchObject([
						{ transaction_id: '4200752501201407033233368018', coupon_yuan: 0.5 },
					]),
				);
				await rest.unpublish(id);
			});
		},
	};

	/** Sends a notification to the address of an example, which is there soon. */
	async function notify(example: string, notification: ReturnType<typeof sampleOf>): Promise<void> {
		const url = `${server.url}/webhook/${example}/webhook`;
		await eventually(async () =>
			expect(await stage.simulator.notify(url, notification)).toMatchObject({ status: 200 }),
		);
	}

	test.each(exampleWorkflows().map(({ file }) => basename(file, '.json')))(
		'%s',
		async (example) => {
			const run = runs[example];
			if (!run) throw new Error(`${example} is not run with a messy sheet`);
			await run();
		},
		120_000,
	);
});
