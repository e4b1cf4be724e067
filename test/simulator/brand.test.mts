import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asker } from './asker.mts';
import { call } from './client.mts';
import { type Simulator, startSimulator } from './index.mts';
import { BRANDS, DELIVERY_PLANS, PRODUCT_COUPONS } from './shop.mts';

const COUPON = `/brand/marketing/product-coupon/product-coupons/${PRODUCT_COUPONS.effective}`;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

describe('the side of a brand', () => {
	test('answers without the brand, signed as for brands', async () => {
		const { status, json, headers } = await call(simulator, { url: COUPON });
		expect(status).toBe(200);
		expect(JSON.stringify(json)).not.toContain('brand_id');
		expect(headers).toMatchObject({
			'wechatpay-signature-type': 'WECHATPAY-BRAND-SHA256-RSA2048',
			'wechatpay-serial': simulator.brandCredential.publicKeyId,
		});
		expect(simulator.brandCredential.brandId).toBe(BRANDS.coffee);
	});

	test.each([
		[{ pairs: { brand_id: '999' } }, 401, '品牌商户未申请过品牌API证书。'],
		[{ pairs: { serial_no: 'F'.repeat(40) } }, 401, '品牌商户证书序列号有误。'],
		[{ pairs: { brand_id: undefined } }, 401, 'HTTP头Authorization值格式错误'],
		[{ timestamp: 1 }, 401, 'HTTP头Authorization中的timestamp与发起请求的时间不得超过5分钟'],
		[{ signed: { body: 'x' } }, 401, '错误的签名，导致验签失败。'],
		[
			{ headers: { Authorization: 'WECHATPAY2-SHA256-RSA2048 mchid="1"' } },
			401,
			'HTTP头Authorization认证类型不正确',
		],
		[
			{ headers: { 'Wechatpay-Serial': undefined } },
			400,
			'请求头Wechatpay-Serial缺失或与品牌不匹配',
		],
	])('%j: %d %s', async (draft, status, message) => {
		const answer = await call(simulator, { url: COUPON, ...draft });
		expect(answer.status).toBe(status);
		expect(answer.json.message).toBe(message);
	});

	test('knows the brand: a request that names one is refused', async () => {
		const { status, json } = await call(simulator, { url: `${COUPON}?brand_id=120344` });
		expect([status, json.code]).toEqual([400, 'PARAM_ERROR']);
	});

	test('has plans without a prefix, and resumes none that is not paused', async () => {
		const ask = asker(simulator, 'brand');
		const { json } = await ask('deliveryPlan.getAll', { plan_state: 'DELIVERING' });
		expect(json.plan_list).toContainEqual(expect.objectContaining({ plan_state: 'DELIVERING' }));
		const refused = await ask('deliveryPlan.resume', { plan_id: DELIVERY_PLANS.first });
		expect(refused.status).toBe(400);
	});

	test('is no side of a merchant', async () => {
		const path = '/brand/marketing/delivery-plan/delivery-plans/7001/terminate';
		expect((await call(simulator, { method: 'POST', url: path })).status).toBe(404);
	});
});
