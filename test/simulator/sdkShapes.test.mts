import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, isSigned } from './client.mts';
import { newNumber } from './examples.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import { MERCHANT_USER, merchantSending, newMerchantStock } from './merchantExamples.mts';
import { MCHID, MERCHANT_COUPON_STOCKS } from './shop.mts';

const { appid, openid } = MERCHANT_USER;
const { sendable, freeCodes } = MERCHANT_COUPON_STOCKS;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

/**
 * A request as the official SDK for Go makes it: it accepts anything, names JSON also without a body, ends a
 * body with a line end, sorts its query, and says nothing of WeChat Pay's key.
 */
async function ofGo(method: string, path: string, query: JsonObject = {}, body?: JsonObject) {
	const pairs = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
	const text = new URLSearchParams(
		pairs.map(([name, value]): [string, string] => [name, String(value)]),
	).toString();
	const answer = await call(simulator, {
		method,
		url: `/v3/marketing/busifavor/${path}${text && `?${text}`}`,
		body: body && `${JSON.stringify(body)}\n`,
		headers: {
			Accept: '*/*',
			'Content-Type': 'application/json',
			'User-Agent': 'WechatPay-Go/0.2.21 (linux) GO/1.22',
		},
	});
	expect(isSigned(simulator, answer)).toBe(true);
	return answer;
}

const ids = { stock_id: sendable, coupon_code: '' };
beforeEach(async () => {
	const sent = await ofGo('POST', 'coupons/send', {}, merchantSending());
	ids.coupon_code = String(sent.json['coupon_code']);
});

/** As Go writes a time: to the nanosecond. */
const TIME = '2026-11-25T12:00:00.123456789+08:00';

describe('requests of the shapes that the official SDK for Go gives them are taken', () => {
	test('CreateBusifavorStock, ModifyStockInfo, ModifyBudget, QueryStock', async () => {
		const created = await ofGo('POST', 'stocks', {}, newMerchantStock());
		const stock = `stocks/${String(created.json['stock_id'])}`;
		const modified = await ofGo(
			'PATCH',
			stock,
			{},
			{
				custom_entrance: { code_display_mode: 'NOT_SHOW' },
				comment: '活动使用',
				out_request_no: newNumber('modify'),
				coupon_use_rule: { use_method: 'OFF_LINE' },
				stock_send_rule: { natural_person_limit: false, prevent_api_abuse: false },
				notify_config: { notify_appid: appid },
				subsidy: true,
			},
		);
		expect([modified.status, modified.text]).toEqual([204, '']);
		const budget = { target_max_coupons: 3000, current_max_coupons: 1000 };
		const changed = await ofGo(
			'PATCH',
			`${stock}/budget`,
			{},
			{
				...budget,
				modify_budget_request_no: newNumber('budget'),
			},
		);
		expect(changed.json).toEqual({ max_coupons: 3000 });
		const queried = await ofGo('GET', stock);
		expect(queried.json).toMatchObject({ comment: '活动使用', subsidy: true });
	});

	test('UploadCouponCode, QueryCouponCodeList, CouponCodeInfo, DeleteCouponCode', async () => {
		const codes = `stocks/${freeCodes}/couponcodes`;
		const uploaded = await ofGo(
			'POST',
			codes,
			{},
			{
				coupon_code_list: ['ABC9588200', 'ABC9588201'],
				upload_request_no: newNumber('upload'),
			},
		);
		expect(uploaded.json).toMatchObject({ success_count: 2 });
		const listed = await ofGo('GET', codes, { limit: 100, offset: 0, appid, status: 'AVAILABLE' });
		expect(listed.json).toMatchObject({ total_count: 47 });
		const info = await ofGo('GET', `${codes}/ABC9588201`, { appid });
		expect(info.json).toMatchObject({ code_information: { code_status: 'AVAILABLE' } });
		const deleted = await ofGo('DELETE', `${codes}/ABC9588201`, {
			delete_request_no: newNumber('delete'),
		});
		expect(deleted.json).toMatchObject({ stock_id: freeCodes });
	});

	test('AssociateTradeInfo, DisassociateTradeInfo, UseCoupon, ReturnCoupon, DeactivateCoupon', async () => {
		const steps: Array<[string, JsonObject]> = [
			['associate', { out_trade_no: 'MCH_1', out_request_no: newNumber() }],
			['disassociate', { out_trade_no: 'MCH_1', out_request_no: newNumber() }],
			['use', { appid, use_time: TIME, use_request_no: newNumber(), openid }],
			['return', { return_request_no: newNumber() }],
			['deactivate', { deactivate_request_no: newNumber(), deactivate_reason: '设置错误' }],
		];
		for (const [action, values] of steps) {
			const { status, text } = await ofGo('POST', `coupons/${action}`, {}, { ...ids, ...values });
			expect([action, status, text]).toEqual([action, 200, expect.any(String)]);
		}
	});

	test('QueryCoupon, ListCouponsByFilter', async () => {
		const queried = await ofGo('GET', `users/${openid}/coupons/${ids.coupon_code}/appids/${appid}`);
		expect(queried.json).toMatchObject({ ...ids, coupon_state: 'SENDED' });
		const listed = await ofGo('GET', `users/${openid}/coupons`, {
			appid,
			stock_id: sendable,
			creator_merchant: MCHID,
			belong_merchant: MCHID,
			sender_merchant: MCHID,
			offset: 0,
			limit: 20,
			coupon_state: 'SENDED',
		});
		expect(listed.json).toMatchObject({ total_count: 1, data: [ids] });
	});

	test('SendGovCard', async () => {
		const sent = await ofGo(
			'POST',
			'coupons/pIJMr5MMiIkO_93VtPyIiEk2DZ4w/send',
			{},
			{
				...MERCHANT_USER,
				out_request_no: newNumber('card'),
				send_time: TIME,
			},
		);
		expect(sent.json).toEqual({ card_code: expect.any(String) });
	});
});

test('a query that ends with & is taken, and so is what it says', async () => {
	const url = `/v3/marketing/busifavor/users/${openid}/coupons?appid=${appid}&creator_merchant=${MCHID}&limit=1&`;
	const { status, json } = await call(simulator, { url });
	expect([status, json['limit']]).toEqual([200, 1]);
	const empty = await call(simulator, {
		url: '/v3/marketing/busifavor/callbacks?mchid=1900009191&',
	});
	expect(empty.status).toBe(404);
});
