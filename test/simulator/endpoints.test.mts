import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, isSigned, type Received } from './client.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import {
	BRANDS,
	FIRST_STORES,
	MERCHANT_COUPON_STOCKS,
	PARTNERS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	STOCKS,
	storeIds,
} from './shop.mts';
import {
	merchantCouponStockPath,
	partnershipsUrl,
	productCouponPath,
	storesPath,
	withQuery,
} from './urls.mts';

const { effective, reserved } = PRODUCT_COUPONS;
const brand_id = BRANDS.coffee;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

async function signed(answer: Promise<Received>): Promise<JsonObject> {
	const received = await answer;
	expect(received.json).not.toHaveProperty('code');
	expect(received.status).toBe(200);
	expect(isSigned(simulator, received)).toBe(true);
	expect(received.headers['request-id']).toMatch(/^[0-9A-F]{40}-0$/);
	return received.json;
}
const get = (url: string) => signed(call(simulator, { url }));
const post = (url: string, body: object) =>
	signed(call(simulator, { method: 'POST', url, body: JSON.stringify(body) }));

const list = (stock: string, query: Record<string, unknown> = {}, coupon: string = effective) =>
	get(withQuery(storesPath(coupon, stock, 'associated-stores'), { brand_id, ...query }));
const disassociate = (stock: string, ids: string[], coupon: string = effective) =>
	post(storesPath(coupon, stock, 'disassociate-stores'), {
		store_list: ids.map((store_id) => ({ store_id })),
		brand_id,
	});
const idsOf = (page: JsonObject) =>
	((page['store_list'] ?? []) as Array<{ store_id: string }>).map(({ store_id }) => store_id);

describe('product coupon', () => {
	const coupon = (id: string, brand: string = brand_id) =>
		get(withQuery(productCouponPath(id), { brand_id: brand }));

	test('amount off', async () => {
		expect(await coupon(effective)).toEqual(simulator.shop.productCoupon(effective));
	});

	test('one of another authorised brand', async () => {
		const { noodlesEffective } = PRODUCT_COUPONS;
		const answer = await coupon(noodlesEffective, BRANDS.noodles);
		expect(answer).toMatchObject({ product_coupon_id: noodlesEffective });
	});

	test('the deactivate members go with the state', async () => {
		expect(await coupon(PRODUCT_COUPONS.auditing)).not.toHaveProperty('deactivate_time');
		expect(await coupon(PRODUCT_COUPONS.deactivated)).toMatchObject({
			state: 'DEACTIVATED',
			deactivate_time: '2025-06-20T13:29:35+08:00',
		});
	});

	test('the usage members go with the usage mode', async () => {
		expect(await coupon(PRODUCT_COUPONS.sequential)).not.toHaveProperty('single_usage_info');
		expect(await coupon(PRODUCT_COUPONS.discount)).not.toHaveProperty('sequential_usage_info');
	});

	test('an ID with reserved characters', async () => {
		expect(await coupon(reserved)).toMatchObject({ product_coupon_id: reserved });
	});
});

describe('associated stores', () => {
	test.each([
		[20, 150],
		[199, 16],
		[200, 15],
	])('pages of %d: every store once, in %d pages', async (page_size, pages) => {
		const seen: string[] = [];
		let page_token: unknown;
		for (let page = 1; page <= pages; page += 1) {
			const answer = await list(STOCKS.manyStores, { page_size, page_token });
			expect(answer['total_count']).toBe(page === 1 ? 3000 : undefined);
			seen.push(...idsOf(answer));
			page_token = answer['next_page_token'];
			expect(page_token === undefined).toBe(page === pages);
		}
		expect(seen).toEqual(storeIds(FIRST_STORES.coffee, 3000));
	});

	test('20 a page unless told', async () => {
		expect(idsOf(await list(STOCKS.manyStores))).toHaveLength(20);
	});

	test('no token after a full last page', async () => {
		const answer = await list(STOCKS.stores200, { page_size: 200 });
		expect(idsOf(answer)).toHaveLength(200);
		expect(answer).not.toHaveProperty('next_page_token');
	});

	test('one store more makes a second page', async () => {
		const { next_page_token: page_token } = await list(STOCKS.stores201, { page_size: 200 });
		expect(await list(STOCKS.stores201, { page_size: 200, page_token })).toEqual({
			store_list: [{ store_id: '100000201' }],
		});
	});

	test('no list when there are no stores', async () => {
		expect(await list(STOCKS.noStores)).toEqual({ total_count: 0 });
	});

	test('an empty token is the first page', async () => {
		expect(await list(STOCKS.stores200, { page_token: '' })).toMatchObject({ total_count: 200 });
	});

	test('a token needs percent-encoding and fits its limit', async () => {
		const { next_page_token: token } = await list(STOCKS.manyStores);
		expect(token).toMatch(/^\+\/.{1,98}$/);
	});

	test('stores that go while a list is read shift nothing', async () => {
		const first = await list(STOCKS.stores201, { page_size: 100 });
		await disassociate(STOCKS.stores201, idsOf(first));
		const second = await list(STOCKS.stores201, {
			page_size: 100,
			page_token: first['next_page_token'],
		});
		expect(idsOf(second)[0]).toBe('100000101');
	});

	test('IDs with reserved characters', async () => {
		expect(await list(STOCKS.reserved, {}, reserved)).toMatchObject({ total_count: 25 });
		const [request] = simulator.requests;
		expect(request?.path).toContain(encodeURIComponent(reserved));
		expect(request?.query).toEqual({ brand_id });
	});
});

describe('disassociate', () => {
	test('the list no longer shows the stores', async () => {
		await disassociate(STOCKS.stores200, ['100000001', '100000200']);
		const answer = await list(STOCKS.stores200, { page_size: 200 });
		expect(answer['total_count']).toBe(198);
		expect(idsOf(answer)).toEqual(storeIds('100000002', 198));
		expect(simulator.shop.associatedStores(effective, STOCKS.stores200)).toEqual(idsOf(answer));
	});

	test('other stocks keep them', async () => {
		await disassociate(STOCKS.stores200, ['100000001']);
		expect(await list(STOCKS.stores201)).toMatchObject({ total_count: 201 });
	});

	test('repetitions count once', async () => {
		const answer = await disassociate(STOCKS.stores200, ['100000002', '100000001', '100000002']);
		expect(answer).toEqual({
			total_count: 2,
			success_store_list: [{ store_id: '100000002' }, { store_id: '100000001' }],
		});
	});

	test('200 at once', async () => {
		const answer = await disassociate(STOCKS.stores200, storeIds('100000001', 200));
		expect(answer['success_store_list']).toHaveLength(200);
		expect(await list(STOCKS.stores200)).toEqual({ total_count: 0 });
	});

	test('what fails is listed with its reason, the rest is done', async () => {
		const strangers = ['1', '门店', FIRST_STORES.noodles];
		const ids = ['100000001', '100000201', ...strangers];
		expect(await disassociate(STOCKS.stores200, ids)).toEqual({
			total_count: 5,
			success_store_list: [{ store_id: '100000001' }],
			failed_store_list: [
				{ store_id: '100000201', code: 'INVALID_REQUEST', message: '门店未关联该批次' },
				...strangers.map((store_id) => ({
					store_id,
					code: 'INVALID_REQUEST',
					message: '门店ID非法或不属于当前品牌',
				})),
			],
		});
		expect(await list(STOCKS.stores200)).toMatchObject({ total_count: 199 });
	});

	test('a second time it fails', async () => {
		await disassociate(STOCKS.stores200, ['100000001']);
		expect(await disassociate(STOCKS.stores200, ['100000001'])).toEqual({
			total_count: 1,
			failed_store_list: [
				{ store_id: '100000001', code: 'INVALID_REQUEST', message: '门店未关联该批次' },
			],
		});
	});

	test('IDs with reserved characters', async () => {
		const answer = await disassociate(STOCKS.reserved, ['100000001'], reserved);
		expect(answer).toEqual({ total_count: 1, success_store_list: [{ store_id: '100000001' }] });
	});
});

describe('merchant coupon stock', () => {
	test.each([
		['normal', { stock_type: 'NORMAL', stock_state: 'RUNNING' }],
		['discount', { stock_type: 'DISCOUNT', stock_state: 'STOPED' }],
		['exchange', { stock_type: 'EXCHANGE', stock_state: 'PAUSED' }],
		['unaudited', { stock_type: 'NORMAL', stock_state: 'UNAUDIT' }],
		['uploadedCodes', { coupon_code_count: { total_count: 100, available_count: 50 } }],
	] as const)('%s', async (name, members) => {
		const answer = await get(merchantCouponStockPath(MERCHANT_COUPON_STOCKS[name]));
		const belong_merchant = simulator.credential.mchid;
		expect(answer).toMatchObject({ belong_merchant, ...members });
	});

	test('an integer larger than a double can hold keeps its digits', async () => {
		const url = merchantCouponStockPath(MERCHANT_COUPON_STOCKS.largeBudget);
		const { text } = await call(simulator, { url });
		expect(text).toContain('"max_amount":12345678901234567890,');
	});
});

describe('partnerships', () => {
	const ask = (query: Record<string, unknown>) => get(partnershipsUrl(query));
	const many = { authorized_data: PARTNERSHIP_STOCKS.many };

	test('offset is a page number', async () => {
		const pages = [];
		for (const offset of [0, 1, 2]) pages.push(await ask({ ...many, limit: 50, offset }));
		expect(pages.map((page) => page['total_count'])).toEqual([120, undefined, undefined]);
		expect(pages.map((page) => page['offset'])).toEqual([0, 1, 2]);
		const all = pages.flatMap((page) => page['data']);
		expect(all).toEqual(simulator.shop.partnerships(PARTNERSHIP_STOCKS.many));
	});

	test('beyond the last page there is no data, but the total', async () => {
		const answer = await ask({ authorized_data: PARTNERSHIP_STOCKS.fifty, limit: 50, offset: 1 });
		expect(answer).toEqual({ offset: 1, limit: 50, total_count: 50 });
	});

	test('20 a page unless told', async () => {
		const answer = await ask(many);
		expect(answer).toMatchObject({ offset: 0, limit: 20 });
		expect(answer['data']).toHaveLength(20);
	});

	test.each([
		['APPID', { appid: PARTNERS.appid }],
		['APPID', { appid: PARTNERS.appid, merchant_id: '2480029552' }],
		['MERCHANT', { merchant_id: PARTNERS.merchantId }],
	])('filtered by %s %j', async (type, id) => {
		const answer = await ask({ ...many, partner: { type, ...id } });
		expect(answer).toMatchObject({ total_count: 1, data: [{ partner: { type } }] });
	});

	test('one', async () => {
		const answer = await ask({ authorized_data: PARTNERSHIP_STOCKS.one });
		expect(answer).toMatchObject({ total_count: 1 });
	});
});

test('echo', async () => {
	const answer = await signed(
		call(simulator, {
			method: 'POST',
			url: '/v3/security/echo',
			body: JSON.stringify({ echo_message: '你好' }),
			headers: { 'Wechatpay-Serial': simulator.credential.publicKeyId },
		}),
	);
	expect(answer).toEqual({ echo_message: '你好' });
});
