import { afterEach, describe, expect, test } from '@jest/globals';
import { call } from './client.mts';
import { type Simulator, startSimulator } from './index.mts';
import { Quota } from './quota.mts';
import { BRANDS, PRODUCT_COUPONS, STOCKS } from './shop.mts';
import {
	merchantCouponStockPath,
	productCouponPath,
	stocksPath,
	storesPath,
	userProductCouponsPath,
	withQuery,
} from './urls.mts';

const START = 1_700_000_000_000;
const { effective } = PRODUCT_COUPONS;
const query = { brand_id: BRANDS.coffee };
const coupon = withQuery(productCouponPath(effective), query);
const stocks = withQuery(stocksPath(effective), query);
const stores = withQuery(storesPath(effective, STOCKS.stores200, 'associated-stores'), query);

let now = START;
let simulator: Simulator;

async function start(quotaPerSecond?: number): Promise<void> {
	now = START;
	simulator = await startSimulator({ clock: () => now, quotaPerSecond });
}
afterEach(() => simulator.close());

async function statusOf(url: string): Promise<number> {
	return (await call(simulator, { url, timestamp: Math.floor(now / 1000) })).status;
}
async function statuses(url: string, count: number): Promise<number[]> {
	const list: number[] = [];
	for (let index = 0; index < count; index += 1) list.push(await statusOf(url));
	return list;
}

describe('quota', () => {
	test('20 product coupon calls a second unless told, then 429', async () => {
		await start();
		expect(await statuses(coupon, 20)).toEqual(Array(20).fill(200));
		const refused = await call(simulator, { url: coupon, timestamp: START / 1000 });
		expect(refused.status).toBe(429);
		expect(refused.json).toEqual({
			code: 'RATELIMIT_EXCEEDED',
			message: '请求超过接口频率限制',
		});
		expect(refused.headers['request-id']).toMatch(/-270924289$/);
	});

	test('the window slides, and refused calls do not count', async () => {
		await start(2);
		expect(await statusOf(coupon)).toBe(200);
		now = START + 600;
		expect(await statusOf(coupon)).toBe(200);
		now = START + 999;
		expect(await statuses(coupon, 3)).toEqual([429, 429, 429]);
		now = START + 1000;
		expect(await statuses(coupon, 2)).toEqual([200, 429]);
		now = START + 1600;
		expect(await statusOf(coupon)).toBe(200);
	});

	test('each endpoint has its own, some have none', async () => {
		await start(1);
		const urls = [coupon, stocks, stores];
		for (const url of urls) expect(await statusOf(url)).toBe(200);
		for (const url of urls) expect(await statusOf(url)).toBe(429);
		const path = storesPath(effective, STOCKS.stores200, 'disassociate-stores');
		const body = JSON.stringify({ ...query, store_list: [{ store_id: '100000001' }] });
		const draft = { method: 'POST', url: path, body, timestamp: START / 1000 };
		expect((await call(simulator, draft)).status).toBe(200);
		expect((await call(simulator, { ...draft, body: body.replace('01', '02') })).status).toBe(429);
		expect(simulator.shop.associatedStores(effective, STOCKS.stores200)).toHaveLength(199);
		expect(await statuses(merchantCouponStockPath('100088'), 3)).toEqual([200, 200, 200]);
	});

	test('as documented unless told: 20 a second for looking up, 500 for what users have', async () => {
		await start();
		const coupons = withQuery(userProductCouponsPath('o1'), { ...query, appid: 'wx4fd12345678' });
		expect((await statuses(coupons, 30)).every((status) => status === 200)).toBe(true);
		expect((await statuses(stocks, 21)).at(-1)).toBe(429);
	});

	test('a window of a minute', () => {
		let time = 0;
		const quota = new Quota(2, () => time, 'minute');
		expect([quota.take(), quota.take(), quota.take()]).toEqual([true, true, false]);
		time = 59_999;
		expect(quota.take()).toBe(false);
		time = 60_000;
		expect(quota.take()).toBe(true);
	});

	test('a wrong signature costs nothing', async () => {
		await start(1);
		await call(simulator, { url: coupon, pairs: { signature: '' } });
		expect(await statusOf(coupon)).toBe(200);
	});

	test('0 is no limit, reset gives a new one', async () => {
		await start(0);
		expect(await statuses(coupon, 30)).toEqual(Array(30).fill(200));
		await simulator.close();
		await start(1);
		expect(await statuses(coupon, 2)).toEqual([200, 429]);
		simulator.reset();
		expect(await statusOf(coupon)).toBe(200);
	});
});
