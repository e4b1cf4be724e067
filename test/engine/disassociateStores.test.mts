import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { BRANDS, FIRST_STORES, PRODUCT_COUPONS, STOCKS } from '../simulator/shop.mts';
import { run } from './engine.mts';
import { useSimulator } from './useSimulator.mts';

const simulator = useSimulator();

const disassociate = {
	resource: 'productCouponStock',
	operation: 'disassociateStores',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
	stockId: STOCKS.manyStores,
	storeIds: '={{ $json.store_id }}',
};

const ids = {
	product_coupon_id: PRODUCT_COUPONS.effective,
	stock_id: STOCKS.manyStores,
	brand_id: BRANDS.coffee,
};

const store = (index: number) => String(Number(FIRST_STORES.coffee) + index);
const rows = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ store_id: store(index) }));
const associated = () =>
	simulator().shop.associatedStores(PRODUCT_COUPONS.effective, STOCKS.manyStores);
const sentStores = () =>
	simulator().requests.map(({ body }) =>
		(JSON.parse(body.toString()) as { store_list: IDataObject[] }).store_list.map(
			({ store_id }) => store_id,
		),
	);

describe('Product Coupon Stock: Disassociate Stores', () => {
	test('takes 1,000 rows off in 5 calls and answers every row', async () => {
		const { items, error } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(1000),
		});
		expect(error).toBeUndefined();
		expect(items).toEqual(
			rows(1000).map(({ store_id }, item) => ({
				json: { store_id, ...ids, disassociated: true },
				pairedItem: { item },
			})),
		);
		expect(simulator().requests).toHaveLength(5);
		expect(simulator().requests.every(({ signature }) => signature === 'valid')).toBe(true);
		expect(sentStores().map((stores) => stores.length)).toEqual([200, 200, 200, 200, 200]);
		expect(associated()).toHaveLength(2000);
		expect(associated()).not.toContain(store(999));
	});

	test('sends the brand in the body and nothing in the query', async () => {
		await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(2),
		});
		expect(simulator().requests).toMatchObject([
			{
				method: 'POST',
				url: `/v3/marketing/partner/product-coupon/product-coupons/${PRODUCT_COUPONS.effective}/stocks/${STOCKS.manyStores}/disassociate-stores`,
			},
		]);
		expect(simulator().requests[0]?.body.toString()).toBe(
			`{"store_list":[{"store_id":"${store(0)}"},{"store_id":"${store(1)}"}],"brand_id":"${BRANDS.coffee}"}`,
		);
		expect(simulator().requests[0]?.headers['content-type']).toMatch(/^application\/json/);
	});

	test('takes one ID, a number, a list, and text with commas, blanks and line ends', async () => {
		const given = [
			store(0),
			Number(store(1)),
			[store(2), Number(store(3))],
			`${store(4)}, ${store(5)}\n${store(6)} ${store(7)}，${store(8)}`,
		];
		const { items } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: given.map((store_id) => ({ store_id })),
		});
		expect(items.map(({ json, pairedItem }) => [json.store_id, pairedItem])).toEqual([
			[store(0), { item: 0 }],
			[store(1), { item: 1 }],
			[store(2), { item: 2 }],
			[store(3), { item: 2 }],
			...[4, 5, 6, 7, 8].map((index) => [store(index), { item: 3 }]),
		]);
		expect(sentStores()).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8].map(store)]);
	});

	test('sends an ID that the sheet gives twice once and answers both rows', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: [...rows(3), { store_id: store(1) }],
		});
		expect(sentStores()).toEqual([[store(0), store(1), store(2)]]);
		expect(items.map(({ json }) => [json.store_id, json.disassociated])).toEqual([
			[store(0), true],
			[store(1), true],
			[store(2), true],
			[store(1), true],
		]);
	});

	test('makes calls for every stock of every brand in one sheet', async () => {
		const noodles = simulator().shop.associatedStores(
			PRODUCT_COUPONS.noodlesEffective,
			STOCKS.noodles,
		);
		const { items } = await run({
			credential: simulator().credential,
			parameters: {
				...disassociate,
				brandId: '={{ $json.brand }}',
				productCouponId: '={{ $json.coupon }}',
				stockId: '={{ $json.stock }}',
			},
			rows: [0, 1].flatMap((index) => [
				{
					brand: BRANDS.coffee,
					coupon: PRODUCT_COUPONS.effective,
					stock: STOCKS.manyStores,
					store_id: store(index),
				},
				{
					brand: BRANDS.noodles,
					coupon: PRODUCT_COUPONS.noodlesEffective,
					stock: STOCKS.noodles,
					store_id: noodles[index],
				},
			]),
		});
		expect(simulator().requests).toHaveLength(2);
		expect(sentStores()).toEqual([[store(0), store(1)], noodles.slice(0, 2)]);
		expect(items.map(({ json, pairedItem }) => [json.store_id, json.brand_id, pairedItem])).toEqual(
			[
				[store(0), BRANDS.coffee, { item: 0 }],
				[noodles[0], BRANDS.noodles, { item: 1 }],
				[store(1), BRANDS.coffee, { item: 2 }],
				[noodles[1], BRANDS.noodles, { item: 3 }],
			],
		);
	});

	describe('refused stores', () => {
		const foreign = FIRST_STORES.noodles;
		const mixed = [{ store_id: store(0) }, { store_id: foreign }, { store_id: store(1) }];
		const refusal = {
			error:
				'The store ID is not valid or the store belongs to another brand (WeChat Pay: INVALID_REQUEST “门店ID非法或不属于当前品牌”)',
			details: {
				store_id: foreign,
				...ids,
				code: 'INVALID_REQUEST',
				message: '门店ID非法或不属于当前品牌',
				request_id: expect.stringMatching(/^\w+-\d+$/),
			},
		};

		test('are error items in the output with On Error: Continue', async () => {
			const { items, error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: mixed,
				onError: 'continueRegularOutput',
			});
			expect(error).toBeUndefined();
			expect(items).toEqual([
				{ json: { store_id: store(0), ...ids, disassociated: true }, pairedItem: { item: 0 } },
				{ json: refusal, pairedItem: { item: 1 } },
				{ json: { store_id: store(1), ...ids, disassociated: true }, pairedItem: { item: 2 } },
			]);
		});

		test('go to the error branch, with their input row, with Continue (using error output)', async () => {
			const { items, errorItems } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: mixed.map((row, index) => ({ ...row, store_name: `店 ${index}` })),
				onError: 'continueErrorOutput',
			});
			expect(items.map(({ json }) => json.store_id)).toEqual([store(0), store(1)]);
			expect(errorItems.map(({ json }) => json)).toEqual([
				{ store_id: foreign, store_name: '店 1', ...refusal },
			]);
		});

		test('stop the workflow with one error that counts, after all calls were made', async () => {
			const { items, error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: [{ store_id: foreign }, ...rows(300)],
			});
			expect(items).toEqual([]);
			expect(error?.message).toBe(
				`300 of 301 stores were disassociated, 1 refused. The first that was not disassociated: ${refusal.error} [item 0]`,
			);
			expect(error?.description).toMatch(/store ID.*safe.*Request-ID: \w+-\d+$/);
			expect(simulator().requests).toHaveLength(2);
			expect(associated()).toHaveLength(2700);
		});
	});

	test('does not call a store done that the answer does not mention', async () => {
		simulator().misbehave({
			kind: 'answer',
			change: (body) => ({
				...body,
				success_store_list: (body.success_store_list as IDataObject[]).slice(1),
			}),
		} as Parameters<ReturnType<typeof simulator>['misbehave']>[0]);
		const { items } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(2),
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{ json: { details: { store_id: store(0), code: 'NOT_IN_ANSWER' } } },
			{ json: { store_id: store(1), disassociated: true } },
		]);
	});

	test('answers every store of a call that failed as a whole, and keeps the other calls', async () => {
		simulator().misbehave(
			{ kind: 'status', status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' },
			{ skip: 1 },
		);
		const { items, errorItems } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(600),
			onError: 'continueErrorOutput',
		});
		expect(items).toHaveLength(400);
		expect(errorItems).toHaveLength(200);
		expect(errorItems[0]?.json).toMatchObject({
			store_id: store(200),
			error: expect.stringContaining('NO_AUTH “缺少业务相关权限”'),
			details: { store_id: store(200), ...ids, code: 'NO_AUTH', message: '缺少业务相关权限' },
		});
		expect(associated()).toHaveLength(2600);
	});

	describe('a row that cannot be read', () => {
		const blank = [{ store_id: store(0) }, { store_id: '  ' }, { store_id: store(1) }];

		test('is an error item; the others are done', async () => {
			const { items } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: blank,
				onError: 'continueRegularOutput',
			});
			expect(items).toEqual([
				expect.objectContaining({ pairedItem: { item: 0 } }),
				{
					json: {
						error: 'Store IDs is empty',
						details: {
							store_id: '  ',
							...ids,
							code: 'INVALID_INPUT',
							message: 'Store IDs is empty',
							request_id: '',
						},
					},
					pairedItem: { item: 1 },
				},
				expect.objectContaining({ pairedItem: { item: 2 } }),
			]);
			expect(sentStores()).toEqual([[store(0), store(1)]]);
		});

		test('stops the workflow after the calls for the other rows', async () => {
			const { error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: blank,
			});
			expect(error?.message).toBe(
				'2 of 3 stores were disassociated, 1 refused. The first that was not disassociated: Store IDs is empty [item 1]',
			);
			expect(sentStores()).toEqual([[store(0), store(1)]]);
		});

		test('says that nothing was done when no row can be read', async () => {
			const { error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: [{ store_id: null }, {}],
			});
			expect(error?.message).toBe('Store IDs is empty [item 0]');
			expect(error?.description).toContain('no store was taken off');
			expect(simulator().requests).toEqual([]);
		});
	});

	test('counts what is not known when answers stay away', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { skip: 1 });
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...disassociate, options: { maxRetries: 0 } },
			rows: [...rows(250), { store_id: '' }],
		});
		expect(error?.message).toMatch(
			/^(50|200) of 251 stores were disassociated, 1 refused, of (200|50) it is not known\. /,
		);
	});
});
