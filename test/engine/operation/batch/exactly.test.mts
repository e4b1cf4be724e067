import { beforeEach, describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BRANDS, FIRST_STORES, PRODUCT_COUPONS, STOCKS } from '../../../simulator/shop.mts';
import { run, type Run } from '../../helpers/engine.mts';
import { retryAtOnce } from '../../helpers/retryAtOnce.mts';
import { useSimulator } from '../../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();
beforeEach(() => {
	simulator().shop.replaceAssociatedStores(
		PRODUCT_COUPONS.effective,
		STOCKS.noStores,
		stores(1, 10),
	);
});

const store = (index: number) => String(Number(FIRST_STORES.coffee) + index);
const stores = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, index) => store(first + index));
const rows = (ids: readonly unknown[], more: IDataObject = {}): IDataObject[] =>
	ids.map((store_id) => ({ store_id, stock: STOCKS.noStores, ...more }) as IDataObject);

const parameters = {
	resource: 'productCouponStock',
	operation: 'setStores',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
	stockId: '={{ $json.stock }}',
	storeIds: '={{ $json.store_id }}',
};

const set = async (
	inputs: IDataObject[],
	options: INodeParameters = {},
	more: Partial<Run> = { onError: 'continueRegularOutput' },
) =>
	await run({
		credential: simulator().credential,
		parameters: { ...parameters, options },
		rows: inputs,
		...more,
	});

const associated = (stock: string = STOCKS.noStores) =>
	simulator().shop.associatedStores(PRODUCT_COUPONS.effective, stock);
const writes = () =>
	simulator()
		.requests.filter(({ method }) => method === 'POST')
		.map(({ path }) => path.split('/').at(-1));

const ids = {
	brand_id: BRANDS.coffee,
	product_coupon_id: PRODUCT_COUPONS.effective,
	stock_id: STOCKS.noStores,
};

describe('the stores of a stock become those of the input', () => {
	test('what is missing is put on first, then what is too much is taken off; every store has a row', async () => {
		const { items, error, hints } = await set(rows(stores(4, 12)));
		expect(error).toBeUndefined();
		expect(associated()).toEqual(stores(4, 12));
		expect(writes()).toEqual(['associate-stores', 'disassociate-stores']);
		expect(items).toEqual([
			...stores(4, 10).map((store_id, item) => ({
				json: { store_id, associated: true, change: 'none', ...ids },
				pairedItem: { item },
			})),
			...stores(11, 12).map((store_id, index) => ({
				json: { store_id, associated: true, change: 'associated', ...ids },
				pairedItem: { item: 7 + index },
			})),
			...stores(1, 3).map((store_id) => ({
				json: { store_id, disassociated: true, change: 'disassociated', ...ids },
				pairedItem: { item: 0 },
			})),
		]);
		expect(hints.join()).toContain('2 stores were associated, 3 disassociated, 7 unchanged.');
	});

	test('a second run changes nothing', async () => {
		await set(rows(stores(4, 12)));
		const { items } = await set(rows(stores(4, 12)));
		expect(items.map(({ json }) => json.change)).toEqual(Array(9).fill('none'));
		expect(writes()).toEqual(['associate-stores', 'disassociate-stores']);
	});

	test('more than a call takes goes in several calls', async () => {
		const wanted = stores(1, 450);
		const { items } = await set([{ store_id: wanted, stock: STOCKS.noStores }]);
		expect(associated()).toEqual(wanted);
		expect(items).toHaveLength(450);
		expect(writes()).toEqual(Array(3).fill('associate-stores'));
	});

	test('each stock of a sheet has its own stores, and what goes is linked to its first item', async () => {
		const other = associated(STOCKS.stores200);
		const { items } = await set([
			...rows(stores(1, 9)),
			...rows(other.slice(0, 199), { stock: STOCKS.stores200 }),
		]);
		expect(associated()).toEqual(stores(1, 9));
		expect(associated(STOCKS.stores200)).toEqual(other.slice(0, 199));
		const gone = items.filter(({ json }) => json.change === 'disassociated');
		expect(gone.map(({ json, pairedItem }) => [json.store_id, pairedItem])).toEqual([
			[store(10), { item: 0 }],
			[other[199], { item: 9 }],
		]);
	});

	test('a dry run says what would happen and changes nothing', async () => {
		const { items, hints } = await set(rows(stores(4, 11)), { dryRun: true });
		expect(writes()).toEqual([]);
		expect(associated()).toEqual(stores(1, 10));
		expect(items.map(({ json }) => [json.store_id, json.change, json.dryRun])).toEqual([
			...stores(4, 10).map((id) => [id, 'none', true]),
			[store(11), 'associated', true],
			...stores(1, 3).map((id) => [id, 'disassociated', true]),
		]);
		expect(items.some(({ json }) => 'associated' in json || 'disassociated' in json)).toBe(false);
		expect(hints.join()).toContain(
			'Dry run: 1 store would be associated, 3 disassociated, 7 unchanged.',
		);
	});

	test('after a lost answer the list says what is so, not who did it', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { method: 'POST', times: 2 });
		const { items } = await set(rows(stores(4, 12)), { maxRetries: 0 });
		expect(items.map(({ json }) => json.change ?? json.error)).toEqual([
			...Array(7).fill('none'),
			...Array(2 + 3).fill('unknown'),
		]);
	});
});

describe('nothing is taken off by a slip', () => {
	test('more than half of the stores: nothing is done for the stock, and the message says how many', async () => {
		const { items } = await set([
			...rows([...stores(1, 4), store(20)]),
			...rows(associated(STOCKS.stores200), { stock: STOCKS.stores200 }),
		]);
		expect(writes()).toEqual([]);
		const message = `Stock ${STOCKS.noStores} would lose 6 of its 10 stores, and only 5 may go`;
		expect(items.slice(0, 5)).toMatchObject(
			[...stores(1, 4), store(20)].map((store_id, item) => ({
				json: {
					error: message,
					details: { store_id, ...ids, code: 'TOO_MANY_REMOVALS', outcome: 'notSent' },
				},
				pairedItem: { item },
			})),
		);
		expect(items.slice(5).map(({ json }) => json.change)).toEqual(Array(200).fill('none'));
	});

	test.each([
		[3, stores(4, 10), stores(4, 10)],
		[2, stores(4, 10), stores(1, 10)],
		[0, stores(1, 12), stores(1, 12)],
		[10, [store(12)], [store(12)]],
	])('Max Removals %i', async (maxRemovals, wanted, left) => {
		await set(rows(wanted), { maxRemovals });
		expect(associated()).toEqual(left);
	});

	test.each([
		['a store that is no ID', rows([...stores(2, 10), '#N/A'])],
		['no store', rows([...stores(2, 10), ''])],
		['no stock', [...rows(stores(2, 10)), ...rows([store(1)], { stock: '' })]],
	])('a row with %s: what is missing is put on, nothing is taken off', async (_, inputs) => {
		const { items } = await set([...inputs, ...rows([store(11)])]);
		expect(writes()).toEqual(['associate-stores']);
		expect(associated()).toEqual(stores(1, 11));
		expect(items.at(-1)).toMatchObject({
			json: {
				error: `It was not taken off Stock ${STOCKS.noStores}, because a row of the input cannot be used, so that the input may not have all stores`,
				details: { store_id: store(1), ...ids, code: 'INPUT_INCOMPLETE', outcome: 'notSent' },
			},
			pairedItem: { item: 0 },
		});
	});

	test('a row that names another brand for the stock: nothing is taken off', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...parameters, brandId: '={{ $json.brand }}' },
			rows: [
				...rows(stores(2, 10), { brand: BRANDS.coffee }),
				...rows([store(1)], { brand: BRANDS.noodles }),
			],
			onError: 'continueRegularOutput',
		});
		expect(writes()).toEqual([]);
		expect(items.at(-1)?.json).toMatchObject({ details: { code: 'INPUT_INCOMPLETE' } });
	});

	test('rows of one stock with different Options: the later ones are refused, nothing is taken off', async () => {
		const { items } = await set(
			[...rows(stores(2, 9), { most: 5 }), ...rows([store(10)], { most: 6 })],
			{ maxRemovals: '={{ $json.most }}' },
		);
		expect(writes()).toEqual([]);
		expect(items[8]?.json.error).toBe('Options are not those of the first row of the same stock');
		expect(items.slice(9).map(({ json }) => (json.details as IDataObject).code)).toEqual([
			'INPUT_INCOMPLETE',
			'INPUT_INCOMPLETE',
		]);
	});

	test('new stores that could not be put on because a call failed: nothing is taken off', async () => {
		simulator().misbehave(
			{ kind: 'status', status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' },
			{ method: 'POST' },
		);
		const { items } = await set(rows(stores(4, 11)));
		expect(associated()).toEqual(stores(1, 10));
		expect(items.slice(7).map(({ json }) => (json.details as IDataObject).code)).toEqual([
			'NO_AUTH',
			...Array(3).fill('NOT_ALL_ASSOCIATED'),
		]);
	});

	test('a new store that WeChat Pay refuses does not keep the others, when another was put on', async () => {
		const { items } = await set(rows([...stores(2, 11), FIRST_STORES.noodles]));
		expect(associated()).toEqual(stores(2, 11));
		expect(items[10]?.json).toMatchObject({
			details: { store_id: FIRST_STORES.noodles, outcome: 'refused' },
		});
	});

	test('more new stores that WeChat Pay refuses than it puts on: nothing is taken off', async () => {
		const strangers = [FIRST_STORES.noodles, String(Number(FIRST_STORES.noodles) + 1)];
		const { items } = await set(rows([...stores(2, 11), ...strangers]));
		expect(associated()).toEqual(stores(1, 11));
		expect(items.at(-1)?.json).toMatchObject({
			error: `It was not taken off Stock ${STOCKS.noStores}, because WeChat Pay refused 2 of 3 new stores`,
			details: { store_id: store(1), code: 'NOT_ALL_ASSOCIATED', outcome: 'notSent' },
		});
	});

	test('a list that cannot be verified: nothing is changed, and no row is unknown', async () => {
		simulator().misbehave({ kind: 'changedSignature' }, { times: Infinity });
		const { items } = await set(rows(stores(4, 5)), { maxRetries: 0 });
		expect(writes()).toEqual([]);
		expect(items).toMatchObject(
			stores(4, 5).map((store_id) => ({
				json: { details: { store_id, code: 'UNVERIFIED_SIGNATURE', outcome: 'notSent' } },
			})),
		);
	});

	test('a list that cannot be read: nothing is changed', async () => {
		simulator().misbehave(
			{ kind: 'status', status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' },
			{ method: 'GET' },
		);
		const { items } = await set(rows(stores(4, 5)));
		expect(writes()).toEqual([]);
		expect(items).toMatchObject(
			stores(4, 5).map((store_id) => ({ json: { details: { store_id, code: 'NO_AUTH' } } })),
		);
	});

	test('the workflow stops before anything is changed when a row cannot be read', async () => {
		const { error } = await set([...rows(stores(2, 11)), ...rows(['#N/A'])], {}, {});
		expect(error?.message).toBe(
			'1 of 11 rows cannot be read, so nothing was sent. The first: Store IDs is “#N/A”, which a spreadsheet shows when a formula gives no value [item 10]',
		);
		expect(error?.description).toContain('Nothing was sent, so nothing was changed.');
		expect(simulator().requests).toEqual([]);
	});
});
