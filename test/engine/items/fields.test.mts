import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import {
	BRANDS,
	FIRST_STORES,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	STOCKS,
} from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const coupons = OPERATIONS['Product Coupon: Get'] ?? {};
const stocks = {
	...OPERATIONS['Product Coupon Stock: Get Many'],
	productCouponId: PRODUCT_COUPONS.manyStocks,
};
const stores = {
	...OPERATIONS['Product Coupon Stock: Get Associated Stores'],
	stockId: STOCKS.manyStores,
};
const partners: INodeParameters = {
	...OPERATIONS['Partnership: Get Many'],
	businessType: PARTNERSHIP_STOCKS.many.business_type,
	stockId: PARTNERSHIP_STOCKS.many.stock_id,
};
const disassociate = OPERATIONS['Product Coupon Stock: Disassociate Stores'] ?? {};

/** As an AI agent or a cell gives a value: by an expression. */
const given = (value: unknown) => `={{ ${JSON.stringify(value)} }}`;
const runWith = async (parameters: INodeParameters) =>
	await run({
		credential: simulator().credential,
		parameters,
		rows: [{}],
		onError: 'continueRegularOutput',
	});

describe('Return All and Simplify', () => {
	test.each(['true', 'TRUE', true])('Return All of %p gives all', async (value) => {
		expect((await runWith({ ...stores, returnAll: given(value) })).items).toHaveLength(3000);
	});

	test.each(['false', false])('Return All of %p does not', async (value) => {
		expect((await runWith({ ...stores, returnAll: given(value) })).items).toHaveLength(50);
	});

	test.each(['false', ' False ', false])('Simplify of %p is off', async (value) => {
		const { items } = await runWith({ ...coupons, simplify: given(value) });
		expect(items[0]?.json.display_info).toBeDefined();
	});

	test.each([
		[stores, 'returnAll', 'Return All'],
		[coupons, 'simplify', 'Simplify'],
	])('anything else is refused: $resource $operation', async (parameters, name, label) => {
		for (const value of [1, 0, 'yes', 'all', '1', []]) {
			const { items } = await runWith({ ...parameters, [name]: given(value) });
			expect(items).toMatchObject([
				{
					json: {
						error: expect.stringContaining(`${label} is neither true nor false: “`),
						details: {
							outcome: 'notSent',
							description: expect.stringMatching(/^Set it to true or false/),
						},
					},
				},
			]);
		}
		expect(simulator().requests).toEqual([]);
	});
});

describe('Limit', () => {
	test.each([['51'], [51], ['51.0'], ['５１'], [' 51\n']])('of %p is 51', async (value) => {
		expect((await runWith({ ...stores, limit: given(value) })).items).toHaveLength(51);
	});
});

describe('A choice', () => {
	test.each([
		[stocks, 'filters', { state: given(['SENDING']) }, 'State'],
		[stocks, 'filters', { state: given(1) }, 'State'],
		[stocks, 'filters', { state: given('sending') }, 'State'],
		[stocks, 'filters', { state: given({ name: 'SENDING' }) }, 'State'],
		[partners, 'businessType', given('FAVOR'), 'Business Type'],
		[partners, 'businessType', given(['FAVOR_STOCK']), 'Business Type'],
		[partners, 'filters', { partnerType: given('SHOP') }, 'Partner Type'],
		[disassociate, 'options', { notOnStock: given('ignore') }, 'Not on Stock'],
	])('outside its list is refused before any call: %#', async (parameters, name, value, label) => {
		const { items } = await runWith({ ...parameters, [name]: value } as INodeParameters);
		expect(items).toMatchObject([
			{
				json: {
					error: expect.stringMatching(new RegExp(`^${label} is “.+”, which is not in its list$`)),
					details: { outcome: 'notSent', description: expect.stringMatching(/^Choose one of /) },
				},
			},
		]);
		expect(simulator().requests).toEqual([]);
	});

	test('in its list counts', async () => {
		const { items } = await runWith({
			...stocks,
			returnAll: true,
			filters: { state: given(' PAUSED ') },
		});
		expect(items.length).toBeGreaterThan(0);
		expect(items.every(({ json }) => json.state === 'PAUSED')).toBe(true);
	});
});

describe('Filters', () => {
	test.each([
		{ appid: given(undefined) },
		{ appid: given(null) },
		{ merchantId: '={{ $json.nope }}' },
	])('%p, a column that is not there, does not list all partners', async (filters) => {
		const { items } = await runWith({ ...partners, filters });
		expect(items).toMatchObject([
			{ json: { error: expect.stringContaining('has an expression that gives nothing') } },
		]);
		expect(simulator().requests).toEqual([]);
	});
});

describe('An empty text of an expression', () => {
	const coupon = { resource: 'merchantCoupon', appid: 'wx0123456789abcdef' };
	const many = { ...coupon, operation: 'getAll', openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' };
	const use = {
		...coupon,
		operation: 'use',
		couponCode: '1234',
		useTime: '2026-12-01T00:00:00+08:00',
	};

	test.each(['', ' ', '\u00a0'])('%j lifts no filter', async (cell) => {
		const filters = { stockId: given(cell) };
		const { items } = await runWith({ ...many, filters });
		expect(items).toMatchObject([{ json: { error: 'Stock ID is empty' } }]);
		expect(simulator().requests).toEqual([]);
	});

	test.each([
		['openid', 'OpenID'],
		['stockId', 'Stock ID'],
	])('%s guards the redemption of a merchant coupon', async (name, label) => {
		const additionalFields = { [name]: given('') };
		const { items } = await runWith({ ...use, additionalFields });
		expect(items).toMatchObject([{ json: { error: `${label} is empty` } }]);
		expect(simulator().requests).toEqual([]);
	});
});

describe('A column that is misspelt', () => {
	test.each([
		[coupons, 'productCouponId', 'Product Coupon ID'],
		[disassociate, 'storeIds', 'Store IDs'],
		[disassociate, 'stockId', 'Stock'],
		[stores, 'brandId', 'Brand ID'],
	])('is called an expression that gives nothing: %#', async (parameters, name, label) => {
		const { items } = await runWith({ ...parameters, [name]: '={{ $json.Store_ID }}' });
		expect(items).toMatchObject([
			{
				json: {
					error: `${label} has an expression that gives nothing`,
					details: { description: expect.stringContaining('Check the name of the column') },
				},
			},
		]);
		expect(simulator().requests).toEqual([]);
	});
});

describe('An ID', () => {
	const id = PRODUCT_COUPONS.effective;
	const wide = [...id].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');

	test.each([
		Number(id),
		`${id}.0`,
		`="${id}"`,
		`'${id}`,
		`"${id}"`,
		wide,
		`\u200b${id}\u200e`,
		`\u202d${id}\u202c`,
		`\u00ad${id}`,
		`\u3000${id}\r\n`,
	])('of %p is the one that is meant', async (value) => {
		const { items } = await runWith({ ...coupons, productCouponId: given(value) });
		expect(items[0]?.json.product_coupon_id).toBe(id);
		expect(simulator().requests[0]?.path).toMatch(new RegExp(`/${id}$`));
	});

	test.each([
		1206900000000130,
		1e15,
		'1.00000001E8',
		'1e15',
		'100,000,001',
		'100 000 001',
		'#N/A',
		'2000\u200b00001',
		'200000001 200000002',
		'12345678901234567890123456789012345678901 2',
	])('of %p is refused by name, and no call is made', async (value) => {
		const { items } = await runWith({ ...coupons, productCouponId: given(value) });
		expect(items).toMatchObject([
			{
				json: {
					error: expect.stringMatching(/^Product Coupon ID (is|has) .*[“:]/),
					details: { outcome: 'notSent', description: expect.stringMatching(/^[A-Z].*\.$/) },
				},
			},
		]);
		expect(simulator().requests).toEqual([]);
	});
});

describe('Store IDs', () => {
	const first = FIRST_STORES.coffee;

	test.each(['100,000,001', '100 000 001', '1206900000000130.5', '1.2E+17', '#N/A', '[1.5]'])(
		'of %p are one row, by what was given',
		async (value) => {
			const { items } = await runWith({ ...disassociate, storeIds: given(value) });
			expect(items).toHaveLength(1);
			expect(items).toMatchObject([
				{
					json: {
						error: expect.stringMatching(/^Store IDs (is|has) /),
						details: { outcome: 'notSent' },
					},
				},
			]);
			expect(simulator().requests).toEqual([]);
		},
	);

	test('a number that is given as JSON keeps its digits', async () => {
		const { items } = await runWith({
			...disassociate,
			storeIds: given(`[${first}, 9007199254740993]`),
		});
		expect(items.map(({ json }) => json.store_id)).toEqual([first, '9007199254740993']);
	});
});

test('numbers of a workflow may be text: brand, coupon and stock of a spreadsheet row', async () => {
	const { items } = await run({
		credential: simulator().credential,
		parameters: {
			...disassociate,
			brandId: '={{ $json.brand }}',
			productCouponId: '={{ $json.coupon }}',
			stockId: '={{ $json.stock }}',
			storeIds: '={{ $json.store }}',
		},
		rows: [Number, (id: string) => `="${id}"`, (id: string) => `${id}.0`].map((dress, index) => ({
			brand: dress(BRANDS.coffee),
			coupon: dress(PRODUCT_COUPONS.effective),
			stock: dress(STOCKS.manyStores),
			store: dress(String(Number(FIRST_STORES.coffee) + index)),
		})),
	});
	expect(items).toHaveLength(3);
	expect(simulator().requests).toHaveLength(1);
});
