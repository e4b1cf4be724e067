import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import type { Stage } from '../../scripts/examples/stage.mts';
import {
	startWebhookReceiver,
	type WebhookReceiver,
} from '../../scripts/examples/webhookReceiver.mts';
import type { Execution } from '../../scripts/n8n/execution.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import type { Credential } from '../../scripts/n8n/workflow.mts';
import { CASH_COUPON_STOCKS, PARTNERS, STOCKS } from '../simulator/shop.mts';
import { startChatModelService, type ChatModelService } from './chatModelService.mts';
import { startSpreadsheetService, type SpreadsheetService } from './spreadsheetService.mts';
import {
	addWatchedStocks,
	addYesterdaysUses,
	COUPON,
	SHEET_ROWS,
	STORES,
	templateWorkflows,
	WATCHED,
} from './templates.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

describe.each(GENERATIONS)('examples in n8n %s', (generation) => {
	let stage: Stage;
	let webhook: WebhookReceiver;
	let otherWebhook: WebhookReceiver;
	let sheet: SpreadsheetService;
	let usesSheet: SpreadsheetService;
	let chatModel: ChatModelService;
	let executions: Map<string, Execution>;

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		webhook = await startWebhookReceiver();
		otherWebhook = await startWebhookReceiver();
		sheet = await startSpreadsheetService(SHEET_ROWS);
		usesSheet = await startSpreadsheetService([]);
		chatModel = await startChatModelService('Get_Merchant_Coupon_Stock', {
			stock_id: WATCHED.low.stock_id,
		});
		addWatchedStocks(stage.simulator.shop);
		addYesterdaysUses(stage.simulator.shop);
		const chatModelCredential: Credential = {
			id: 'chat-model',
			name: 'Chat model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: chatModel.url },
		};
		await stage.instance.importCredential(chatModelCredential);

		const standIns = { stage, webhook, otherWebhook, sheet, usesSheet, chatModelCredential };
		const workflows = await templateWorkflows(standIns);
		await stage.instance.importWorkflows(...workflows);
		const all = await stage.instance.executeAll(workflows.map(({ id }) => id));
		executions = new Map(all.map((execution, index) => [workflows[index]?.name ?? '', execution]));
	}, SETUP_LIMIT);

	afterAll(async () => {
		await chatModel?.close();
		await usesSheet?.close();
		await sheet?.close();
		await webhook?.close();
		await otherWebhook?.close();
		await stage?.close();
	});

	function items(workflow: string, node: string): Array<Record<string, unknown>> {
		return (executions.get(workflow) as Execution).items(node).map(({ json }) => json);
	}

	test('make validly signed calls only', () => {
		const { requests } = stage.simulator;
		expect(requests.map(({ signature }) => signature)).toEqual(requests.map(() => 'valid'));
	});

	test('http-request-any-endpoint reaches endpoints that the node does not have', () => {
		const name = 'Call any endpoint of WeChat Pay with the HTTP Request node';
		expect(items(name, 'Echo a Message')).toEqual([{ echo_message: 'Hello, 微信支付' }]);
		expect(items(name, 'List Partnerships')).toMatchObject([{ total_count: 1 }]);
		expect(items(name, 'One Item per Store')).toEqual(STORES.map((store_id) => ({ store_id })));
	});

	test('coupon-watch tells what is over or runs low, in one message', () => {
		const [message, ...others] = webhook.messages;
		expect(others).toEqual([]);
		expect(message?.split('\n')).toEqual([
			expect.stringMatching(/^Product coupon .* \(200000006\) is DEACTIVATED$/),
			expect.stringMatching(/^Product coupon 200000999 could not be looked up: .*NOT_FOUND/),
			expect.stringMatching(/\(100088\) ended on 2025-12-31/),
			expect.stringMatching(/\(100089\) is STOPED$/),
			expect.stringMatching(/\(100089\) ended on 2025-12-31/),
			expect.stringMatching(/\(100089\) has 0 coupons left$/),
			expect.stringMatching(/\(100092\) ended on 2025-12-31/),
			expect.stringMatching(/\(100092\) has 50 coupons left$/),
			expect.stringMatching(/^Merchant coupon stock 100998 could not be looked up: /),
			'Merchant coupon stock 快发完的券 (100194) has 5 coupons left',
		]);
	});

	test('cash-coupon-budget pauses the stock that is nearly used, and tells it', () => {
		const { nearlyUsed, running } = CASH_COUPON_STOCKS;
		const statusOf = (id: string) => stage.simulator.shop.cashCouponStock(id)?.answer.status;
		expect([statusOf(nearlyUsed), statusOf(running)]).toEqual(['paused', 'running']);
		expect(otherWebhook.messages).toEqual([
			'Cash coupon stock 双十二预热立减10元 (9856004) is paused: 96 of 100 coupons were sent',
		]);
	});

	test('partnership-audit writes a row for every partnership', async () => {
		const [header, ...rows] = await readSheet(join(stage.folder, 'partnerships.xlsx'));
		expect(header).toEqual([
			'business_type',
			'stock_id',
			'partner_type',
			'partner',
			'built',
			'ended',
			'note',
		]);
		expect(rows).toHaveLength(120 + 50 + 1 + 1);
		expect(rows[0]?.slice(0, 4)).toEqual(['FAVOR_STOCK', '2433405', 'APPID', PARTNERS.appid]);
		expect(rows.at(-1)).toEqual([
			'FAVOR_STOCK',
			'9'.repeat(21),
			null,
			null,
			null,
			null,
			expect.stringContaining('Stock ID'),
		]);
	});

	test('store-cleanup-google-sheets writes the result back to its row', () => {
		expect(sheet.results).toHaveLength(4);
		expect(sheet.results).toEqual(
			expect.arrayContaining([
				{ row_number: 2, result: 'disassociated', note: '' },
				{
					row_number: 4,
					result: 'was not on the stock',
					note: expect.stringMatching(/: INVALID_REQUEST: 门店.*\. Check the store ID/),
				},
				{
					row_number: 5,
					result: 'unreadable, disassociated',
					note: expect.stringMatching(/1\.0E\+15/),
				},
				{
					row_number: 6,
					result: 'refused',
					note: expect.stringMatching(new RegExp(`^${STORES[0]}: \\S`)),
				},
			]),
		);
		const left = stage.simulator.shop.associatedStores(COUPON.product_coupon_id, STOCKS.stores200);
		expect(left).toEqual([STORES[1], ...STORES.slice(4, 200)]);
	});

	test('cash-coupon-use-report appends a row for every use, and one for a stock without a report', () => {
		const used = { stock_id: '9865000', note: '', 批次id: '9865000' };
		expect(usesSheet.results).toEqual([
			expect.objectContaining({ ...used, '优惠金额（元）': '10.00', 优惠id: '4000000000000001' }),
			expect.objectContaining({ ...used, '优惠金额（元）': '0.10', 优惠id: '4000000000000002' }),
			{
				day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
				stock_id: '9865002',
				note: expect.stringMatching(/RESOURCE_NOT_EXISTS/),
			},
		]);
	});

	test('ai-agent-coupon-assistant lets the model use the node as a tool', () => {
		const [first] = chatModel.requests;
		expect(first?.tools?.map((tool) => tool.function.name)).toEqual(
			expect.arrayContaining([
				'Get_Product_Coupon',
				'Get_Associated_Stores',
				'Get_Merchant_Coupon_Stock',
				'Get_Partnerships',
			]),
		);
		const [answer] = items('Ask an AI agent about coupons', 'Coupon Assistant');
		expect(answer?.output).toContain(WATCHED.low.stock_name);
	});
});
