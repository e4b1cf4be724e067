import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ask, asker } from './asker.mts';
import { newNumber } from './examples.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import {
	MERCHANT_USER,
	merchantSending,
	merchantUse,
	newMerchantStock,
	sentMerchantCoupon,
} from './merchantExamples.mts';
import { MCHID, MERCHANT_COUPON_STOCKS } from './shop.mts';

const START = Date.parse('2026-11-25T12:00:00+08:00');
const DAY = 24 * 3600 * 1000;
const { appid, openid } = MERCHANT_USER;
const { sendable, ownCodes, freeCodes, foreign } = MERCHANT_COUPON_STOCKS;

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

const look = ({ coupon_code }: JsonObject) =>
	ask('merchantCoupon.get', { appid, openid, coupon_code });
const use = (values: JsonObject) => ask('merchantCoupon.use', { ...values, ...merchantUse() });
const giveBack = (ids: JsonObject) =>
	ask('merchantCoupon.return', { ...ids, return_request_no: newNumber('return') });
const deactivate = (ids: JsonObject) =>
	ask('merchantCoupon.deactivate', { ...ids, deactivate_request_no: newNumber('off') });
const order = (
	action: 'associateOrder' | 'disassociateOrder',
	ids: JsonObject,
	out_trade_no: string,
) => ask(`merchantCoupon.${action}`, { ...ids, out_trade_no, out_request_no: newNumber('order') });
const upload = (stock_id: string, coupon_code_list: string[]) =>
	ask('merchantCouponCode.upload', {
		stock_id,
		coupon_code_list,
		upload_request_no: newNumber('upload'),
	});
const refused = (status: number, code: string, message: unknown = expect.any(String)) => ({
	status,
	code,
	message,
});

describe('the life of a merchant coupon', () => {
	test('stock, codes, sent, linked with an order, used, returned, deactivated', async () => {
		const stock = { ...newMerchantStock(), coupon_code_mode: 'MERCHANT_UPLOAD' };
		const { stock_id } = await ask('merchantCouponStock.create', stock);
		expect(await upload(String(stock_id), ['A', 'B'])).toMatchObject({
			total_count: 2,
			success_count: 2,
			success_codes: ['A', 'B'],
			fail_count: 0,
		});
		const sending: JsonObject = { ...merchantSending(), stock_id };
		expect((await ask('merchantCoupon.send', sending)).json).toEqual({
			stock_id,
			coupon_code: 'A',
			out_request_no: sending['out_request_no'],
		});
		expect(await ask('merchantCouponStock.get', { stock_id })).toMatchObject({
			coupon_code_count: { total_count: 2, available_count: 1 },
			send_count_information: { total_send_num: 1, total_send_amount: 500 },
		});
		const ids = { stock_id, coupon_code: 'A' };
		expect(await look(ids)).toMatchObject({
			coupon_state: 'SENDED',
			receive_time: '2026-11-25T12:00:00+08:00',
			send_request_no: sending['out_request_no'],
		});

		await order('associateOrder', ids, 'MCH_1');
		expect(await order('associateOrder', ids, 'MCH_2')).toMatchObject(
			refused(400, 'INVALID_REQUEST'),
		);
		expect(await order('disassociateOrder', ids, 'MCH_2')).toMatchObject(
			refused(400, 'INVALID_REQUEST'),
		);
		await order('disassociateOrder', ids, 'MCH_1');
		await order('associateOrder', ids, 'MCH_2');

		expect(await use(ids)).toMatchObject({ stock_id, openid });
		expect(await look(ids)).toMatchObject({
			coupon_state: 'USED',
			use_time: '2026-11-25T12:00:00+08:00',
			associate_out_trade_no: 'MCH_2',
		});
		expect(await use(ids)).toMatchObject(
			refused(400, 'RESOURCE_ALREADY_EXISTS', '券已被其他订单核销'),
		);
		expect(await deactivate(ids)).toMatchObject(refused(400, 'INVALID_REQUEST'));

		expect(await giveBack(ids)).toMatchObject({ wechatpay_return_time: expect.any(String) });
		expect(await look(ids)).toMatchObject({ coupon_state: 'SENDED' });
		expect(await giveBack(ids)).toMatchObject(refused(400, 'INVALID_REQUEST'));

		await deactivate(ids);
		expect(await look(ids)).toMatchObject({ coupon_state: 'DEACTIVATED' });
		expect(await use(ids)).toMatchObject(refused(400, 'INVALID_REQUEST'));
	});

	test('it can be used in its time only', async () => {
		const ids = await sentMerchantCoupon(ask);
		now = START + 31 * DAY;
		expect(await look(ids)).toMatchObject({ coupon_state: 'EXPIRED' });
		expect(await use(ids)).toMatchObject(refused(403, 'RULE_LIMIT', '券不在有效期内'));
	});

	test('only its own user and AppID can be named', async () => {
		const ids = await sentMerchantCoupon(ask);
		expect(await use({ ...ids, openid: 'another_one' })).toMatchObject(
			refused(404, 'USER_NOT_EXISTS'),
		);
		const values = { ...ids, ...merchantUse(), appid: 'wx0000000000000000' };
		expect(await ask('merchantCoupon.use', values)).toMatchObject(
			refused(400, 'APPID_MCHID_NOT_MATCH'),
		);
	});

	test('a coupon with a code of the merchant is found with its stock only', async () => {
		const sending = { ...merchantSending(), stock_id: ownCodes, coupon_code: 'OWN_1' };
		await ask('merchantCoupon.send', sending);
		expect(await use({ coupon_code: 'OWN_1' })).toMatchObject(refused(404, 'RESOURCE_NOT_EXISTS'));
		expect(await use({ coupon_code: 'OWN_1', stock_id: ownCodes })).toMatchObject({ openid });
	});
});

describe('request numbers', () => {
	test.each<[string, (number: string) => Promise<JsonObject> | JsonObject]>([
		['merchantCoupon.send', (out_request_no) => ({ ...merchantSending(), out_request_no })],
		[
			'merchantCouponCode.upload',
			(upload_request_no) => ({
				stock_id: freeCodes,
				coupon_code_list: ['NEW'],
				upload_request_no,
			}),
		],
		[
			'merchantCoupon.use',
			async (use_request_no) => ({
				...(await sentMerchantCoupon(ask)),
				...merchantUse(),
				use_request_no,
			}),
		],
		[
			'merchantCouponCode.delete',
			(delete_request_no) => ({
				stock_id: freeCodes,
				coupon_code: 'CODE_0001',
				delete_request_no,
			}),
		],
	])('%s does its work once under a number', async (id, example) => {
		const values = await example('number_1');
		const first = await ask(id, values);
		const shop = JSON.stringify([
			simulator.shop.merchantCodes(freeCodes),
			simulator.shop.merchantCoupons(),
		]);
		expect(first.status).toBe(200);
		expect((await ask(id, values)).json).toEqual(first.json);
		expect(
			JSON.stringify([simulator.shop.merchantCodes(freeCodes), simulator.shop.merchantCoupons()]),
		).toBe(shop);
		const other = { ...values, ...('stock_id' in values && { stock_id: foreign }) };
		expect(await ask(id, other)).toMatchObject(
			refused(400, 'INVALID_REQUEST', '相同单号但请求数据不一致'),
		);
	});
});

describe('sending', () => {
	const send = (values: JsonObject) =>
		ask('merchantCoupon.send', { ...merchantSending(), ...values });

	test('the code mode of the stock decides who gives the code', async () => {
		const mode = refused(400, 'INVALID_REQUEST', '发券模式不合法');
		expect(await send({ coupon_code: 'OWN' })).toMatchObject(mode);
		expect(await send({ stock_id: ownCodes })).toMatchObject(mode);
		expect(await upload(sendable, ['A'])).toMatchObject(mode);
		expect(await send({ stock_id: freeCodes })).toMatchObject({ coupon_code: 'CODE_0001' });
	});

	test('not of a stock that is paused, another merchant’s, or not there', async () => {
		const { exchange } = MERCHANT_COUPON_STOCKS;
		expect(await send({ stock_id: exchange })).toMatchObject(refused(400, 'INVALID_REQUEST'));
		expect(await send({ stock_id: foreign })).toMatchObject(refused(403, 'NO_AUTH'));
		expect(await send({ stock_id: '1' })).toMatchObject(refused(404, 'RESOURCE_NOT_EXISTS'));
	});

	test('no more than a user may have, and than the stock has', async () => {
		const { stock_id } = await ask('merchantCouponStock.create', {
			...newMerchantStock(),
			stock_send_rule: { max_coupons: 2, max_coupons_per_user: 1 },
		});
		await send({ stock_id });
		expect(await send({ stock_id })).toMatchObject(refused(403, 'RULE_LIMIT'));
		await send({ stock_id, openid: 'second' });
		expect(await send({ stock_id, openid: 'third' })).toMatchObject(refused(403, 'NOT_ENOUGH'));
		const budget = {
			stock_id,
			target_max_coupons: 3,
			modify_budget_request_no: newNumber('budget'),
		};
		expect(
			await ask('merchantCouponStock.updateBudget', { ...budget, current_max_coupons: 5 }),
		).toMatchObject(refused(400, 'INVALID_REQUEST'));
		expect(await ask('merchantCouponStock.updateBudget', budget)).toMatchObject(
			refused(400, 'PARAM_ERROR'),
		);
		const known = { ...budget, current_max_coupons: 2 };
		expect((await ask('merchantCouponStock.updateBudget', known)).json).toEqual({
			max_coupons: 3,
		});
		expect(await send({ stock_id, openid: 'third' })).toMatchObject({ stock_id });
	});
});

describe('uploaded codes', () => {
	test('what is there already, given twice or no code is told apart', async () => {
		expect(await upload(freeCodes, ['NEW', 'NEW', 'CODE_0001', '码'])).toMatchObject({
			total_count: 3,
			success_codes: ['NEW'],
			exist_codes: ['CODE_0001'],
			duplicate_codes: ['NEW'],
			fail_codes: [{ coupon_code: '码', code: 'PARAM_ERROR' }],
		});
	});

	test('a code that a user got stays', async () => {
		await ask('merchantCoupon.send', { ...merchantSending(), stock_id: freeCodes });
		const ids = { stock_id: freeCodes, coupon_code: 'CODE_0001' };
		expect(
			await ask('merchantCouponCode.delete', { ...ids, delete_request_no: newNumber('delete') }),
		).toMatchObject(refused(400, 'INVALID_REQUEST'));
		const code_information = { code: 'CODE_0001', code_status: 'DISPATCHED' };
		expect((await ask('merchantCouponCode.get', ids)).json).toMatchObject({
			code_information,
			coupon_information: { coupon_state: 'SENDED' },
		});
		expect(await ask('merchantCouponCode.get', { ...ids, appid })).toMatchObject({
			code_information: { ...code_information, openid },
		});
	});

	test.each([
		[{ counts: 'pages', from: 0 }, 1, 'CODE_0011'],
		[{ counts: 'pages', from: 1 }, 1, 'CODE_0001'],
		[{ counts: 'entries', from: 0 }, 1, 'CODE_0002'],
		[{ counts: 'entries', from: 1 }, 2, 'CODE_0002'],
	] as const)('with %j offset %i begins with %s', async (paging, offset, first) => {
		simulator.shop.pageMerchantLists(paging);
		const page = await ask('merchantCouponCode.getAll', { stock_id: freeCodes, limit: 10, offset });
		expect(page).toMatchObject({ total_count: 45, offset, limit: 10 });
		expect((page['data'] as JsonObject[])[0]?.['code']).toBe(first);
	});
});

test('the coupons of a user are listed for one of three merchants', async () => {
	const ids = await sentMerchantCoupon(ask);
	const list = (values: JsonObject) => ask('merchantCoupon.getAll', { appid, openid, ...values });
	expect(await list({})).toMatchObject(refused(400, 'INVALID_REQUEST'));
	expect(await list({ belong_merchant: MCHID })).toMatchObject({ total_count: 1, data: [ids] });
	expect(await list({ sender_merchant: '1' })).toMatchObject({ total_count: 0 });
	expect(await list({ creator_merchant: MCHID, coupon_state: 'USED' })).toMatchObject({
		total_count: 0,
	});
});

test('a stock is refused a rule of another type', async () => {
	const stock = newMerchantStock();
	expect(
		await ask('merchantCouponStock.create', { ...stock, stock_type: 'EXCHANGE' }),
	).toMatchObject(
		refused(400, 'INVALID_REQUEST', 'stock_type 为 EXCHANGE 时 exchange_coupon 必填'),
	);
});
