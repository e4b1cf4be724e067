import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { resources } from '../../marketing/resources/index.ts';
import type { BrowserStage } from '../../scripts/browser/browserStage.mts';
import { TOUR_AGENT, tourNodeAfter } from '../../scripts/browser/tourWorkflow.mts';
import { MANY_STOCKS, PRODUCT_COUPONS, STOCKS } from '../simulator/shop.mts';
import { eventually } from '../eventually.mts';
import { SETUP_LIMIT, setTestBrowserStage } from './testBrowserStage.mts';

const NODE = 'WeChat Pay Marketing';

/** n8n says it of the workflow when the node is done before the editor has noted which one it executes. */
const EXECUTED = /^(Node|Workflow) executed successfully$/;

const ACTIONS = resources.flatMap(({ operations }) => operations.map(({ action }) => action));

const COUPON = ['brandId', 'productCouponId'];
const LIST = ['returnAll', 'limit'];

/** The fields of every operation under Resource and Operation. */
const FIELDS = [
	['Merchant Coupon Stock', 'Get', ['stockId', 'simplify']],
	['Partnership', 'Get Many', ['businessType', 'stockId', ...LIST]],
	['Product Coupon', 'Get', [...COUPON, 'simplify']],
	['Product Coupon Stock', 'Get Many', [...COUPON, ...LIST, 'simplify']],
	['Product Coupon Stock', 'Get Associated Stores', [...COUPON, 'stockId', ...LIST]],
	[
		'Product Coupon Stock',
		'Disassociate Stores',
		[...COUPON, 'stockId', 'storeIdKind', 'storeIds'],
	],
] as const;

/** For every node of the tour, fields that its output usually has. */
const PREVIEWS = [
	['Coupon', ['product_coupon_id', 'name', 'state']],
	['Stocks', ['stock_id', 'remark', 'store_scope']],
	['Stores', ['store_id', 'stock_id']],
	['Stores to Take Off', ['store_id', 'disassociated']],
	['Merchant Coupons', ['stock_id', 'stock_state', 'total_send_num']],
	['Partners', ['partner', 'authorized_data']],
] as const;

describe("n8n's editor", () => {
	let stage: BrowserStage;

	beforeAll(async () => {
		stage = await setTestBrowserStage();
	}, SETUP_LIMIT);

	afterAll(async () => await stage?.close());

	beforeEach(async () => await stage.openTour());

	test.each(['wechat', 'weixin', 'coupon', 'voucher', '微信', '商品券', '优惠券', '代金券'])(
		'finds the node by "%s"',
		async (words) => {
			const creator = await stage.editor.openNodeCreator();
			await creator.search(words);
			// Beside that of a brand, of which n8n has no other order than its own.
			await eventually(async () =>
				expect((await creator.names.allInnerTexts()).slice(0, 2)).toContain(NODE),
			);
		},
	);

	test('lists what the node can do', async () => {
		const creator = await stage.editor.openNodeCreator();
		await creator.search('wechat');
		await creator.choose(NODE);
		await eventually(async () =>
			expect(await creator.names.allInnerTexts()).toEqual(expect.arrayContaining(ACTIONS)),
		);
	});

	test('offers the node to AI agents as a tool', async () => {
		const tools = await stage.editor.openToolList(TOUR_AGENT);
		await tools.search('weixin');
		await eventually(async () =>
			expect(await tools.names.allInnerTexts()).toEqual([`${NODE} Tool`, 'WeChat Pay Brand Tool']),
		);
	});

	test('says under the name of a node what it does', async () => {
		const { editor } = stage;
		await editor.node('Coupon').getByText('Get: Product Coupon').waitFor();
		await editor.node('Partners').getByText('Get Many: Partnership').waitFor();
	});

	test('shows the fields of the operation that is chosen', async () => {
		const panel = await stage.editor.openNode('Coupon');
		for (const [resource, operation, fields] of FIELDS) {
			await panel.choose('resource', resource);
			await panel.choose('operation', operation);
			const wanted = ['resource', 'operation', ...fields];
			await eventually(async () => expect(await panel.fields()).toEqual(wanted));
		}
	});

	test.each(PREVIEWS)('previews the output of %s before the first run', async (node, fields) => {
		const { input } = await stage.editor.openNode(tourNodeAfter(node));
		await input.getByTestId('schema-preview-warning').waitFor();
		const names = input.getByTestId('run-data-schema-node-name');
		await eventually(async () =>
			expect(await names.allInnerTexts()).toEqual(expect.arrayContaining([...fields])),
		);
	});

	test('tells before the first run what Disassociate Stores will do', async () => {
		const panel = await stage.editor.openNode('Stores to Take Off');
		await panel.output.getByText('will be taken off their stocks').waitFor();
	});

	describe('for Stock', () => {
		test('lists the stocks of the product coupon whose stores can be changed', async () => {
			const panel = await stage.editor.openNode('Stores');
			const entries = await panel.openList('stockId');
			await eventually(async () =>
				expect(await entries.allInnerTexts()).toEqual(
					[
						STOCKS.manyStores,
						STOCKS.noStores,
						STOCKS.expired,
						STOCKS.stores200,
						STOCKS.stores201,
					].map((id) => expect.stringContaining(id)),
				),
			);
			await entries.filter({ hasText: STOCKS.stores201 }).click();
			expect(await panel.execute()).toMatch(EXECUTED);
			await panel.output.getByTestId('run-data-item-count').getByText('50 items').waitFor();
			expect(stage.stage.simulator.requests.at(-1)?.path).toContain(`/stocks/${STOCKS.stores201}/`);
		});

		test('searches in all of them, beyond the first page', async () => {
			const panel = await stage.editor.openNode('Stores');
			await panel.fill('productCouponId', PRODUCT_COUPONS.manyStocks);
			const entries = await panel.openList('stockId');
			await entries.first().waitFor();
			const last = String(Number(MANY_STOCKS.first) + MANY_STOCKS.count - 1);
			await panel.searchList(last);
			await eventually(async () =>
				expect(await entries.allInnerTexts()).toEqual([expect.stringContaining(last)]),
			);
		});

		test('takes an ID', async () => {
			const panel = await stage.editor.openNode('Stores');
			await panel.fillById('stockId', STOCKS.stores200);
			expect(await panel.execute()).toMatch(EXECUTED);
			expect(stage.stage.simulator.requests.at(-1)?.path).toContain(`/stocks/${STOCKS.stores200}/`);
		});
	});
});
