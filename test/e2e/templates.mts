import { readExampleWorkflow } from '../../scripts/examples/exampleWorkflow.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import type { WebhookReceiver } from '../../scripts/examples/webhookReceiver.mts';
import type { Credential, Workflow, WorkflowNode } from '../../scripts/n8n/workflow.mts';
import {
	BRANDS,
	FIRST_STORES,
	MERCHANT_COUPON_STOCKS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	REPORT_DAY,
	REPORT_STOCKS,
	type Shop,
	storeIds,
	STOCKS,
} from '../simulator/shop.mts';
import type { SpreadsheetService } from './spreadsheetService.mts';

/** The stores of the stocks that the examples name. */
export const STORES = storeIds(FIRST_STORES.coffee, 201);
/** The coupon of those stocks. */
export const COUPON = { brand_id: BRANDS.coffee, product_coupon_id: PRODUCT_COUPONS.effective };

const STOCK = { ...COUPON, stock_id: STOCKS.stores200 };

/** What the spreadsheet in the cloud holds: rows to do in every way, and one that is done. */
export const SHEET_ROWS = [
	{ row_number: 2, store_id: STORES[0], ...STOCK, result: '' },
	{ row_number: 3, store_id: STORES[1], ...STOCK, result: 'disassociated' },
	{ row_number: 4, store_id: '999', ...STOCK, result: '' },
	{ row_number: 5, store_id: `1.0E+15, ${STORES[2]}, ${STORES[3]}`, ...STOCK, result: '' },
	{ row_number: 6, store_id: STORES[0], ...COUPON, stock_id: STOCKS.allStores, result: '' },
];

/** Two stocks that end in the future. */
export const WATCHED = {
	low: { stock_id: '100194', stock_name: '快发完的券', sent: 195 },
	fine: { stock_id: '100195', stock_name: '还很多的券', sent: 0 },
};

/** Adds them to a shop: of one few coupons are left. */
export function addWatchedStocks(shop: Shop): void {
	const stock = shop.merchantCouponStock(MERCHANT_COUPON_STOCKS.normal);
	if (!stock) throw new Error('The shop has no merchant coupon stock.');
	const available = { ...stock.coupon_use_rule.coupon_available_time };
	available.available_end_time = '2099-12-31T23:59:59+08:00';
	for (const { stock_id, stock_name, sent } of Object.values(WATCHED)) {
		shop.addMerchantCouponStock({
			...stock,
			stock_id,
			stock_name,
			coupon_use_rule: { ...stock.coupon_use_rule, coupon_available_time: available },
			send_count_information: { ...stock.send_count_information, total_send_num: sent },
		});
	}
}

/** The day before a moment, in Beijing. */
const dayBefore = (moment: number) => {
	const BEIJING = 8 * 3_600_000;
	return new Date(moment + BEIJING - 86_400_000).toISOString().slice(0, 10);
};

/** Gives yesterday the use reports of another day; today, too, which is yesterday once the clock strikes midnight. */
export function addYesterdaysUses(shop: Shop): void {
	for (const stockId of [REPORT_STOCKS.ended, REPORT_STOCKS.unused]) {
		const of = { stockId, kind: 'use' } as const;
		const file = shop.report({ ...of, day: REPORT_DAY });
		if (!file) throw new Error('The shop has no use report.');
		for (const moment of [Date.now(), Date.now() + 86_400_000]) {
			shop.addReport({ ...of, day: dayBefore(moment) }, file);
		}
	}
}

/** Replaces nodes that talk to a service outside by ones that talk to its stand-in. */
export function withNodes(
	workflow: Workflow,
	changed: Record<string, Partial<WorkflowNode>>,
): Workflow {
	const nodes = workflow.nodes.map((node) => ({ ...node, ...changed[node.name] }));
	return { ...workflow, nodes };
}

const HTTP_REQUEST = { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2 };

/** A node that gives the rows of a stand-in for a spreadsheet. */
export const readingFrom = ({ url }: SpreadsheetService): Partial<WorkflowNode> => ({
	...HTTP_REQUEST,
	parameters: { url, options: {} },
});

/** A node that sends each item there. */
export const writingTo = ({ url }: SpreadsheetService): Partial<WorkflowNode> => ({
	...HTTP_REQUEST,
	parameters: {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ $json }}',
		options: {},
	},
});

/** What the examples work with in place of services outside. */
export interface StandIns {
	stage: Stage;
	webhook: WebhookReceiver;
	/** of the examples that do not share the other one */
	otherWebhook: WebhookReceiver;
	sheet: SpreadsheetService;
	usesSheet: SpreadsheetService;
	/** Imported already. */
	chatModelCredential: Credential;
}

interface Setting extends StandIns {
	read(name: string, settings?: Record<string, string>): Promise<Workflow>;
}

/** The examples that have no test of their own, filled in so that they run on this machine alone. */
export async function templateWorkflows(standIns: StandIns): Promise<Workflow[]> {
	const setting: Setting = {
		...standIns,
		read: async (name, settings = {}) =>
			await readExampleWorkflow(name, settings, standIns.stage.credential),
	};
	return [
		await httpRequestExample(setting),
		await couponWatch(setting),
		await cashCouponBudget(setting),
		await partnershipAudit(setting),
		await googleSheets(setting),
		await useReport(setting),
		await aiAgent(setting),
	];
}

async function httpRequestExample({ read, stage }: Setting): Promise<Workflow> {
	return await read('http-request-any-endpoint', { apiUrl: stage.simulator.url });
}

async function couponWatch({ read, webhook }: Setting): Promise<Workflow> {
	const { normal, discount, uploadedCodes } = MERCHANT_COUPON_STOCKS;
	const stocks = [
		normal,
		discount,
		uploadedCodes,
		'100998',
		...Object.values(WATCHED).map((s) => s.stock_id),
	];
	const coupons = [PRODUCT_COUPONS.effective, PRODUCT_COUPONS.deactivated, '200000999'];
	return await read('coupon-watch', {
		webhookUrl: webhook.url,
		productCoupons: JSON.stringify(
			coupons.map((product_coupon_id) => ({ ...COUPON, product_coupon_id })),
		),
		merchantCouponStocks: JSON.stringify(stocks.map((stock_id) => ({ stock_id }))),
	});
}

async function cashCouponBudget({ read, otherWebhook }: Setting): Promise<Workflow> {
	return await read('cash-coupon-budget', { webhookUrl: otherWebhook.url });
}

async function partnershipAudit({ read, stage }: Setting): Promise<Workflow> {
	const stocks = [
		...Object.values(PARTNERSHIP_STOCKS),
		{ business_type: 'FAVOR_STOCK', stock_id: '9'.repeat(21) },
	];
	return await read('partnership-audit', {
		folder: stage.folder.replaceAll('\\', '/'),
		stocks: JSON.stringify(stocks),
	});
}

async function googleSheets({ read, sheet }: Setting): Promise<Workflow> {
	return withNodes(await read('store-cleanup-google-sheets'), {
		'Read Rows': readingFrom(sheet),
		'Write Result': writingTo(sheet),
	});
}

async function useReport({ read, usesSheet }: Setting): Promise<Workflow> {
	const stocks = [REPORT_STOCKS.ended, REPORT_STOCKS.unused, '9865002'];
	const settings = { stocks: JSON.stringify(stocks.map((stock_id) => ({ stock_id }))) };
	return withNodes(await read('cash-coupon-use-report', settings), {
		'Append Rows': writingTo(usesSheet),
	});
}

async function aiAgent({ read, chatModelCredential }: Setting): Promise<Workflow> {
	return withoutPeople(await read('ai-agent-coupon-assistant'), chatModelCredential);
}

/** The example with an AI agent, asked by nobody: with a chat model's stand-in, started by hand. */
export function withoutPeople(workflow: Workflow, { id, name, type }: Credential): Workflow {
	const agent = workflow.nodes.find((node) => node.name === 'Coupon Assistant');
	return withNodes(workflow, {
		'When Chat Message Received': {
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			parameters: {},
		},
		'Coupon Assistant': {
			parameters: { ...agent?.parameters, promptType: 'define', text: 'How many are left?' },
		},
		'OpenAI Chat Model': { credentials: { [type]: { id, name } } },
		Memory: { parameters: { sessionIdType: 'customKey', sessionKey: 'test' } },
	});
}
