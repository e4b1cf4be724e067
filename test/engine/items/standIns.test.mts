import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { OPENID, SENDABLE } from '../../simulator/examples.mts';
import {
	BRANDS,
	FIRST_STORES,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	STOCKS,
} from '../../simulator/shop.mts';
import { run, searchList, type Run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const APPID = 'wx233544546545989';

const withDefaults = (defaults: object = { defaultBrandId: BRANDS.coffee }) => ({
	...simulator().credential,
	...defaults,
});
const runWith = async (parameters: INodeParameters, more: Partial<Run> = {}) =>
	await run({ credential: withDefaults(), parameters, ...more });
const brands = () =>
	simulator().requests.map(
		({ body, query }) =>
			(body.length > 0 ? (JSON.parse(body.toString()) as IDataObject) : query).brand_id,
	);

const stockOf = { productCouponId: PRODUCT_COUPONS.effective, stockId: STOCKS.noStores };
const associate = {
	resource: 'productCouponStock',
	operation: 'associateStores',
	...stockOf,
	storeIds: '={{ $json.store_id }}',
};
const ids = {
	brand_id: BRANDS.coffee,
	product_coupon_id: PRODUCT_COUPONS.effective,
	stock_id: STOCKS.noStores,
};
const store = (index: number) => String(Number(FIRST_STORES.coffee) + index);

describe('an empty Brand ID', () => {
	test('of a list is that of the credential', async () => {
		const { items, error } = await runWith({
			resource: 'productCouponStock',
			operation: 'getAll',
			productCouponId: PRODUCT_COUPONS.effective,
		});
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		expect(brands()).toEqual([BRANDS.coffee]);
	});

	test('of a batch joins the rows that name the same brand, and is in all of them', async () => {
		const { items } = await runWith(
			{ ...associate, brandId: '={{ $json.brand }}' },
			{
				rows: [
					{ store_id: store(1), brand: BRANDS.coffee },
					{ store_id: store(2), brand: '' },
				],
			},
		);
		expect(items.map(({ json }) => json)).toEqual(
			[store(1), store(2)].map((store_id) => ({
				store_id,
				associated: true,
				change: 'associated',
				...ids,
			})),
		);
		expect(brands()).toEqual([BRANDS.coffee]);
	});

	test('of Set Stores is that of the credential, in each of its calls and rows', async () => {
		const { items, error } = await runWith(
			{ ...associate, operation: 'setStores', brandId: '' },
			{ rows: [{ store_id: store(1) }, { store_id: store(2) }] },
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.brand_id)).toEqual([BRANDS.coffee, BRANDS.coffee]);
		expect(brands()).toEqual([BRANDS.coffee, BRANDS.coffee]);
	});

	test('is that of the credential of its own row', async () => {
		const { items } = await run({
			credential: withDefaults({ defaultBrandId: '={{ $json.brand }}' }),
			parameters: { resource: 'productCoupon', operation: 'get', brandId: '', ...stockOf },
			rows: [{ brand: BRANDS.coffee }, { brand: BRANDS.noodles }],
			onError: 'continueRegularOutput',
		});
		expect(new Set(brands())).toEqual(new Set([BRANDS.coffee, BRANDS.noodles]));
		expect(items[1]?.json.details).toMatchObject({ brand_id: BRANDS.noodles });
	});

	test('is told as the one that was used, in the row and the message of a refusal', async () => {
		const { items } = await runWith(
			{ resource: 'productCoupon', operation: 'get', brandId: '', productCouponId: '1' },
			{
				credential: withDefaults({ defaultBrandId: BRANDS.unauthorised }),
				onError: 'continueRegularOutput',
			},
		);
		expect(items[0]?.json.details).toMatchObject({ brand_id: BRANDS.unauthorised });
		expect(items[0]?.json.error).toContain(BRANDS.unauthorised);
	});

	test('of an expression that finds no column is refused', async () => {
		const rows = [{ store_id: store(1) }];
		const { error } = await runWith({ ...associate, brandId: '={{ $json.brnad }}' }, { rows });
		expect(error?.message).toContain('Brand ID has an expression that gives nothing');
		expect(simulator().requests).toEqual([]);
	});

	test('where the credential has none is refused before any call, for each row', async () => {
		const { items } = await runWith(
			{ ...associate, brandId: '={{ $json.brand }}' },
			{
				credential: withDefaults({ defaultBrandId: ' ' }),
				rows: [
					{ store_id: store(1), brand: '' },
					{ store_id: store(2), brand: '' },
				],
				onError: 'continueRegularOutput',
			},
		);
		expect(items.map(({ json }) => json)).toEqual(
			[store(1), store(2)].map((store_id) => ({
				error: 'Brand ID is empty',
				details: expect.objectContaining({
					store_id,
					description:
						'Fill it in, or enter Default Brand ID in the credential, which an empty field means.',
					outcome: 'notSent',
				}) as unknown,
			})),
		);
		expect(simulator().requests).toEqual([]);
	});
});

describe('the brand of a body', () => {
	const create = { resource: 'productCouponStock', operation: 'create', brandId: '', ...stockOf };
	const fields = { mappingMode: 'autoMapInputData', value: null };

	test.each<[string, INodeParameters, IDataObject[] | undefined, string]>([
		[
			'columns',
			{ fields: { mappingMode: 'defineBelow', value: { remark: 'x' } } },
			undefined,
			BRANDS.coffee,
		],
		['a row without one', { fields }, [{ remark: 'x' }], BRANDS.coffee],
		['a row with an empty one', { fields }, [{ remark: 'x', brand_id: '' }], BRANDS.coffee],
		['a row with its own', { fields }, [{ remark: 'x', brand_id: BRANDS.noodles }], BRANDS.noodles],
		['JSON without one', { define: 'json', json: '{"remark": "x"}' }, undefined, BRANDS.coffee],
		[
			'JSON with its own',
			{ define: 'json', json: `{"remark": "x", "brand_id": "${BRANDS.noodles}"}` },
			undefined,
			BRANDS.noodles,
		],
	])('of %s', async (_, given, rows, brand) => {
		const update = { ...create, operation: 'update', ...given } as INodeParameters;
		await runWith(update, { rows });
		expect(brands()).toEqual([brand]);
	});

	test.each<[string, INodeParameters, string, string]>([
		['a row', { fields }, 'brand_id', BRANDS.noodles],
		['a row, by its label', { fields }, 'Brand ID', BRANDS.noodles],
		['a row without one', { fields }, 'note', BRANDS.coffee],
		['JSON', { define: 'json', json: '={{ $json }}' }, 'brand_id', BRANDS.noodles],
	])(
		'of %s that cannot be read is told as it would have counted',
		async (_, given, name, brand) => {
			const { items } = await runWith(
				{ ...create, operation: 'update', ...given },
				{
					rows: [{ [name]: BRANDS.noodles, remark: 'x'.repeat(21) }],
					onError: 'continueRegularOutput',
				},
			);
			expect(items[0]?.json.details).toMatchObject({ brand_id: brand, outcome: 'notSent' });
			expect(simulator().requests).toEqual([]);
		},
	);

	test('of the panel counts over the credential', async () => {
		const given = { ...create, operation: 'update', brandId: BRANDS.noodles, fields };
		await runWith(given, { rows: [{ remark: 'x' }] });
		expect(brands()).toEqual([BRANDS.noodles]);
	});
});

describe('an empty AppID', () => {
	const appidsSent = () =>
		simulator().requests.map(({ path, body, query }) =>
			JSON.stringify([path, body.toString(), query]).includes(APPID),
		);

	test('of a sending is that of the credential', async () => {
		const { items, error } = await runWith(
			{
				resource: 'userProductCoupon',
				operation: 'send',
				productCouponId: SENDABLE.product_coupon_id,
				stockId: SENDABLE.stock_id,
				openid: OPENID,
			},
			{ credential: withDefaults({ defaultBrandId: SENDABLE.brand_id, defaultAppid: APPID }) },
		);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(appidsSent()).toEqual([true]);
	});

	test('of both fields where the credential has none is refused by name', async () => {
		const send = { resource: 'merchantCoupon', operation: 'send', stockId: '1', openid: OPENID };
		const { error } = await runWith(send);
		expect(error?.message).toBe('AppID is empty [item 0]');
		expect(error?.description).toContain('Default AppID in the credential');
		expect(simulator().requests).toEqual([]);
	});

	test('of a partner, who gets something, is never that of the credential', async () => {
		const { business_type, stock_id } = PARTNERSHIP_STOCKS.one;
		const { error } = await runWith(
			{
				resource: 'partnership',
				operation: 'build',
				partnerType: 'APPID',
				businessType: business_type,
				stockId: stock_id,
			},
			{ credential: withDefaults({ defaultAppid: APPID }) },
		);
		expect(error?.message).toBe('AppID is empty [item 0]');
		expect(error?.description).not.toContain('credential');
		expect(simulator().requests).toEqual([]);
	});
});

test("the editor's lists are of the brand of the credential where the field is empty", async () => {
	const stocks = {
		resource: 'productCouponStock',
		operation: 'get',
		productCouponId: PRODUCT_COUPONS.effective,
	};
	const search = async (brandId: string, defaultBrandId: string = BRANDS.coffee) =>
		await searchList(
			{ credential: withDefaults({ defaultBrandId }), parameters: { ...stocks, brandId } },
			'searchStocks',
		);
	expect((await search('')).results.length).toBeGreaterThan(0);
	expect(brands()).toEqual([BRANDS.coffee]);
	await expect(search('', '')).rejects.toMatchObject({
		message: 'Brand ID is empty',
		description: expect.stringContaining('Default Brand ID in the credential'),
	});
	await expect(search('={{ $json.brand }}')).rejects.toThrow();
	expect(brands()).toEqual([BRANDS.coffee]);
});

test('what an AI model leaves empty is that of the credential', async () => {
	const { error } = await runWith(
		{
			resource: 'productCoupon',
			operation: 'get',
			brandId: "={{ $fromAI('brandId', 'The brand', 'string') }}",
			productCouponId: "={{ $fromAI('productCouponId', 'The coupon', 'string') }}",
		},
		{ rows: [{ query: { brandId: '', productCouponId: PRODUCT_COUPONS.effective } }] },
	);
	expect(error).toBeUndefined();
	expect(brands()).toEqual([BRANDS.coffee]);
});
