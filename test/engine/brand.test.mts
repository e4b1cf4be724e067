import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { newCoupon, newNumber, SENDABLE } from '../simulator/examples.mts';
import { without } from '../simulator/json.mts';
import {
	BRANDS,
	DELIVERY_PLANS,
	FIRST_STORES,
	PRODUCT_COUPONS,
	STOCKS,
	storeIds,
} from '../simulator/shop.mts';
import { openidOf, USER_OF_ROW } from './helpers/sendings.mts';
import { run, searchList, type Run } from './helpers/engine.mts';
import { useSimulator } from './helpers/useSimulator.mts';

const simulator = useSimulator();

const runAsBrand = async (what: Omit<Run, 'credential'>) =>
	await run({ ...what, credential: simulator().brandCredential });

const COUPON: INodeParameters = {
	resource: 'productCoupon',
	operation: 'get',
	productCouponId: PRODUCT_COUPONS.effective,
};

describe('a brand that calls for itself', () => {
	test('signs in its own way, names no brand, and gets its answer', async () => {
		const { items, error } = await runAsBrand({ parameters: COUPON });
		expect(error).toBeUndefined();
		const [call] = simulator().requests;
		expect(call).toMatchObject({
			signature: 'valid',
			url: `/brand/marketing/product-coupon/product-coupons/${PRODUCT_COUPONS.effective}`,
		});
		expect(call?.headers.authorization).toMatch(
			new RegExp(`^WECHATPAY-BRAND-SHA256-RSA2048 brand_id="${BRANDS.coffee}",`),
		);
		expect(call?.headers['wechatpay-serial']).toBe(simulator().brandCredential.publicKeyId);
		expect(items[0]?.json).toMatchObject({ product_coupon_id: PRODUCT_COUPONS.effective });
		expect(items[0]?.json).not.toHaveProperty('brand_id');
	});

	test('takes no answer that does not say how it is signed', async () => {
		const header = 'Wechatpay-Signature-Type';
		simulator().misbehave({ kind: 'missingHeader', header }, { times: Infinity });
		const { items } = await runAsBrand({
			parameters: { ...COUPON, options: { maxRetries: 0 } },
			onError: 'continueRegularOutput',
		});
		expect(items[0]?.json).toMatchObject({ details: { code: 'UNVERIFIED_TYPE' } });
	});

	test('is told of its ID when it is that of a merchant, before any call', async () => {
		const credential = { ...simulator().brandCredential, brandId: '1900000001' };
		const { error } = await run({ credential, parameters: COUPON });
		expect(error?.message).toContain('Brand ID in the credential is a merchant ID');
		expect(simulator().requests).toEqual([]);
	});

	test('chooses a stock from a list, without a brand', async () => {
		const parameters = { ...COUPON, resource: 'productCouponStock', operation: 'get' };
		const { results } = await searchList(
			{ credential: simulator().brandCredential, parameters },
			'searchStocks',
		);
		expect(results.map(({ value }) => value)).toContain(STOCKS.stores200);
	});
});

describe('delivery plans of a brand', () => {
	const PLAN = DELIVERY_PLANS.first;
	const setState = (plan_state: string) => {
		const plan = simulator().shop.deliveryPlan(PLAN)!;
		simulator().shop.addDeliveryPlan({ ...plan, answer: { ...plan.answer, plan_state } });
	};
	const resume = { resource: 'deliveryPlan', operation: 'resume', planId: PLAN };

	test('are listed by the states that a brand knows', async () => {
		setState('PLAN_PAUSED');
		const { items } = await runAsBrand({
			parameters: {
				resource: 'deliveryPlan',
				operation: 'getAll',
				filters: { planState: 'PAUSED' },
			},
		});
		expect(items.map(({ json }) => json)).toEqual([
			expect.objectContaining({ plan_id: PLAN, plan_state: 'PAUSED' }),
		]);
		expect(simulator().requests[0]?.query).toMatchObject({ plan_state: 'PAUSED' });
	});

	test('are chosen from a list, and searched by words', async () => {
		const what = { credential: simulator().brandCredential, parameters: resume };
		const { results } = await searchList(what, 'searchDeliveryPlans', PLAN);
		expect(results).toEqual([
			expect.objectContaining({ value: PLAN, name: expect.stringContaining(PLAN) as never }),
		]);
	});

	test('are resumed without a body', async () => {
		setState('PLAN_PAUSED');
		const { items, error } = await runAsBrand({ parameters: resume });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toEqual({ plan_id: PLAN, success: true, change: 'resumed' });
		const [call] = simulator().requests;
		expect(call?.body.length).toBe(0);
		expect(call?.headers).not.toHaveProperty('content-type');
		expect(simulator().shop.deliveryPlan(PLAN)?.answer.plan_state).toBe('PLAN_DELIVERING');
	});

	test('that give out coupons already are left alone', async () => {
		const { items } = await runAsBrand({ parameters: resume });
		expect(items[0]?.json).toMatchObject({ plan_id: PLAN, change: 'none' });
	});
});

describe('stores of a stock of a brand', () => {
	const STOCK = {
		resource: 'productCouponStock',
		productCouponId: PRODUCT_COUPONS.effective,
		stockId: STOCKS.stores200,
	};
	const onStock = () =>
		simulator().shop.associatedStores(PRODUCT_COUPONS.effective, STOCKS.stores200);
	const [first = '', second = '', ...others] = storeIds(FIRST_STORES.coffee, 200);
	const added = storeIds(FIRST_STORES.coffee, 201).slice(200);

	test('are made exactly those of the input', async () => {
		const wanted = [...others, ...added];
		const { items, error } = await runAsBrand({
			parameters: { ...STOCK, operation: 'setStores', storeIds: '={{ $json.store_id }}' },
			rows: wanted.map((store_id) => ({ store_id })),
		});
		expect(error).toBeUndefined();
		expect([...onStock()].sort()).toEqual([...wanted].sort());
		const changed = items.filter(({ json }) => json.change !== 'none').map(({ json }) => json);
		expect(changed.map(({ store_id, change }) => [store_id, change]).sort()).toEqual([
			[first, 'disassociated'],
			[second, 'disassociated'],
			[added[0], 'associated'],
		]);
		for (const row of changed) expect(row).not.toHaveProperty('brand_id');
		for (const { path, body } of simulator().requests) {
			expect(path.startsWith('/brand/')).toBe(true);
			expect(body.toString()).not.toContain('brand_id');
		}
	});

	test('are taken off by the numbers of the chain', async () => {
		const { items, error } = await runAsBrand({
			parameters: {
				...STOCK,
				operation: 'disassociateStores',
				storeIdKind: 'own',
				storeIds: '={{ $json.number }}',
			},
			rows: [{ number: '0001' }, { number: '0002' }],
		});
		expect(error).toBeUndefined();
		const ids = { product_coupon_id: PRODUCT_COUPONS.effective, stock_id: STOCKS.stores200 };
		expect(items.map(({ json }) => json)).toEqual(
			[
				['0001', first],
				['0002', second],
			].map(([store_reference_id, store_id]) => ({
				store_reference_id,
				store_id,
				disassociated: true,
				change: 'disassociated',
				...ids,
			})),
		);
		expect(onStock()).toHaveLength(198);
		const paths = new Set(simulator().requests.map(({ path }) => path));
		expect([...paths][0]).toBe('/brand/store/brandstores');
	});
});

describe('coupons of a brand', () => {
	test('are sent to a user once, whichever workflow runs', async () => {
		const { product_coupon_id, stock_id } = SENDABLE;
		const send = async (workflowId: string) =>
			await runAsBrand({
				parameters: {
					resource: 'userProductCoupon',
					operation: 'send',
					productCouponId: product_coupon_id,
					stockId: stock_id,
					...USER_OF_ROW,
					options: { onceWithin: 'ever' },
				},
				rows: [{ openid: openidOf(1) }],
				execution: { workflowId },
			});
		const [one, other] = [await send('one'), await send('other')];
		expect(one.error).toBeUndefined();
		expect(other.items[0]?.json).toEqual(one.items[0]?.json);
		expect(simulator().shop.userProductCoupons(openidOf(1))).toHaveLength(1);
		expect(JSON.stringify(one.items[0]?.json)).not.toContain('brand_id');
	});

	test('are created by columns of a row, which may name a brand that does not count', async () => {
		const coupon = without(newCoupon(), 'out_request_no');
		const { items, error } = await runAsBrand({
			parameters: {
				resource: 'productCoupon',
				operation: 'create',
				define: 'fields',
				scope: 'ALL',
				type: 'NORMAL',
				usageMode: 'SINGLE',
				fields: { mappingMode: 'autoMapInputData', value: null },
				options: { requestNumber: newNumber('brand') },
			},
			rows: [coupon as IDataObject],
		});
		expect(error).toBeUndefined();
		const [call] = simulator().requests;
		expect(call?.path).toBe('/brand/marketing/product-coupon/product-coupons');
		expect(call?.body.toString()).not.toContain('brand_id');
		const id = String(items[0]?.json.product_coupon_id);
		expect(simulator().shop.productCoupon(id)).toMatchObject({ brand_id: BRANDS.coffee });
	});
});
