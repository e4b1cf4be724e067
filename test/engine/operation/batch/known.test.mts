import { beforeEach, describe, expect, test } from '@jest/globals';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import {
	BRANDS,
	FIRST_STORES,
	PRODUCT_COUPONS,
	STOCK_BUNDLES,
	STOCKS,
	storeIds,
} from '../../../simulator/shop.mts';
import { type Fault, type JsonObject } from '../../../simulator/index.mts';
import { run } from '../../helpers/engine.mts';
import { retryAtOnce } from '../../helpers/retryAtOnce.mts';
import { useSimulator } from '../../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const LIST = '/v3/brand/partner/store/brandstores';
/** A brand with 30 stores, 0001 to 0030, so that one call lists them; the first 20 are on its stock. */
const TEA = { brand_id: '120350', product_coupon_id: '500000001', stock_id: '523450001' };
const idOf = (place: number) => String(600_000_000 + place);
const numberOf = (place: number) => String(place).padStart(4, '0');

beforeEach(() => {
	const { shop } = simulator();
	const places = storeIds('1', 30).map(Number);
	shop.addBrand(TEA.brand_id, { authorised: true, stores: places.map(idOf) });
	for (const place of places) renumber(place, numberOf(place));
	const coupon = shop.productCoupon(PRODUCT_COUPONS.effective)!;
	shop.addProductCoupon({ ...coupon, ...TEA });
	const stores = places.slice(0, 20).map(idOf);
	shop.addStock({ productCouponId: TEA.product_coupon_id, stockId: TEA.stock_id, stores });
});

/** Gives a store another own number. */
function renumber(place: number, store_reference_id: string): void {
	const { shop } = simulator();
	const store = shop.brandStore(TEA.brand_id, idOf(place))!;
	shop.addBrandStore({ ...store, store_basics: { store_reference_id } });
}

const isList = ({ path }: { path: string }) => path === LIST;
const lists = () => simulator().requests.filter(isList);
const writes = () => simulator().requests.filter(({ method }) => method === 'POST');
const onStock = () => simulator().shop.associatedStores(TEA.product_coupon_id, TEA.stock_id);

interface Given {
	operation?: string;
	storeIds?: unknown;
	rows?: IDataObject[];
	options?: INodeParameters;
	onError?: INode['onError'];
	parameters?: INodeParameters;
}

const start = async ({
	operation = 'disassociateStores',
	storeIds: given = '={{ $json.number }}',
	rows,
	options = {},
	onError = 'continueRegularOutput',
	parameters = {},
}: Given) =>
	await run({
		credential: simulator().credential,
		parameters: {
			resource: 'productCouponStock',
			operation,
			brandId: TEA.brand_id,
			productCouponId: TEA.product_coupon_id,
			stockId: TEA.stock_id,
			storeIdKind: 'own',
			storeIds: given as string,
			options,
			...parameters,
		},
		rows,
		onError,
	});

const out = async (given: Given) => (await start(given)).items.map(({ json }) => json);
/** A stock of a brand whose list has three pages. */
const NOODLES: INodeParameters = {
	brandId: BRANDS.noodles,
	productCouponId: PRODUCT_COUPONS.noodlesEffective,
	stockId: STOCKS.noodles,
};

const numbers = (...given: unknown[]) => given.map((number) => ({ number })) as IDataObject[];

describe('Stores by own numbers', () => {
	test('are taken off, and rows carry both', async () => {
		const rows = await out({ rows: numbers('0002', '0012') });
		expect(rows).toEqual(
			[2, 12].map((place) => ({
				store_id: idOf(place),
				store_reference_id: numberOf(place),
				disassociated: true,
				change: 'disassociated',
				...TEA,
			})),
		);
		expect(onStock()).toHaveLength(18);
		expect(JSON.parse(writes()[0]!.body.toString())).toEqual({
			brand_id: TEA.brand_id,
			store_list: [{ store_id: idOf(2) }, { store_id: idOf(12) }],
		});
	});

	test('the list is read once, before the first call of any row', async () => {
		const rows = storeIds('1', 450).map((_, index) => ({
			number: `南山 ${String(index + 1).padStart(2, '0')}`,
		}));
		await out({ rows, parameters: NOODLES });
		const firstWrite = simulator().requests.findIndex(({ method }) => method === 'POST');
		expect(lists()).toHaveLength(3);
		expect(writes()).toHaveLength(3);
		expect(simulator().requests.slice(0, firstWrite).every(isList)).toBe(true);
		expect(simulator().requests.slice(firstWrite).some(isList)).toBe(false);
	});

	test.each([
		['own', '0002'],
		['wechatPay', idOf(2)],
	])('the templates take the column of what Store ID Kind says: %s', async (storeIdKind, given) => {
		const column =
			"={{ $parameter['storeIdKind'] === 'own' ? $json.store_reference_id : $json.store_id }}";
		const row = { store_id: 'x', store_reference_id: 'y' };
		const name = storeIdKind === 'own' ? 'store_reference_id' : 'store_id';
		const rows = await out({
			storeIds: column,
			rows: [{ ...row, [name]: given }],
			parameters: { storeIdKind },
		});
		expect(rows).toMatchObject([{ store_id: idOf(2), change: 'disassociated' }]);
	});

	test('a brand of its own has a list of its own', async () => {
		const rows = [
			{
				number: '0002',
				brand: TEA.brand_id,
				coupon: TEA.product_coupon_id,
				stock: TEA.stock_id,
			},
			{
				number: '南山 01',
				brand: BRANDS.noodles,
				coupon: PRODUCT_COUPONS.noodlesEffective,
				stock: STOCKS.noodles,
			},
		];
		const found = await out({
			rows,
			parameters: {
				brandId: '={{ $json.brand }}',
				productCouponId: '={{ $json.coupon }}',
				stockId: '={{ $json.stock }}',
			},
		});
		expect(found).toMatchObject([
			{ store_id: idOf(2), store_reference_id: '0002', change: 'disassociated' },
			{ store_id: FIRST_STORES.noodles, store_reference_id: '南山 01', change: 'disassociated' },
		]);
	});

	test.each([
		[
			['0002', '0003'],
			['0002', '0003'],
		],
		[' 0002 ', ['0002']],
		["'0002", ['0002']],
		['="0002"', ['0002']],
		['００02', ['0002']],
		['0002,0003；0004\n0005', ['0002', '0003', '0004', '0005']],
		['["0002","0003"]', ['0002', '0003']],
	])('are text, read as spreadsheets and people write it: %j', async (given, wanted) => {
		const rows = await out({ rows: numbers(given) });
		expect(rows.map(({ store_reference_id }) => store_reference_id)).toEqual(wanted);
	});

	test.each(['南山 01', 'A/7|b', '1.20'])('%s is one number', async (number) => {
		renumber(2, number);
		expect(await out({ rows: numbers(number) })).toMatchObject([
			{ store_id: idOf(2), store_reference_id: number, change: 'disassociated' },
		]);
	});

	test('one that no store has is the failure of its row, and the others are sent', async () => {
		const rows = await out({ rows: numbers('0002', '9999') });
		expect(rows).toMatchObject([
			{ store_reference_id: '0002', change: 'disassociated' },
			{
				error: 'Store IDs has the own number “9999”, which no store of the brand has',
				details: {
					store_reference_id: '9999',
					stock_id: TEA.stock_id,
					code: 'INVALID_INPUT',
					outcome: 'notSent',
				},
			},
		]);
		expect(rows[1]?.details).not.toHaveProperty('store_id');
	});

	test('one that lost its zeros is told apart, not guessed', async () => {
		const [row] = await out({ rows: numbers(12) });
		expect(row).toMatchObject({
			error: 'Store IDs has the own number “12”, which no store of the brand has',
			details: { description: expect.stringContaining('If “0012” is meant, format the column') },
		});
		expect(writes()).toEqual([]);
	});

	test('one that two stores have is the failure of its row', async () => {
		renumber(3, '0002');
		const rows = await out({ rows: numbers('0002', '0004') });
		expect(rows).toMatchObject([
			{
				error:
					'Store IDs has the own number “0002”, which 2 stores of the brand have: 600000002, 600000003',
				details: { store_reference_id: '0002', outcome: 'notSent' },
			},
			{ store_reference_id: '0004', change: 'disassociated' },
		]);
	});

	test('with Stop one that no store has keeps all from being sent', async () => {
		const { items, error } = await start({
			rows: numbers('0002', '9999'),
			onError: 'stopWorkflow',
		});
		expect(items).toEqual([]);
		expect(error?.message).toContain('1 of 2 rows cannot be read, so nothing was sent.');
		expect(writes()).toEqual([]);
	});

	test('a dry run tells it, too, and changes nothing', async () => {
		const rows = await out({ rows: numbers('0002', '9999', '0029'), options: { dryRun: true } });
		expect(rows).toMatchObject([
			{ store_id: idOf(2), store_reference_id: '0002', dryRun: true, change: 'disassociated' },
			{ details: { store_reference_id: '9999' } },
			{ store_reference_id: '0029', dryRun: true, change: 'none' },
		]);
		expect(writes()).toEqual([]);
	});

	test('a store that is not on the stock keeps WeChat Pay’s words, and its number', async () => {
		expect(await out({ rows: numbers('0029') })).toMatchObject([
			{
				store_id: idOf(29),
				store_reference_id: '0029',
				change: 'none',
				code: 'INVALID_REQUEST',
				message: '门店未关联该批次',
			},
		]);
	});

	test('are put on a stock', async () => {
		const rows = await out({ operation: 'associateStores', rows: numbers('0029') });
		expect(rows).toMatchObject([{ store_reference_id: '0029', change: 'associated' }]);
		expect(onStock()).toContain(idOf(29));
	});

	test('Set Stores: the stores that are not in the input have their numbers, too', async () => {
		const rows = await out({
			operation: 'setStores',
			rows: numbers(...storeIds('1', 19).map((place) => numberOf(Number(place))), '0029'),
		});
		const of = (change: string) => rows.filter((row) => row.change === change);
		expect(of('associated')).toMatchObject([{ store_id: idOf(29), store_reference_id: '0029' }]);
		expect(of('disassociated')).toMatchObject([{ store_id: idOf(20), store_reference_id: '0020' }]);
		expect(of('none')).toHaveLength(19);
	});

	test('Set Stores: a number that no store has takes nothing off', async () => {
		const rows = await out({
			operation: 'setStores',
			rows: numbers(...storeIds('1', 19).map((place) => numberOf(Number(place))), '9999'),
		});
		expect(rows.filter(({ change }) => change === 'disassociated')).toEqual([]);
		expect(onStock()).toHaveLength(20);
	});

	test.each(['associateStores', 'disassociateStores'])('bundles: %s', async (operation) => {
		const rows = await out({
			operation,
			rows: numbers(operation === 'associateStores' ? '0020' : '0002'),
			parameters: {
				resource: 'productCouponStockBundle',
				brandId: BRANDS.coffee,
				productCouponId: PRODUCT_COUPONS.bundle,
				stockBundleId: STOCK_BUNDLES.effective.id,
			},
		});
		expect(rows).toMatchObject([
			{ store_reference_id: operation === 'associateStores' ? '0020' : '0002' },
		]);
		expect(rows[0]).not.toHaveProperty('error');
	});
});

describe('A list that is not complete', () => {
	const left = () =>
		simulator().shop.associatedStores(PRODUCT_COUPONS.noodlesEffective, STOCKS.noodles);
	const answer = (change: (body: JsonObject) => JsonObject): Fault => ({ kind: 'answer', change });

	const withoutId = ({ data }: JsonObject): JsonObject[] => {
		const [first, ...others] = data as JsonObject[];
		return [{ ...first, store_id: undefined }, ...others];
	};

	test.each<[string, Fault, number]>([
		['has fewer stores than its total', answer((body) => ({ ...body, total_count: 9999 })), 0],
		['has an empty page', answer((body) => ({ ...body, data: [] })), 2],
		['has no stores', answer((body) => ({ ...body, data: [], total_count: 0 })), 0],
		['does not say how many there are', answer((body) => ({ ...body, total_count: null })), 0],
		['has a store without its ID', answer((body) => ({ ...body, data: withoutId(body) })), 1],
		['has a page that is not signed', { kind: 'unsigned' }, 2],
		['has a page that does not verify', { kind: 'changedSignature' }, 1],
		['has a page that is refused', { kind: 'status', status: 400, code: 'PARAM_ERROR' }, 2],
		['has a page that fails', { kind: 'status', status: 500, code: 'SYSTEM_ERROR' }, 1],
		['has a page without an answer', { kind: 'resetAfterWork' }, 0],
	])('%s: nothing is sent, and no store reads as missing', async (_, fault, skip) => {
		simulator().misbehave(fault, { skip, times: Infinity });
		const rows = await out({
			rows: numbers('南山 01', '9999'),
			options: { maxRetries: 0 },
			parameters: NOODLES,
		});
		expect(rows).toHaveLength(2);
		for (const row of rows) {
			expect(row).toMatchObject({
				error: expect.stringContaining(
					'Nothing was sent, because the list of the stores of the brand could not be read',
				),
				details: { outcome: 'notSent' },
			});
		}
		expect(rows.map(({ details }) => (details as IDataObject).store_reference_id)).toEqual([
			'南山 01',
			'9999',
		]);
		expect(writes()).toEqual([]);
		expect(left()).toHaveLength(40);
	});

	test('ends the run with one message when errors stop it', async () => {
		simulator().misbehave({ kind: 'unsigned' }, { times: Infinity });
		const { error } = await start({
			rows: numbers('0002', '0003'),
			options: { maxRetries: 0 },
			onError: 'stopWorkflow',
		});
		expect(error?.message).toMatch(/^Nothing was sent, because the list of the stores/);
		expect(writes()).toEqual([]);
	});

	test('Set Stores takes nothing off', async () => {
		simulator().misbehave(
			answer((body) => ({ ...body, data: [] })),
			{ skip: 2 },
		);
		await out({ operation: 'setStores', rows: numbers('南山 01'), parameters: NOODLES });
		expect(writes()).toEqual([]);
		expect(left()).toHaveLength(40);
	});
});

describe('Check Stores', () => {
	const ids = { storeIdKind: 'wechatPay' };

	test('tells an ID that is no store of the brand before anything is sent', async () => {
		const rows = await out({
			rows: numbers(idOf(2), '600009999'),
			options: { checkStores: true },
			parameters: ids,
		});
		expect(rows).toMatchObject([
			{ store_id: idOf(2), change: 'disassociated' },
			{
				error: 'Store IDs has “600009999”, which is no store of the brand',
				details: { store_id: '600009999', outcome: 'notSent' },
			},
		]);
		expect(rows[0]).not.toHaveProperty('store_reference_id');
		expect(writes()).toHaveLength(1);
	});

	test('without it the list is not read', async () => {
		await out({ rows: numbers(idOf(2), '600009999'), parameters: ids });
		expect(lists()).toEqual([]);
	});
});
