import { describe, expect, test } from '@jest/globals';
import {
	BRANDS,
	FIRST_STORES,
	MANY_STOCKS,
	PRODUCT_COUPONS,
	STOCKS,
} from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const coupon = { brandId: BRANDS.coffee, productCouponId: PRODUCT_COUPONS.manyStocks };
const getAll = { resource: 'productCouponStock', operation: 'getAll', ...coupon };
const disassociate = {
	resource: 'productCouponStock',
	operation: 'disassociateStores',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
	storeIds: FIRST_STORES.coffee,
};

const allStocks = Array.from({ length: MANY_STOCKS.count }, (_, index) =>
	String(Number(MANY_STOCKS.first) + index),
);
const pageSizes = () => simulator().requests.map(({ query }) => Number(query.page_size));

describe('Product Coupon Stock: Get Many', () => {
	test('gives all stocks, simplified, 50 a page', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...getAll, returnAll: true },
		});
		expect(items.map(({ json }) => json.stock_id)).toEqual(allStocks);
		expect(items[0]).toEqual({
			json: {
				stock_id: MANY_STOCKS.first,
				product_coupon_id: PRODUCT_COUPONS.manyStocks,
				brand_id: BRANDS.coffee,
				remark: expect.any(String),
				state: 'SENDING',
				store_scope: expect.any(String),
				max_count: expect.any(Number),
				sent_count: expect.any(Number),
				available_begin_time: expect.any(String),
				available_end_time: expect.any(String),
			},
			pairedItem: { item: 0 },
		});
		expect(pageSizes()).toEqual([50, 50]);
		expect(simulator().requests.every(({ signature }) => signature === 'valid')).toBe(true);
	});

	test('gives the stocks of one state as they are, up to a limit', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...getAll, limit: 2, simplify: false, filters: { state: 'PAUSED' } },
		});
		expect(items).toHaveLength(2);
		expect(items[0]?.json).toMatchObject({
			state: 'PAUSED',
			single_usage_rule: { coupon_available_period: expect.any(Object) },
		});
		expect(simulator().requests).toMatchObject([
			{ query: { page_size: '2', state: 'PAUSED', brand_id: BRANDS.coffee } },
		]);
	});
});

describe('A stock that was chosen', () => {
	test.each([
		['from the list', { __rl: true, mode: 'list', value: STOCKS.manyStores }],
		['by its ID', { __rl: true, mode: 'id', value: ` ${STOCKS.manyStores}` }],
		['by an expression', { __rl: true, mode: 'id', value: '={{ $json.stock }}' }],
		['as plain text', STOCKS.manyStores],
		['as an expression in plain text', '={{ $json.stock }}'],
	])('%s is the stock that is sent', async (_, stockId) => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...disassociate, stockId },
			rows: [{ stock: Number(STOCKS.manyStores) }],
		});
		expect(items).toMatchObject([{ json: { stock_id: STOCKS.manyStores, disassociated: true } }]);
	});
});
