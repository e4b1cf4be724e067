import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ask, asker } from './asker.mts';
import {
	BUNDLE,
	confirmedCoupon,
	newNumber,
	OPENID,
	SENDABLE,
	sending,
	sentCoupon,
	use,
} from './examples.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import { BRANDS, PRODUCT_COUPONS, STOCKS } from './shop.mts';

const START = Date.parse('2026-11-25T12:00:00+08:00');
const DAY = 24 * 3600 * 1000;
const appid = 'wx4fd12345678';

let now = START;
let simulator: Simulator;
let ask: Ask;
beforeAll(async () => {
	simulator = await startSimulator({ clock: () => now, quotaPerSecond: 0 });
	const plain = asker(simulator);
	ask = (id, values) => plain(id, values, { timestamp: Math.floor(now / 1000) });
});
afterAll(() => simulator.close());
beforeEach(() => {
	now = START;
	simulator.reset();
});

const act = (action: string, values: JsonObject) =>
	ask(`userProductCoupon.${action}`, { out_request_no: newNumber(), ...values });
const look = (ids: JsonObject) => ask('userProductCoupon.get', ids);
const refusal = (detailCode: number, message: string, status = 400) => ({
	status,
	message,
	headers: { 'request-id': expect.stringMatching(new RegExp(`-${detailCode}$`)) },
});

describe('the life of a coupon', () => {
	test('sent, confirmed, used, returned, used again', async () => {
		const sent = await ask('userProductCoupon.send', { ...sending(), attach: '活动A' });
		expect(sent).toMatchObject({
			coupon_state: 'CONFIRMING',
			receive_time: '2026-11-25T12:00:00+08:00',
			valid_begin_time: '2026-11-25T12:00:00+08:00',
			valid_end_time: '2026-12-25T12:00:00+08:00',
			send_channel: 'API',
			attach: '活动A',
			stock: { stock_id: STOCKS.sendable, sent_count_info: { total_count: 1, today_count: 1 } },
			product_coupon: { product_coupon_id: PRODUCT_COUPONS.sendable },
		});
		const ids = { ...SENDABLE, openid: OPENID, appid, coupon_code: sent['coupon_code'] };
		expect(await act('confirm', ids)).toMatchObject({ coupon_state: 'EFFECTIVE' });

		const used = await act('use', { ...ids, ...use(), out_request_no: 'use_0000001' });
		expect(used).toMatchObject({
			coupon_state: 'USED',
			single_usage_detail: {
				use_request_no: 'use_0000001',
				use_time: '2026-11-25T12:00:00+08:00',
				associated_order_info: { mchid: '1900000109' },
			},
		});
		expect(await act('use', { ...ids, ...use() })).toMatchObject(
			refusal(268578367, '用户券状态非法'),
		);
		expect(await act('return', { ...ids, out_request_no: 'return_0001' })).toMatchObject({
			coupon_state: 'EFFECTIVE',
			single_usage_detail: { use_request_no: 'use_0000001', return_request_no: 'return_0001' },
		});
		expect(await act('use', { ...ids, ...use() })).toMatchObject({ coupon_state: 'USED' });
		expect(await look(ids)).toMatchObject({ coupon_state: 'USED' });
	});

	test('not used before it is confirmed, not returned before it is used', async () => {
		const ids = await sentCoupon(ask);
		const illegal = refusal(268578367, '用户券状态非法');
		expect(await act('use', { ...ids, ...use() })).toMatchObject(illegal);
		expect(await act('return', ids)).toMatchObject(illegal);
		await act('confirm', ids);
		expect(await act('confirm', ids)).toMatchObject(illegal);
		expect(await act('return', ids)).toMatchObject(illegal);
		expect(await look(ids)).toMatchObject({ coupon_state: 'EFFECTIVE' });
	});

	test('deactivated for good', async () => {
		const ids = await confirmedCoupon(ask);
		const deactivate = () => act('deactivate', { ...ids, deactivate_reason: '退货' });
		expect(await deactivate()).toMatchObject({
			coupon_state: 'DEACTIVATED',
			deactivate_reason: '退货',
			deactivate_time: '2026-11-25T12:00:00+08:00',
		});
		const illegal = refusal(268578367, '用户券状态非法');
		expect(await deactivate()).toMatchObject(illegal);
		expect(await act('use', { ...ids, ...use() })).toMatchObject(illegal);
	});

	test('over after its days', async () => {
		const ids = await confirmedCoupon(ask);
		now = START + 30 * DAY + 1000;
		expect(await look(ids)).toMatchObject({ coupon_state: 'EXPIRED' });
		expect(await act('use', { ...ids, ...use() })).toMatchObject(
			refusal(268578776, '用户券已过期'),
		);
	});

	test('of a stock that begins later it waits', async () => {
		const stock = {
			brand_id: BRANDS.coffee,
			product_coupon_id: PRODUCT_COUPONS.effective,
			stock_id: STOCKS.noStores,
		};
		const { coupon_code } = await ask('userProductCoupon.send', { ...sending(), ...stock });
		const ids = { ...stock, openid: OPENID, appid, coupon_code };
		expect(await act('confirm', ids)).toMatchObject({ coupon_state: 'PENDING' });
		expect(await act('use', { ...ids, ...use() })).toMatchObject(
			refusal(272755715, '券已不在使用有效期内'),
		);
		now = Date.parse('2099-01-01T00:00:00+08:00');
		expect(await look(ids)).toMatchObject({ coupon_state: 'EFFECTIVE' });
	});

	test('one order or one Score order, not both, not none', async () => {
		const ids = await confirmedCoupon(ask);
		const both = { associated_pay_score_order_info: { order_id: '1' } };
		const { json } = await act('use', { ...ids, ...use(), ...both });
		expect(json['message']).toBe(
			'输入源“/body”映射到字段“body”规则校验失败，只能填写 associated_order_info、associated_pay_score_order_info 之一',
		);
		const none = await act('use', { ...ids, ...use(), associated_order_info: undefined });
		expect(none.json['detail']).toMatchObject({ field: '/body/associated_order_info' });
		const score = await act('use', { ...ids, ...use(), associated_order_info: undefined, ...both });
		expect(score).toMatchObject({
			single_usage_detail: { associated_pay_score_order_info: { order_id: '1' } },
		});
	});

	test('used in stores of the brand only', async () => {
		const ids = await confirmedCoupon(ask);
		const elsewhere = await act('use', { ...ids, ...use(), store_id: '200000001' });
		expect(elsewhere).toMatchObject(refusal(268584404, '核销门店非法'));
		const here = await act('use', { ...ids, ...use(), store_id: '100000001' });
		expect(here).toMatchObject({ coupon_state: 'USED' });
	});

	test('several uses, each by its place', async () => {
		const product_coupon_id = PRODUCT_COUPONS.sequential;
		simulator.shop.addStock({ productCouponId: product_coupon_id, stockId: '1' });
		const stock = { brand_id: BRANDS.coffee, product_coupon_id, stock_id: '1' };
		const { coupon_code } = await ask('userProductCoupon.send', { ...sending(), ...stock });
		const ids = { ...stock, openid: OPENID, appid, coupon_code };
		await act('confirm', ids);
		now = Date.parse('2099-06-01T00:00:00+08:00');
		const second = await act('use', { ...ids, ...use(), sequential_coupon_index: 1 });
		const detail = second['sequential_usage_detail'] as JsonObject;
		expect(detail).toMatchObject({ total_count: 10, used_count: 1 });
		expect(
			(detail['detail_item_list'] as JsonObject[]).map((item) => item['detail_state']),
		).toEqual(['EFFECTIVE', 'USED', ...Array(8).fill('EFFECTIVE')]);
		expect(second['coupon_state']).toBe('EFFECTIVE');
		const again = await act('use', { ...ids, ...use(), sequential_coupon_index: 1 });
		expect(again).toMatchObject({ message: '用户券状态非法' });
		const unsaid = await act('use', { ...ids, ...use() });
		expect(unsaid).toMatchObject({ message: '多次优惠的商品券 sequential_coupon_index 必填' });
		const returned = await act('return', { ...ids, sequential_coupon_index: 1 });
		expect(returned).toMatchObject({ sequential_usage_detail: { used_count: 0 } });
	});
});

describe('sending', () => {
	const send = (values: JsonObject) => ask('userProductCoupon.send', { ...sending(), ...values });

	test('to each user as often as the stock allows', async () => {
		for (let count = 0; count < 3; count += 1) expect((await send({})).status).toBe(200);
		expect(await send({})).toMatchObject(refusal(272756740, '用户领取券张数已达上限', 403));
		expect((await send({ openid: 'another_user' })).status).toBe(200);
	});

	test('a repeat with the same number sends nothing twice', async () => {
		const values = sending();
		const [first, second] = [
			await ask('userProductCoupon.send', values),
			await ask('userProductCoupon.send', values),
		];
		expect(second.json).toEqual(first.json);
		expect(simulator.shop.userProductCoupons(OPENID)).toHaveLength(1);
	});

	test('own codes: one for each coupon, and as many as a day allows', async () => {
		const own = { stock_id: STOCKS.ownCodes };
		expect(await send(own)).toMatchObject({
			message: 'coupon_code_mode 为 API_ASSIGN 时 coupon_code 必填',
		});
		expect(await send({ ...own, coupon_code: 'MINE_1' })).toMatchObject({ coupon_code: 'MINE_1' });
		expect(await send({ ...own, coupon_code: 'MINE_1' })).toMatchObject(
			refusal(272755200, '发券请求重入但单号不一致'),
		);
		await send({ ...own, coupon_code: 'MINE_2' });
		const third = { ...own, coupon_code: 'MINE_3' };
		expect(await send(third)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' });
		now = Date.parse('2026-11-26T00:00:00+08:00');
		expect((await send(third)).status).toBe(200);
		expect(await send({ coupon_code: 'MINE_4' })).toMatchObject({
			message: 'coupon_code_mode 为 WECHATPAY 时不可填写 coupon_code',
		});
	});

	test('uploaded codes: in their order, until they are gone', async () => {
		const stock = { ...SENDABLE, stock_id: STOCKS.uploadedCodes };
		expect(await send(stock)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' });
		await ask('productCouponStock.uploadCouponCodes', {
			...stock,
			out_request_no: newNumber('codes'),
			code_list: ['U1', 'U2'],
		});
		expect(await send(stock)).toMatchObject({
			coupon_code: 'U1',
			stock: { coupon_code_count_info: { total_count: 2, available_count: 1 } },
		});
		expect(await send(stock)).toMatchObject({ coupon_code: 'U2' });
		expect(await send(stock)).toMatchObject({ message: '券Code不足' });
	});

	test('no more than the budget', async () => {
		const stock = simulator.shop.stock(PRODUCT_COUPONS.sendable, STOCKS.sendable)!;
		const { rules } = stock;
		simulator.shop.changeStock(stock, { rules: { ...rules, stock_send_rule: { max_count: 1 } } });
		expect((await send({})).status).toBe(200);
		expect(await send({})).toMatchObject({ status: 403, message: '批次预算不足' });
	});

	test.each([
		[{ openid: '用户' }, 268578526, '解析 OpenID 错误'],
		[{ appid: 'abc' }, 268578704, '传入的 AppID 非法'],
	])('%j', async (values, detailCode, message) => {
		expect(await send(values)).toMatchObject(refusal(detailCode, message));
	});

	test('a stock that is paused', async () => {
		const stock = simulator.shop.stock(PRODUCT_COUPONS.sendable, STOCKS.sendable)!;
		simulator.shop.changeStock(stock, { state: 'PAUSED' });
		expect(await send({})).toMatchObject(refusal(268577984, '商品券批次状态不是发放中'));
	});

	test('a token before sending sends nothing', async () => {
		const { token } = await ask('userProductCoupon.preSend', sending());
		expect(token).toMatch(/^[\w-]{32}$/);
		expect(simulator.shop.userProductCoupons()).toEqual([]);
	});
});

describe('the list of what a user has', () => {
	const list = (values: JsonObject = {}) =>
		ask('userProductCoupon.getAll', {
			brand_id: BRANDS.coffee,
			openid: OPENID,
			appid,
			...values,
		});
	const codes = (answer: JsonObject) =>
		((answer['user_coupon_list'] ?? []) as JsonObject[]).map((coupon) => coupon['coupon_code']);

	test('by state, in pages', async () => {
		const sent = [await sentCoupon(ask), await confirmedCoupon(ask), await sentCoupon(ask)];
		const all = sent.map(({ coupon_code }) => coupon_code);
		expect(codes(await list())).toEqual(all);
		expect(codes(await list({ coupon_state: 'EFFECTIVE' }))).toEqual([all[1]]);
		const first = await list({ page_size: 2 });
		expect(first).toMatchObject({ total_count: 3 });
		const second = await list({ page_size: 2, page_token: first['next_page_token'] });
		expect(codes(second)).toEqual([all[2]]);
		expect(second).not.toHaveProperty('next_page_token');
		expect((await list({ openid: 'nobody' })).json).toEqual({ total_count: 0 });
		expect(await list({ coupon_state: 'GONE' })).toMatchObject({ code: 'PARAM_ERROR' });
	});

	test("another user's coupon is not found", async () => {
		const ids = await sentCoupon(ask);
		const answer = await look({ ...ids, openid: 'another_user' });
		expect(answer).toMatchObject({ ...refusal(268578851, '用户券不存在', 404), code: 'NOT_FOUND' });
	});
});

describe('bundles', () => {
	test('a coupon for each use, deactivated together but for what is used', async () => {
		const sent = await ask('userProductCouponBundle.send', {
			...BUNDLE,
			openid: OPENID,
			appid,
			send_request_no: newNumber('send'),
		});
		const { user_coupon_bundle_id } = sent;
		const coupons = sent['user_product_coupon_list'] as JsonObject[];
		expect(coupons).toHaveLength(3);
		expect(coupons[2]).toMatchObject({
			coupon_state: 'CONFIRMING',
			user_product_coupon_bundle_info: {
				user_coupon_bundle_id,
				user_coupon_bundle_index: 2,
				total_count: 3,
				used_count: 0,
			},
		});
		const [{ coupon_code, stock }] = coupons as [JsonObject];
		const ids = {
			brand_id: BRANDS.coffee,
			product_coupon_id: PRODUCT_COUPONS.bundle,
			stock_id: (stock as JsonObject)['stock_id'],
			openid: OPENID,
			appid,
			coupon_code,
		};
		await act('confirm', ids);
		expect(await act('use', { ...ids, ...use() })).toMatchObject({
			progressive_bundle_usage_detail: { use_time: '2026-11-25T12:00:00+08:00' },
			user_product_coupon_bundle_info: { used_count: 1 },
		});
		const deactivate = () =>
			ask('userProductCouponBundle.deactivate', {
				...BUNDLE,
				openid: OPENID,
				appid,
				user_coupon_bundle_id,
				out_request_no: newNumber(),
				deactivate_reason: '退货',
			});
		const ended = await deactivate();
		const states = (ended['user_product_coupon_list'] as JsonObject[]).map(
			(coupon) => coupon['coupon_state'],
		);
		expect(states).toEqual(['USED', 'DEACTIVATED', 'DEACTIVATED']);
		expect(await deactivate()).toMatchObject({ message: '用户券状态非法' });
	});
});
