import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asker } from '../../simulator/asker.mts';
import type { JsonObject, ReceivedRequest } from '../../simulator/index.mts';
import {
	MERCHANT_USER,
	merchantSending,
	merchantUse,
	newMerchantStock,
	sentMerchantCoupon,
} from '../../simulator/merchantExamples.mts';
import { MCHID, MERCHANT_COUPON_STOCKS, type MerchantPaging } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const ask: ReturnType<typeof asker> = async (...what) => await asker(simulator())(...what);
const doIt = async (parameters: INodeParameters, rows: IDataObject[] = [{}]) =>
	await run({
		credential: simulator().credential,
		parameters,
		rows,
		onError: 'continueRegularOutput',
	});
const bodyOf = ({ body }: ReceivedRequest) => JSON.parse(body.toString()) as JsonObject;
const posts = () => simulator().requests.filter(({ method }) => method === 'POST');
const { freeCodes, uploadedCodes, sendable } = MERCHANT_COUPON_STOCKS;

/** What the sources say of an offset, and more: whatever it counts, the lists come out the same. */
const PAGINGS: Array<Partial<MerchantPaging>> = [
	{ counts: 'pages', from: 0 },
	{ counts: 'pages', from: 1 },
	{ counts: 'entries', from: 0 },
	{ counts: 'entries', from: 1 },
	{ counts: 'pages', longest: 7 },
	{ counts: 'entries', longest: 7 },
];

describe.each(PAGINGS)('lists whose offset counts %j', (paging) => {
	test('Merchant Coupon Code: Get Many gives each code once, with its stock', async () => {
		for (let n = 0; n < 150; n++) {
			simulator().shop.addMerchantCode({
				stockId: uploadedCodes,
				code: `MORE_${n}`,
				uploadedAt: n,
			});
		}
		simulator().shop.pageMerchantLists(paging);
		const { items } = await doIt({
			resource: 'merchantCouponCode',
			stockId: uploadedCodes,
			returnAll: true,
		});
		const codes = simulator().shop.merchantCodes(uploadedCodes);
		expect(items.map(({ json }) => [json.code, json.stock_id])).toEqual(
			codes.map(({ code }) => [code, uploadedCodes]),
		);
	});

	test('up to a limit, and of one status', async () => {
		simulator().shop.pageMerchantLists(paging);
		const { items } = await doIt({
			resource: 'merchantCouponCode',
			stockId: uploadedCodes,
			limit: 25,
			filters: { status: 'DISPATCHED' },
		});
		expect(items.map(({ json }) => json.code_status)).toEqual(Array(25).fill('DISPATCHED'));
		expect(new Set(items.map(({ json }) => json.code)).size).toBe(25);
	});

	test('Merchant Coupon: Get Many gives each coupon of the user once', async () => {
		const sent: unknown[] = [];
		for (let n = 0; n < 45; n++) {
			sent.push((await ask('merchantCoupon.send', merchantSending()))['coupon_code']);
		}
		simulator().shop.pageMerchantLists(paging);
		const { items } = await doIt({
			resource: 'merchantCoupon',
			operation: 'getAll',
			...MERCHANT_USER,
			returnAll: true,
			filters: { belongMerchant: MCHID },
		});
		expect(items.map(({ json }) => json.coupon_code)).toEqual(sent);
		expect(items[0]?.json).toEqual({
			coupon_code: sent[0],
			stock_id: sendable,
			stock_name: '会员日立减券',
			stock_type: 'NORMAL',
			coupon_state: 'SENDED',
			available_start_time: expect.any(String),
			expire_time: expect.any(String),
			receive_time: expect.any(String),
		});
	});
});

describe('Merchant Coupon: Get Many asks for', () => {
	const CREATOR = { creator_merchant: MCHID };

	test.each<[string, INodeParameters, Record<string, string>, number]>([
		['what the merchant of the credential created', {}, CREATOR, 1],
		['the same beside other filters', { couponState: 'SENDED' }, CREATOR, 1],
		[
			'what a creator created',
			{ creatorMerchant: '1900000009' },
			{ creator_merchant: '1900000009' },
			0,
		],
		['what an owner owns', { belongMerchant: MCHID }, { belong_merchant: MCHID }, 1],
		['what a sender sends', { senderMerchant: MCHID }, { sender_merchant: MCHID }, 1],
		[
			'what both did, when both are given',
			{ creatorMerchant: MCHID, senderMerchant: MCHID },
			{ creator_merchant: MCHID, sender_merchant: MCHID },
			1,
		],
	])('%s', async (_, filters, merchants, count) => {
		await ask('merchantCoupon.send', merchantSending());
		const { items, error } = await doIt({
			resource: 'merchantCoupon',
			operation: 'getAll',
			...MERCHANT_USER,
			filters,
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(count);
		const { searchParams } = new URL(simulator().requests.at(-1)!.url, 'http://localhost');
		const asked = [...searchParams].filter(([name]) => name.endsWith('_merchant'));
		expect(Object.fromEntries(asked)).toEqual(merchants);
	});
});

describe('Merchant Coupon: Send', () => {
	const send = { resource: 'merchantCoupon', operation: 'send', stockId: sendable };

	test.each([
		['flat', (body: JsonObject) => body],
		['wrapped', (body: JsonObject) => ({ send_coupon_result: body })],
	])('Simplify reads an answer that is %s', async (_, change) => {
		simulator().misbehave({ kind: 'answer', change });
		const { items } = await doIt({ ...send, ...MERCHANT_USER });
		const { out_request_no } = bodyOf(posts()[0]!);
		expect(items).toEqual([
			{
				json: {
					stock_id: sendable,
					coupon_code: simulator().shop.merchantCoupons()[0]?.code,
					out_request_no,
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('without Simplify what WeChat Pay adds comes out', async () => {
		const send_coupon_result = { coupon_code: '1', stock_id: '2', new_member: true };
		simulator().misbehave({ kind: 'answer', change: () => ({ send_coupon_result }) });
		const { items } = await doIt({ ...send, ...MERCHANT_USER, simplify: false });
		expect(items[0]?.json).toMatchObject({ send_coupon_result });
	});

	test('a lost answer sends no second coupon', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' });
		const { items } = await doIt({ ...send, ...MERCHANT_USER });
		expect(simulator().shop.merchantCoupons()).toHaveLength(1);
		expect(items[0]?.json.coupon_code).toBe(simulator().shop.merchantCoupons()[0]?.code);
	});
});

describe('Merchant Coupon: at the till', () => {
	const use = {
		resource: 'merchantCoupon',
		operation: 'use',
		appid: MERCHANT_USER.appid,
		couponCode: '={{ $json.code }}',
		useTime: '2026-11-25T12:00:00+08:00',
	};

	test('a coupon that was used before is told as that, the others are redeemed', async () => {
		const [first, second] = [await sentMerchantCoupon(ask), await sentMerchantCoupon(ask)];
		await ask('merchantCoupon.use', { ...first, ...merchantUse() });
		const { items } = await doIt(
			use,
			[first, second].map(({ coupon_code }) => ({ code: coupon_code }) as IDataObject),
		);
		expect(items).toMatchObject([
			{
				json: {
					error: expect.stringContaining(`${String(first['coupon_code'])} was already used`),
					details: { code: 'RESOURCE_ALREADY_EXISTS', outcome: 'refused' },
				},
				pairedItem: { item: 0 },
			},
			{ json: { stock_id: sendable, openid: MERCHANT_USER.openid }, pairedItem: { item: 1 } },
		]);
	});

	test('Member Card ID goes with coupon type MEMBER only', async () => {
		const product = {
			resource: 'merchantCoupon',
			operation: 'sendForProduct',
			stockId: sendable,
			...MERCHANT_USER,
		};
		const { items } = await doIt({ ...product, couponType: 'MEMBER' });
		expect(items[0]?.json.error).toBe('Member Card ID is empty');
		expect(posts()).toEqual([]);
	});
});

describe('Merchant Coupon Code: Upload', () => {
	const upload = {
		resource: 'merchantCouponCode',
		operation: 'upload',
		stockId: freeCodes,
		couponCodes: '={{ $json.codes }}',
	};

	test('200 in a call, each call under a number of its own, a row for each code', async () => {
		const codes = Array.from({ length: 450 }, (_, n) => `NEW/${n}|=`);
		const { items, hints } = await doIt(upload, [
			{ codes: codes.slice(0, 199) },
			{ codes: codes.slice(199).join(',') },
		]);
		const bodies = posts().map(bodyOf);
		// The calls are under way together, so that any of them may come first.
		expect(bodies.map((body) => (body['coupon_code_list'] as string[]).length).sort()).toEqual([
			200, 200, 50,
		]);
		const numberOf = new Map(
			bodies.flatMap((body) =>
				(body['coupon_code_list'] as string[]).map((code) => [code, body['upload_request_no']]),
			),
		);
		expect(new Set(numberOf.values()).size).toBe(3);
		expect(items.map(({ json }) => json)).toEqual(
			codes.map((coupon_code) => ({
				coupon_code,
				uploaded: true,
				change: 'uploaded',
				stock_id: freeCodes,
				upload_request_no: numberOf.get(coupon_code),
			})),
		);
		expect(hints.join()).toContain('450 of 450 codes were uploaded.');
		expect(simulator().shop.merchantCodes(freeCodes)).toHaveLength(45 + 450);
	});

	test('what is given twice, there already, refused or no code has a row of its own, linked to its item', async () => {
		const refuse = (body: JsonObject) => ({
			...body,
			success_codes: ['NEW_1'],
			duplicate_codes: ['NEW_1'],
			fail_codes: [{ coupon_code: 'NEW_2', code: 'SYSTEM_ERROR', message: '系统错误' }],
		});
		simulator().misbehave({ kind: 'answer', change: refuse });
		const rows = [
			{ codes: 'NEW_1, CODE_0001' },
			{ codes: 'NEW_2' },
			{ codes: 'NEW_1' },
			{ codes: 'no_code!' },
		];
		const { items, hints } = await doIt(upload, rows);
		const { upload_request_no } = bodyOf(posts()[0]!);
		expect(bodyOf(posts()[0]!)['coupon_code_list']).toEqual(['NEW_1', 'CODE_0001', 'NEW_2']);
		const ids = { stock_id: freeCodes, upload_request_no };
		expect(items).toMatchObject([
			{ json: { coupon_code: 'NEW_1', change: 'uploaded', ...ids }, pairedItem: { item: 0 } },
			{ json: { coupon_code: 'CODE_0001', change: 'none', ...ids }, pairedItem: { item: 0 } },
			{
				json: { details: { coupon_code: 'NEW_2', outcome: 'refused', ...ids } },
				pairedItem: { item: 1 },
			},
			{ json: { coupon_code: 'NEW_1', change: 'uploaded' }, pairedItem: { item: 2 } },
			{
				json: { details: { coupon_code: 'no_code!', outcome: 'notSent' } },
				pairedItem: { item: 3 },
			},
		]);
		expect(hints.join()).toContain(
			'2 of 5 codes were uploaded, 1 were there already, 1 refused, 1 row unreadable.',
		);
	});

	test('a lost answer is asked for again: the codes count as uploaded, not as there already', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' });
		const { items } = await doIt(upload, [{ codes: 'NEW_1' }]);
		expect(items).toMatchObject([{ json: { coupon_code: 'NEW_1', change: 'uploaded' } }]);
		expect(new Set(posts().map(({ body }) => body.toString())).size).toBe(1);
		expect(posts()).toHaveLength(2);
	});

	test('a dry run sends nothing', async () => {
		const { items, hints } = await doIt({ ...upload, options: { dryRun: true } }, [
			{ codes: 'NEW_1' },
		]);
		expect(items[0]?.json).toMatchObject({ coupon_code: 'NEW_1', dryRun: true });
		expect(hints.join()).toContain('Dry run: 1 of 1 code would be uploaded.');
		expect(simulator().requests).toEqual([]);
	});

	test('a code of a list keeps its slashes and bars', async () => {
		await doIt(upload, [{ codes: ['A/1', 'B|2', 'C\\3'] }]);
		expect(bodyOf(posts()[0]!)['coupon_code_list']).toEqual(['A/1', 'B|2', 'C\\3']);
	});
});

test('Merchant Coupon Code: Delete sends its number in the query, and a code with a slash whole', async () => {
	simulator().shop.addMerchantCode({ stockId: freeCodes, code: 'A/1', uploadedAt: 0 });
	const { items } = await doIt({
		resource: 'merchantCouponCode',
		operation: 'delete',
		stockId: freeCodes,
		couponCode: 'A/1',
		options: { requestNumber: 'delete_1' },
	});
	expect(simulator().requests).toMatchObject([
		{
			method: 'DELETE',
			url: `/v3/marketing/busifavor/stocks/${freeCodes}/couponcodes/A%2F1?delete_request_no=delete_1`,
			signature: 'valid',
		},
	]);
	expect(simulator().requests[0]?.body).toHaveLength(0);
	expect(items[0]?.json).toEqual({
		stock_id: freeCodes,
		delete_time: expect.any(String),
		delete_request_no: 'delete_1',
	});
});

describe('Merchant Coupon Stock', () => {
	const create = { resource: 'merchantCouponStock', operation: 'create' };
	const withColumns = (
		value: Record<string, string | number | boolean> | null,
		more: INodeParameters = {},
	): INodeParameters => ({
		...create,
		define: 'fields',
		stockType: 'DISCOUNT',
		fields: { mappingMode: value ? 'defineBelow' : 'autoMapInputData', value, schema: [] },
		...more,
	});
	const columns = {
		stock_name: '8月1日活动券',
		belong_merchant: MCHID,
		goods_name: '全部饮品可用',
		'coupon_use_rule.coupon_available_time.available_begin_time': '2026-01-01T00:00:00+08:00',
		'coupon_use_rule.coupon_available_time.available_end_time': '2026-12-31T23:59:59+08:00',
		'coupon_use_rule.coupon_available_time.available_week.week_day': '6, 0',
		'coupon_use_rule.coupon_available_time.irregulary_avaliable_time':
			'[{"begin_time": "2026-10-01T00:00:00+08:00", "end_time": "2026-10-07T23:59:59+08:00"}]',
		'coupon_use_rule.discount_coupon.discount_percent': '88',
		'coupon_use_rule.discount_coupon.transaction_minimum': 100,
		'coupon_use_rule.use_method': 'OFF_LINE',
		'stock_send_rule.max_coupons': 100,
		'stock_send_rule.max_coupons_per_user': 1,
		'stock_send_rule.prevent_api_abuse': 'true',
		coupon_code_mode: 'WECHATPAY_MODE',
		comment: '',
	};
	const body = {
		stock_name: '8月1日活动券',
		belong_merchant: MCHID,
		goods_name: '全部饮品可用',
		stock_type: 'DISCOUNT',
		coupon_use_rule: {
			coupon_available_time: {
				available_begin_time: '2026-01-01T00:00:00+08:00',
				available_end_time: '2026-12-31T23:59:59+08:00',
				available_week: { week_day: [6, 0] },
				irregulary_avaliable_time: [
					{ begin_time: '2026-10-01T00:00:00+08:00', end_time: '2026-10-07T23:59:59+08:00' },
				],
			},
			discount_coupon: { discount_percent: 88, transaction_minimum: 100 },
			use_method: 'OFF_LINE',
		},
		stock_send_rule: { max_coupons: 100, max_coupons_per_user: 1, prevent_api_abuse: true },
		coupon_code_mode: 'WECHATPAY_MODE',
		out_request_no: expect.any(String),
	};

	test('Create makes the nested body of columns, with the names that WeChat Pay misspelt', async () => {
		const { items } = await doIt(withColumns(columns));
		expect(posts().map(bodyOf)).toEqual([body]);
		expect(items[0]?.json).toMatchObject({ stock_id: expect.any(String) });
	});

	test('Create takes the columns of a row, and the answer of Get, as they are', async () => {
		const { out_request_no, ...given } = body;
		expect(out_request_no).toBeDefined();
		const nestedRow = { ...given, stock_id: '1', stock_state: 'RUNNING' };
		await doIt(withColumns(null), [{ ...columns, other: 'column' }, nestedRow as IDataObject]);
		expect(posts().map(bodyOf)).toEqual([body, body]);
	});

	test('a column that belongs to another stock type is refused by name', async () => {
		const ofNormal = {
			'coupon_use_rule.fixed_normal_coupon.discount_amount': 500,
			'coupon_use_rule.fixed_normal_coupon.transaction_minimum': 3000,
		};
		const { items } = await doIt(withColumns({ ...columns, ...ofNormal }, { stockType: 'NORMAL' }));
		expect(items[0]?.json.error).toBe(
			'Percent to Pay is given, but belongs to Stock Type Percentage Off',
		);
		expect(simulator().requests).toEqual([]);
	});

	test('Create with the JSON that the field starts with is taken', async () => {
		const { out_request_no, ...given } = newMerchantStock();
		const { items } = await doIt({
			...create,
			define: 'json',
			json: JSON.stringify(given),
			options: { requestNumber: out_request_no as string },
		});
		expect(items[0]?.json).toMatchObject({ stock_id: expect.any(String), out_request_no });
	});

	test('Update sends only what is given, and its empty answer is told as done', async () => {
		const { items } = await doIt({
			resource: 'merchantCouponStock',
			operation: 'update',
			stockId: sendable,
			fields: {
				mappingMode: 'defineBelow',
				value: { comment: '改名', 'display_pattern_info.background_color': 'Color020' },
				schema: [],
			},
		});
		const { out_request_no } = items[0]?.json ?? {};
		expect(items[0]?.json).toEqual({ stock_id: sendable, success: true, out_request_no });
		expect(simulator().requests).toMatchObject([{ method: 'PATCH', status: 204 }]);
		expect(bodyOf(simulator().requests[0]!)).toEqual({
			comment: '改名',
			display_pattern_info: { background_color: 'Color020' },
			out_request_no,
		});
	});
});
