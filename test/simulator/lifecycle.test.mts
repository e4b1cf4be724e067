import { describe, expect, test } from '@jest/globals';
import { call, rawCall } from './client.mts';
import { type ReceivedRequest, startSimulator } from './index.mts';
import { BRANDS, createShop, PRODUCT_COUPONS, Shop, STOCKS } from './shop.mts';
import { productCouponPath, storesPath, withQuery } from './urls.mts';

const { effective } = PRODUCT_COUPONS;
const { stores200 } = STOCKS;

/** The names of the headers of an answer's text. */
const namesIn = (text: string) =>
	text
		.split('\r\n\r\n', 1)[0]!
		.split('\r\n')
		.slice(1)
		.map((line) => line.split(':', 1)[0]);

describe('simulator', () => {
	test('its credential has the right forms, other ones each time', async () => {
		const [first, second] = await Promise.all([startSimulator(), startSimulator()]);
		await Promise.all([first.close(), second.close()]);
		expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(first.credential).toEqual({
			mchid: expect.stringMatching(/^\d{10}$/),
			serialNo: expect.stringMatching(/^[0-9A-F]{40}$/),
			privateKey: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----\n/),
			publicKeyId: expect.stringMatching(/^PUB_KEY_ID_\d{34}$/),
			publicKey: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/),
			apiV3Key: expect.stringMatching(/^[0-9a-f]{32}$/),
			baseUrl: first.url,
		});
		expect(second.credential.privateKey).not.toBe(first.credential.privateKey);
	});

	test('records the bytes it received and tells who listens', async () => {
		const told: ReceivedRequest[] = [];
		const now = 1_700_000_000_000;
		const simulator = await startSimulator({
			clock: () => now,
			onRequest: (request) => told.push(request),
		});
		const path = storesPath(effective, stores200, 'disassociate-stores');
		const body = '{ "store_list":[], "brand_id":"品牌" }';
		const url = `${path}?a=%E5%93%81+b`;
		await call(simulator, { method: 'POST', url, body, timestamp: now / 1000 });
		await simulator.close();
		expect(told).toEqual(simulator.requests);
		expect(told).toMatchObject([
			{
				method: 'POST',
				url,
				path,
				query: { a: '品 b' },
				body: Buffer.from(body),
				signature: 'valid',
				status: 400,
				code: 'PARAM_ERROR',
				receivedAt: now,
			},
		]);
	});

	test('reset brings the shop back to what it was at the start', async () => {
		const shop = createShop({ storesPerStock: 7 });
		shop.replaceAssociatedStores(effective, STOCKS.noStores, ['100000009']);
		const simulator = await startSimulator({ shop });
		shop.disassociate(effective, stores200, new Set(['100000001']));
		shop.replaceAssociatedStores(effective, STOCKS.noStores, []);
		simulator.reset();
		await simulator.close();
		expect(shop.associatedStores(effective, STOCKS.manyStores)).toHaveLength(7);
		expect(shop.associatedStores(effective, stores200)).toHaveLength(200);
		expect(shop.associatedStores(effective, STOCKS.noStores)).toEqual(['100000009']);
	});

	test('serves a shop of its own', async () => {
		const shop = new Shop('1234567890');
		shop.addBrand('1', { authorised: true });
		const coupon = createShop().productCoupon(effective)!;
		shop.addProductCoupon({ ...coupon, product_coupon_id: '..', brand_id: '1' });
		shop.addStock({ productCouponId: '..', stockId: '2', stores: ['4', '3', '4'] });
		const simulator = await startSimulator({ shop });
		const url = withQuery(storesPath('..', '2', 'associated-stores'), { brand_id: '1' });
		const answer = await call(simulator, { url });
		await simulator.close();
		expect(simulator.credential.mchid).toBe('1234567890');
		expect(answer.json).toEqual({
			total_count: 2,
			store_list: [{ store_id: '3' }, { store_id: '4' }],
		});
	});

	test('header names go out as WeChat Pay writes them', async () => {
		const simulator = await startSimulator();
		const draft = {
			method: 'POST',
			url: '/v3/security/echo',
			body: '{"echo_message":"a"}',
			headers: { 'Wechatpay-Serial': simulator.credential.publicKeyId },
		};
		const good = await rawCall(simulator, draft);
		simulator.misbehave({ kind: 'truncated' });
		const truncated = await rawCall(simulator, draft);
		const refused = await rawCall(simulator, { ...draft, body: '{}' });
		await simulator.close();
		for (const text of [good, truncated]) {
			expect(namesIn(text)).toEqual(
				expect.arrayContaining([
					'Content-Type',
					'Request-ID',
					'Wechatpay-Timestamp',
					'Wechatpay-Nonce',
					'Wechatpay-Serial',
					'Wechatpay-Signature',
					'Wechatpay-Signature-Type',
					'Content-Length',
				]),
			);
		}
		expect(good).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
		expect(good.endsWith(`\r\n\r\n${draft.body}`)).toBe(true);
		expect(refused).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
		expect(namesIn(refused)).toEqual(expect.arrayContaining(['Content-Type', 'Request-ID']));
	});

	test('listens where it is told', async () => {
		const simulator = await startSimulator({ host: '127.0.0.2' });
		const url = withQuery(productCouponPath(effective), { brand_id: BRANDS.coffee });
		expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
		const { status } = await call(simulator, { url });
		await simulator.close();
		expect(status).toBe(200);
	});

	test('answers take the latency', async () => {
		const simulator = await startSimulator({ latencyMs: 30 });
		const url = withQuery(productCouponPath(effective), { brand_id: BRANDS.coffee });
		const begin = performance.now();
		expect((await call(simulator, { url })).status).toBe(200);
		// Timers may fire up to a millisecond early.
		expect(performance.now() - begin).toBeGreaterThanOrEqual(29);
		await simulator.close();
	});

	test('the shop refuses what hangs in the air', () => {
		const shop = new Shop();
		const coupon = createShop().productCoupon(effective)!;
		expect(() => shop.addProductCoupon(coupon)).toThrow('No brand 120344');
		expect(() => shop.addStock({ productCouponId: '1', stockId: '2' })).toThrow(
			'No product coupon 1',
		);
		expect(() => shop.replaceAssociatedStores('1', '2', [])).toThrow('No stock 2');
	});
});
