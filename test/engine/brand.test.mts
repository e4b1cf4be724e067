import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { BRANDS, DELIVERY_PLANS, PRODUCT_COUPONS, STOCKS } from '../simulator/shop.mts';
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
