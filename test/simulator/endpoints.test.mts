import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, isSigned, type Received } from './client.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import {
	BRANDS,
	FIRST_STORES,
	MANY_STOCKS,
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
	stocksPath,
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

describe('stocks', () => {
	const { manyStocks } = PRODUCT_COUPONS;
	const ask = (coupon: string, query: Record<string, unknown> = {}) =>
		get(withQuery(stocksPath(coupon), { brand_id, ...query }));
	const stocksOf = (page: JsonObject) => (page['stock_list'] ?? []) as JsonObject[];
	const stockIds = (page: JsonObject) => stocksOf(page).map((stock) => stock['stock_id']);
	const allIds = Array.from({ length: MANY_STOCKS.count }, (_, index) =>
		String(Number(MANY_STOCKS.first) + index),
	);

	/** The stocks of all pages; checks the total and that only the last page has no token. */
	async function walk(query: Record<string, unknown>, pages: number, total: number) {
		const seen: JsonObject[] = [];
		let page_token: unknown;
		for (let page = 1; page <= pages; page += 1) {
			const answer = await ask(manyStocks, { ...query, page_token });
			expect(answer['total_count']).toBe(page === 1 ? total : undefined);
			seen.push(...stocksOf(answer));
			page_token = answer['next_page_token'];
			expect(page_token === undefined).toBe(page === pages);
		}
		expect(seen).toHaveLength(total);
		return seen;
	}

	test.each([
		[1, 60],
		[20, 3],
		[49, 2],
		[50, 2],
		[undefined, 3],
	])('pages of %s: every stock once, in %d pages', async (page_size, pages) => {
		const seen = await walk({ page_size }, pages, 60);
		expect(seen.map((stock) => stock['stock_id'])).toEqual(allIds);
	});

	test.each([
		['AUDITING', 6],
		['SENDING', 36],
		['PAUSED', 6],
		['STOPPED', 6],
		['DEACTIVATED', 6],
	])('state %s: only its %d stocks, also on later pages', async (state, total) => {
		const seen = await walk({ state, page_size: 5 }, Math.ceil(total / 5), total);
		expect(new Set(seen.map((stock) => stock['state']))).toEqual(new Set([state]));
	});

	test('no list when there are no stocks, or none in the state', async () => {
		expect(await ask(PRODUCT_COUPONS.auditing)).toEqual({ total_count: 0 });
		expect(await ask(effective, { state: 'AUDITING' })).toEqual({ total_count: 0 });
	});

	test('an empty token is the first page', async () => {
		expect(await ask(manyStocks, { page_token: '' })).toMatchObject({ total_count: 60 });
	});

	test('a token needs percent-encoding and fits its limit', async () => {
		const { next_page_token: token } = await ask(manyStocks);
		expect(token).toMatch(/^\+\/.{1,98}$/);
	});

	test('stocks that change state while a list is read shift nothing', async () => {
		const query = { state: 'SENDING', page_size: 18 };
		const first = await ask(manyStocks, query);
		for (const stockId of stockIds(first)) {
			const stock = simulator.shop.stock(manyStocks, String(stockId))!;
			simulator.shop.addStock({ ...stock, state: 'PAUSED' });
		}
		const second = await ask(manyStocks, { ...query, page_token: first['next_page_token'] });
		expect(stockIds(second)).toEqual(allIds.filter((_, index) => index % 10 < 6).slice(18));
		expect(second).not.toHaveProperty('next_page_token');
	});

	test('by ID, whatever the order in which they came', async () => {
		simulator.shop.addStock({ productCouponId: manyStocks, stockId: '1' });
		expect(stockIds(await ask(manyStocks, { page_size: 2 }))).toEqual(['1', MANY_STOCKS.first]);
	});

	test('a stock with all its members', async () => {
		const answer = await ask(PRODUCT_COUPONS.noodlesEffective, { brand_id: BRANDS.noodles });
		expect(answer).toEqual({
			total_count: 1,
			stock_list: [
				{
					product_coupon_id: PRODUCT_COUPONS.noodlesEffective,
					stock_id: STOCKS.noodles,
					remark: '牛肉面新客立减',
					coupon_code_mode: 'WECHATPAY',
					stock_send_rule: { max_count: 10000, max_count_per_user: 5 },
					single_usage_rule: {
						coupon_available_period: {
							available_begin_time: '2099-01-01T00:00:00+08:00',
							available_end_time: '2099-12-31T23:59:59+08:00',
						},
						normal_coupon: { threshold: 10000, discount_amount: 1000 },
					},
					usage_rule_display_info: {
						coupon_usage_method_list: ['OFFLINE', 'MINI_PROGRAM'],
						mini_program_appid: 'wx4fd12345678',
						mini_program_path: '/pages/index/index',
						usage_description: '结账时出示券码或在小程序下单时使用，不与其他优惠同享',
						coupon_available_store_info: { description: '指定门店可用' },
					},
					coupon_display_info: {
						code_display_mode: 'QRCODE',
						background_color: 'Color020',
						entrance_mini_program: {
							appid: 'wx4fd12345678',
							path: '/pages/index/index',
							entrance_wording: '欢迎选购',
							guidance_wording: '更多优惠',
						},
					},
					notify_config: { notify_appid: 'wx4fd12345678' },
					store_scope: 'SPECIFIC',
					sent_count_info: { total_count: 340, today_count: 12 },
					state: 'SENDING',
					brand_id: BRANDS.noodles,
				},
			],
		});
	});

	test('every remark says something, in 20 characters at most', async () => {
		for (const coupon of [effective, reserved, PRODUCT_COUPONS.discount]) {
			for (const { remark } of stocksOf(await ask(coupon))) {
				expect(remark).toMatch(/^\p{Script=Han}{1,20}$/u);
			}
		}
		const remarks = (await walk({}, 3, 60)).map((stock) => stock['remark']);
		expect(new Set(remarks).size).toBe(60);
		for (const remark of remarks) expect(remark).toMatch(/^\d+月\p{Script=Han}{1,17}$/u);
	});

	test('an expired stock ended in the past and sends no more', async () => {
		const stocks = stocksOf(await ask(effective));
		expect(stocks.find((stock) => stock['stock_id'] === STOCKS.expired)).toMatchObject({
			state: 'STOPPED',
			sent_count_info: { today_count: 0 },
			single_usage_rule: {
				coupon_available_period: {
					available_begin_time: '2023-01-01T00:00:00+08:00',
					available_end_time: '2023-06-30T23:59:59+08:00',
				},
			},
		});
	});

	test('the deactivate members go with the state', async () => {
		for (const stock of await walk({}, 3, 60)) {
			const deactivated = stock['state'] === 'DEACTIVATED';
			const { deactivate_request_no, deactivate_time, deactivate_reason } = stock;
			const members = [deactivate_request_no, deactivate_time, deactivate_reason];
			expect(members.map((member) => member !== undefined)).toEqual(Array(3).fill(deactivated));
		}
	});

	test("the store scope is the stock's", async () => {
		const stocks = stocksOf(await ask(effective));
		expect(stocks.filter((stock) => stock['store_scope'] === 'ALL')).toMatchObject([
			{ stock_id: STOCKS.allStores },
		]);
	});

	test.each([
		['discount', 'single_usage_rule', 'discount_coupon', { threshold: 5000, percent_off: 30 }],
		['exchange', 'single_usage_rule', 'exchange_coupon', { threshold: 0, exchange_price: 1900 }],
		[
			'sequential',
			'sequential_usage_rule',
			'normal_coupon_list',
			Array(10).fill({ threshold: 3000, discount_amount: 500 }),
		],
	] as const)('the rule of a stock fits its product coupon: %s', async (name, member, of, rule) => {
		const productCouponId = PRODUCT_COUPONS[name];
		simulator.shop.addStock({ productCouponId, stockId: '1' });
		const [stock = {}] = stocksOf(await ask(productCouponId));
		const others = Object.keys(stock).filter((key) => key.endsWith('usage_rule'));
		expect(others).toEqual([member]);
		expect(stock[member]).toEqual({ coupon_available_period: expect.anything(), [of]: rule });
	});

	test('an ID with reserved characters', async () => {
		const answer = await ask(reserved);
		expect(answer).toMatchObject({ total_count: 1, stock_list: [{ stock_id: STOCKS.reserved }] });
		expect(simulator.requests[0]?.path).toBe(stocksPath(reserved));
	});

	test('new stores leave the rest of a stock as it was', async () => {
		const before = await ask(manyStocks);
		simulator.shop.replaceAssociatedStores(manyStocks, MANY_STOCKS.first, ['100000009']);
		expect(await ask(manyStocks)).toEqual(before);
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
		expect(text).toContain('"max_amount":9223372036854775807,');
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
