import { describe, expect, test } from '@jest/globals';
import { BRANDS, PRODUCT_COUPONS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const get = { resource: 'productCoupon', operation: 'get', brandId: BRANDS.coffee };

describe('Product Coupon: Get', () => {
	test('gives ten flat fields at most when Simplify is on, as it is by default', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...get, productCouponId: PRODUCT_COUPONS.deactivated },
		});
		expect(items).toEqual([
			{
				json: {
					product_coupon_id: PRODUCT_COUPONS.deactivated,
					brand_id: BRANDS.coffee,
					name: expect.any(String),
					state: 'DEACTIVATED',
					scope: 'ALL',
					type: 'NORMAL',
					usage_mode: 'SINGLE',
					out_product_no: expect.any(String),
					deactivate_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
					deactivate_reason: expect.any(String),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('gives the answer as it is when Simplify is off', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...get, productCouponId: PRODUCT_COUPONS.exchange, simplify: false },
		});
		expect(items).toEqual([
			{
				json: simulator().shop.productCoupon(PRODUCT_COUPONS.exchange),
				pairedItem: { item: 0 },
			},
		]);
	});

	test('sends a validly signed GET with brand_id in the query, and nothing else', async () => {
		await run({
			credential: simulator().credential,
			parameters: { ...get, productCouponId: PRODUCT_COUPONS.effective },
		});
		expect(simulator().requests).toEqual([
			expect.objectContaining({
				method: 'GET',
				url: `/v3/marketing/partner/product-coupon/product-coupons/${PRODUCT_COUPONS.effective}?brand_id=${BRANDS.coffee}`,
				signature: 'valid',
				status: 200,
				body: Buffer.alloc(0),
				headers: expect.objectContaining({
					accept: 'application/json',
					'user-agent': expect.any(String),
					'wechatpay-serial': simulator().credential.publicKeyId,
				}),
			}),
		]);
	});

	test('sends reserved characters of an ID percent-encoded', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...get, productCouponId: PRODUCT_COUPONS.reserved },
		});
		expect(items[0]?.json.product_coupon_id).toBe(PRODUCT_COUPONS.reserved);
		expect(simulator().requests[0]).toMatchObject({
			path: `/v3/marketing/partner/product-coupon/product-coupons/${encodeURIComponent(PRODUCT_COUPONS.reserved)}`,
			signature: 'valid',
		});
	});

	test('looks up every input item, linked to it, and takes numbers and blanks of a spreadsheet', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...get, productCouponId: '={{ $json.id }}' },
			rows: [
				{ id: Number(PRODUCT_COUPONS.discount) },
				{ id: ` ${PRODUCT_COUPONS.auditing}\n` },
				{ id: PRODUCT_COUPONS.sequential },
			],
		});
		expect(items.map(({ json, pairedItem }) => [json.product_coupon_id, pairedItem])).toEqual([
			[PRODUCT_COUPONS.discount, { item: 0 }],
			[PRODUCT_COUPONS.auditing, { item: 1 }],
			[PRODUCT_COUPONS.sequential, { item: 2 }],
		]);
	});
});
