import { describe, expect, test } from '@jest/globals';
import { BRANDS, PRODUCT_COUPONS, STOCKS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const list = {
	resource: 'productCouponStock',
	operation: 'getAssociatedStores',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
	stockId: STOCKS.manyStores,
};

const pageSizes = () => simulator().requests.map(({ query }) => Number(query.page_size));

describe('Product Coupon Stock: Get Associated Stores', () => {
	test('gives an item for every store when Return All is on, 200 a page', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...list, returnAll: true },
		});
		const stores = simulator().shop.associatedStores(PRODUCT_COUPONS.effective, STOCKS.manyStores);
		expect(stores).toHaveLength(3000);
		expect(items).toEqual(
			stores.map((store_id) => ({
				json: {
					store_id,
					product_coupon_id: PRODUCT_COUPONS.effective,
					stock_id: STOCKS.manyStores,
					brand_id: BRANDS.coffee,
				},
				pairedItem: { item: 0 },
			})),
		);
		expect(pageSizes()).toEqual(Array(15).fill(200));
		expect(simulator().requests.every(({ signature }) => signature === 'valid')).toBe(true);
		expect(simulator().requests[0]?.query).toEqual({ page_size: '200', brand_id: BRANDS.coffee });
	});

	test.each([
		{ limit: undefined, items: 50, sizes: [50] },
		{ limit: 1, items: 1, sizes: [1] },
		{ limit: 200, items: 200, sizes: [200] },
		{ limit: 201, items: 201, sizes: [200, 1] },
		{ limit: 450, items: 450, sizes: [200, 200, 50] },
	])('asks for no more than a Limit of $limit needs', async ({ limit, items, sizes }) => {
		const outcome = await run({
			credential: simulator().credential,
			parameters: limit === undefined ? list : { ...list, limit },
		});
		expect(outcome.items).toHaveLength(items);
		expect(pageSizes()).toEqual(sizes);
	});

	test.each([
		{ stockId: STOCKS.noStores, stores: 0, calls: 1 },
		{ stockId: STOCKS.stores200, stores: 200, calls: 1 },
		{ stockId: STOCKS.stores201, stores: 201, calls: 2 },
	])('lists a stock of $stores stores in $calls call(s)', async ({ stockId, stores, calls }) => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...list, stockId, returnAll: true },
		});
		expect(items).toHaveLength(stores);
		expect(simulator().requests).toHaveLength(calls);
	});

	test('links the stores of several stocks to their input items', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: {
				...list,
				brandId: '={{ $json.brand }}',
				productCouponId: '={{ $json.coupon }}',
				stockId: '={{ $json.stock }}',
				returnAll: true,
			},
			rows: [
				{ brand: BRANDS.coffee, coupon: PRODUCT_COUPONS.reserved, stock: STOCKS.reserved },
				{ brand: BRANDS.noodles, coupon: PRODUCT_COUPONS.noodlesEffective, stock: STOCKS.noodles },
			],
		});
		expect(
			items.filter(({ pairedItem }) => (pairedItem as { item: number }).item === 0),
		).toHaveLength(25);
		expect(
			items.filter(({ pairedItem }) => (pairedItem as { item: number }).item === 1),
		).toHaveLength(40);
		expect(items[0]?.json.stock_id).toBe(STOCKS.reserved);
		expect(items[64]?.json.brand_id).toBe(BRANDS.noodles);
	});

	test.each([0, -1, 1.5, 'many', '1e2', '1,000'])(
		'refuses a Limit of %p before any call',
		async (limit) => {
			const { error } = await run({
				credential: simulator().credential,
				parameters: { ...list, limit: `={{ ${JSON.stringify(limit)} }}` },
			});
			expect(error?.message).toMatch(
				/^Limit (is not a whole number of 1 or more|has thousands groups): “[^”]+” \[item 0\]$/,
			);
			expect(simulator().requests).toEqual([]);
		},
	);

	test('ends when WeChat Pay gives the same page token again', async () => {
		simulator().misbehave(
			{ kind: 'answer', change: (body) => ({ ...body, next_page_token: 'c2FtZQ' }) },
			{ times: 2 },
		);
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...list, returnAll: true },
		});
		expect(error?.message).toMatch(/page_token|same page/);
		expect(simulator().requests.length).toBeLessThan(4);
	});

	test('reads on after an empty page that has a next one', async () => {
		simulator().misbehave({
			kind: 'answer',
			change: (body) => ({ ...body, store_list: [] }),
		});
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...list, stockId: STOCKS.stores201, returnAll: true },
		});
		const stores = simulator().shop.associatedStores(PRODUCT_COUPONS.effective, STOCKS.stores201);
		expect(items.map(({ json }) => json.store_id)).toEqual(stores.slice(200));
		expect(simulator().requests).toHaveLength(2);
	});
});
