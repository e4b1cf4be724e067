import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ask, asker } from './asker.mts';
import { newCashCouponStock, sending } from './cashCouponExamples.mts';
import { OPENID } from './examples.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import { CASH_COUPON_STOCKS, FOREIGN_MCHID, MCHID } from './shop.mts';

let simulator: Simulator;
let ask: Ask;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
	ask = asker(simulator);
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const { running, paused, stopped, unactivated, manyMembers, random } = CASH_COUPON_STOCKS;
const creator = { stock_creator_mchid: MCHID };
const of = (stock_id: string) => ({ stock_id, ...creator });
const days = (count: number) => new Date(Date.now() + count * 24 * 3600 * 1000).toISOString();
const rule = () => newCashCouponStock()['stock_use_rule'] as JsonObject;

describe('a new stock', () => {
	test('sends nothing, and has the answer that a repeat under its number gets', async () => {
		const values = newCashCouponStock();
		const { stock_id, json } = await ask('cashCouponStock.create', values);
		expect((await ask('cashCouponStock.create', values)).json).toEqual(json);
		const { json: stock } = await ask('cashCouponStock.get', of(String(stock_id)));
		expect(stock).toMatchObject({ stock_id, status: 'unactivated', distributed_coupons: 0 });
	});

	test('under a number that stands for another is refused', async () => {
		const values = newCashCouponStock();
		await ask('cashCouponStock.create', values);
		expect(await ask('cashCouponStock.create', { ...values, stock_name: '另一批' })).toMatchObject({
			status: 400,
			message: '相同单号但请求数据不一致',
		});
	});

	test.each<[string, () => JsonObject, string]>([
		[
			'a budget that is not amount times count',
			() => ({ stock_use_rule: { ...rule(), max_amount: 1 } }),
			'总预算',
		],
		['no amount', () => ({ coupon_use_rule: {} }), 'fixed_normal_coupon 必填'],
		[
			'a time that is over',
			() => ({ available_begin_time: days(-9), available_end_time: days(-1) }),
			'结束时间',
		],
		[
			'a beginning in more than a year',
			() => ({ available_begin_time: days(400), available_end_time: days(401) }),
			'一年',
		],
		['more than 90 days', () => ({ available_end_time: days(100) }), '90天'],
		['a name with a sign', () => ({ stock_name: 'a;b' }), '特殊字符'],
		['another merchant', () => ({ belong_merchant: FOREIGN_MCHID }), '商户号不存在'],
	])('with %s is refused', async (_, change, message) => {
		const answer = await ask('cashCouponStock.create', { ...newCashCouponStock(), ...change() });
		expect(answer).toMatchObject({ status: 400, message: expect.stringContaining(message) });
	});

	test('of goods for a price is written as WeChat Pay writes it', async () => {
		const { stock_id } = await ask('cashCouponStock.create', {
			...newCashCouponStock(),
			stock_type: 'EXCHANGE',
			coupon_use_rule: { exchange_coupon: { exchange_price: 100, transaction_minimum: 1000 } },
		});
		const { stock_type } = await ask('cashCouponStock.get', of(String(stock_id)));
		expect(stock_type).toBe('EXCHAHGE');
	});
});

describe('the state of a stock', () => {
	test.each([
		['start', unactivated, 'running'],
		['pause', running, 'paused'],
		['restart', paused, 'running'],
		['stop', paused, 'stoped'],
		['stop', unactivated, 'stoped'],
	])('%s of %s makes it %s, once', async (action, stock_id, status) => {
		expect((await ask(`cashCouponStock.${action}`, of(stock_id))).status).toBe(200);
		expect(simulator.shop.cashCouponStock(stock_id)?.answer.status).toBe(status);
		expect(await ask(`cashCouponStock.${action}`, of(stock_id))).toMatchObject({
			status: 400,
			code: 'INVALID_REQUEST',
		});
	});

	test.each(['start', 'pause', 'restart', 'stop'])('%s ends with stopped', async (action) => {
		expect((await ask(`cashCouponStock.${action}`, of(stopped))).status).toBe(400);
	});

	test('is none of another merchant', async () => {
		const strange = { stock_id: running, stock_creator_mchid: FOREIGN_MCHID };
		const page = { offset: 0, limit: 10 };
		const calls = { get: {}, pause: {}, getItems: page, getMerchants: page };
		for (const [operation, values] of Object.entries(calls)) {
			expect(await ask(`cashCouponStock.${operation}`, { ...strange, ...values })).toMatchObject({
				status: 404,
				code: 'RESOURCE_NOT_EXISTS',
				message: '批次不存在',
			});
		}
	});
});

describe('goods', () => {
	test.each<[JsonObject, string]>([
		[{}, '商品编码不能为空'],
		[{ add_goods_id_list: 'goods_0001' }, '已存在'],
		[{ delete_goods_id_list: 'goods_9999' }, '不存在'],
	])('%j is refused', async (change, message) => {
		expect(
			await ask('cashCouponStock.updateItems', { ...of(manyMembers), ...change }),
		).toMatchObject({
			status: 400,
			message: expect.stringContaining(message),
		});
	});

	test('the last one stays', async () => {
		await ask('cashCouponStock.updateItems', { ...of(running), add_goods_id_list: 'a,b' });
		const remove = async (list: string) =>
			await ask('cashCouponStock.updateItems', { ...of(running), delete_goods_id_list: list });
		expect(await remove('a,b')).toMatchObject({ message: '至少需要保留一个商品编码' });
		expect(await remove('a')).toMatchObject({ status: 200, stock_id: running });
	});
});

describe('coupons', () => {
	test('count for their stock, its day and their user', async () => {
		const stock = simulator.shop.cashCouponStock(running)!;
		const { answer } = stock;
		const stock_use_rule = { ...answer.stock_use_rule, max_amount_by_day: 2500 };
		simulator.shop.addCashCouponStock({ ...stock, answer: { ...answer, stock_use_rule } });
		const statuses: unknown[] = [];
		for (const openid of [OPENID, OPENID, OPENID]) {
			const { status, code } = await ask('cashCoupon.send', { ...sending(), openid });
			statuses.push([status, code]);
		}
		expect(statuses.slice(0, 2)).toEqual(Array(2).fill([200, undefined]));
		expect(statuses[2]).toEqual([403, 'NOT_ENOUGH']);
		expect(simulator.shop.cashCouponStock(running)?.answer.distributed_coupons).toBe(42);
	});

	test('are as many for a user as the stock allows', async () => {
		for (let count = 0; count < 3; count++) await ask('cashCoupon.send', sending());
		expect(await ask('cashCoupon.send', sending())).toMatchObject({
			status: 403,
			code: 'REQUEST_BLOCKED',
			message: '用户被限领拦截',
		});
	});

	test.each<[string, JsonObject, string]>([
		['a stock that is paused', { stock_id: paused }, '活动已结束或未激活'],
		['an amount for a stock that has one', { coupon_value: 1, coupon_minimum: 2 }, '不可指定面额'],
		['no amount for a stock that has none', { stock_id: random }, '必填'],
		['an AppID that is none', { appid: 'x' }, '商户号与appid不匹配'],
		['a stock of nobody', { stock_id: '1' }, '批次不存在'],
	])('of %s are not sent', async (_, change, message) => {
		const answer = await ask('cashCoupon.send', { ...sending(), ...change });
		expect(answer['message']).toContain(message);
	});

	test('are shown to who asks under their AppID', async () => {
		const { coupon_id } = await ask('cashCoupon.send', sending());
		const asked = { openid: OPENID, coupon_id: String(coupon_id), appid: 'wx4fd12345678' };
		const { json } = await ask('cashCoupon.get', asked);
		expect(json).toMatchObject({ coupon_id, status: 'SENDED' });
		const other = await ask('cashCoupon.get', { ...asked, appid: 'wx00000000' });
		expect(other).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' });
	});

	test('are listed for one of three merchants', async () => {
		await ask('cashCoupon.send', sending());
		const user = { openid: OPENID, appid: 'wx4fd12345678' };
		const count = async (more: JsonObject) =>
			(await ask('cashCoupon.getAll', { ...user, ...more }))['total_count'];
		expect(await ask('cashCoupon.getAll', user)).toMatchObject({
			status: 400,
			message: '商户号必填',
		});
		expect(await count({ creator_mchid: MCHID })).toBe(1);
		expect(await count({ sender_mchid: FOREIGN_MCHID })).toBe(0);
		expect(await count({ available_mchid: MCHID, status: 'USED', offset: 7 })).toBe(1);
		expect(await count({ creator_mchid: MCHID, status: 'USED' })).toBe(0);
	});
});
