import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SENDABLE } from '../../simulator/examples.mts';
import { BRANDS, FIRST_STORES, PRODUCT_COUPONS, STOCKS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { LOST_AFTER_WORK } from '../helpers/lostAfterWork.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { timeoutFor } from '../helpers/timeoutFor.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const parameters = {
	resource: 'productCouponStock',
	operation: 'disassociateStores',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
	stockId: STOCKS.manyStores,
	storeIds: '={{ $json.store_id }}',
	options: {},
};

const store = (index: number) => String(Number(FIRST_STORES.coffee) + index);
const rows = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ store_id: store(index) }));
const neverThere = FIRST_STORES.noodles;
const listings = () => simulator().requests.filter(({ method }) => method === 'GET');

describe('Disassociate Stores after an answer that was lost', () => {
	test.each(LOST_AFTER_WORK)(
		'$kind: work that was done and a store that was never there come out alike: off, by whom is not known',
		async (fault) => {
			simulator().misbehave(fault, { method: 'POST' });
			const { items } = await run({
				credential: simulator().credential,
				parameters: { ...parameters, options: timeoutFor(fault) },
				rows: [...rows(3), { store_id: neverThere }],
				onError: 'continueRegularOutput',
			});
			expect(items).toMatchObject([
				{
					json: { store_id: store(0), disassociated: true, change: 'unknown' },
					pairedItem: { item: 0 },
				},
				{
					json: { store_id: store(1), disassociated: true, change: 'unknown' },
					pairedItem: { item: 1 },
				},
				{
					json: { store_id: store(2), disassociated: true, change: 'unknown' },
					pairedItem: { item: 2 },
				},
				{ json: { store_id: neverThere, disassociated: true, change: 'unknown' } },
			]);
			expect(simulator().requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
			// 2,997 stores are left: 15 pages.
			expect(listings()).toHaveLength(15);
		},
	);

	test('a lost answer is never told as not on the stock', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { method: 'POST' });
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...parameters, options: { notOnStock: 'error' } },
			rows: rows(3),
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => [json.store_id, json.change])).toEqual(
			rows(3).map(({ store_id }) => [store_id, 'unknown']),
		);
	});

	test('work that was not done before the connection broke is done by the repeat, without a look-up', async () => {
		simulator().misbehave({ kind: 'resetBeforeWork' }, { method: 'POST' });
		const { items } = await run({
			credential: simulator().credential,
			parameters,
			rows: rows(3),
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => json.change)).toEqual(Array(3).fill('disassociated'));
		expect(listings()).toHaveLength(0);
	});

	test('a store that is refused and still there is reported as refused', async () => {
		simulator().misbehave({ kind: 'resetBeforeWork' }, { method: 'POST' });
		simulator().misbehave(
			{
				kind: 'answer',
				change: () => ({
					total_count: 1,
					failed_store_list: [
						{ store_id: store(0), code: 'INVALID_REQUEST', message: '门店状态异常' },
					],
				}),
			},
			{ method: 'POST' },
		);
		simulator().misbehave(
			{
				kind: 'answer',
				change: () => ({ total_count: 1, store_list: [{ store_id: store(0) }] }),
			},
			{ method: 'GET' },
		);
		const { items } = await run({
			credential: simulator().credential,
			parameters,
			rows: [{ store_id: store(0) }],
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{ json: { details: { store_id: store(0), message: '门店状态异常', outcome: 'refused' } } },
		]);
		expect(listings()).toHaveLength(1);
	});

	test('what cannot be looked up is not called done', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { method: 'POST' });
		simulator().misbehave(
			{ kind: 'status', status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' },
			{ method: 'GET' },
		);
		const { items } = await run({
			credential: simulator().credential,
			parameters,
			rows: rows(2),
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{ json: { details: { store_id: store(0), outcome: 'unknown' } } },
			{ json: { details: { store_id: store(1), outcome: 'unknown' } } },
		]);
		for (const { json } of items) {
			expect(String(json.error).match(/It is not known whether/g)).toHaveLength(1);
		}
	});

	test('a call without an answer is settled by the list: what is off may have been so before, what is there was not done', async () => {
		simulator().misbehave(
			{ kind: 'answer', change: () => ({ total_count: 1, store_list: [{ store_id: store(1) }] }) },
			{ method: 'GET' },
		);
		simulator().misbehave({ kind: 'resetAfterWork' }, { method: 'POST' });
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...parameters, options: { maxRetries: 0 } },
			rows: rows(2),
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{ json: { store_id: store(0), disassociated: true, change: 'unknown' } },
			{ json: { details: { store_id: store(1), code: 'ECONNRESET', outcome: 'refused' } } },
		]);
		expect(items[1]?.json.error).toBe(
			'It was not done, as the list of WeChat Pay shows: The connection to WeChat Pay was lost',
		);
	});

	test('a call that got no answer at all is not called done', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { times: Infinity });
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...parameters, options: { maxRetries: 1 } },
			rows: rows(1),
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{ json: { details: { store_id: store(0), code: 'ECONNRESET', outcome: 'unknown' } } },
		]);
	});
});

describe('A row of which it is not known what became of it says whether to run it again', () => {
	const lost = async (what: INodeParameters) => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { times: Infinity });
		const given = { ...what, options: { maxRetries: 0 } };
		const credential = simulator().credential;
		const { items } = await run({
			credential,
			parameters: given,
			onError: 'continueRegularOutput',
		});
		const { error } = await run({ credential, parameters: given });
		const { details } = items[0]!.json as { details: IDataObject };
		expect(details.outcome).toBe('unknown');
		return { details, stopped: error?.description };
	};

	test('it is safe under its request number', async () => {
		const { details, stopped } = await lost({
			resource: 'userProductCoupon',
			operation: 'send',
			brandId: SENDABLE.brand_id,
			productCouponId: SENDABLE.product_coupon_id,
			stockId: SENDABLE.stock_id,
			appid: 'wx233544546545989',
			openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
		});
		expect(details.send_request_no).toMatch(/^\w+$/);
		const again =
			'Running it again is safe under the same request number (send_request_no of the row)';
		expect(details.description).toContain(again);
		expect(stopped).toContain(again);
	});

	test('without such a number somebody has to look', async () => {
		const { details } = await lost({ ...parameters, storeIds: store(0) });
		expect(details.description).toContain(
			'Look whether it was done, and run it again if it was not.',
		);
	});
});
