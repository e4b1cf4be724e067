import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newPlan } from '../engine/examples/deliveryPlan.mts';
import { newActivity } from '../engine/examples/payGiftActivity.mts';
import { paying, returning } from '../engine/examples/merchantCouponSubsidy.mts';
import { announcementsOf } from './notifications/announcements.mts';
import { type Ask, asker } from './asker.mts';
import { newNumber } from './examples.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import { without } from './json.mts';
import {
	CASH_COUPON_STOCKS,
	MERCHANT_COUPON_STOCKS,
	PARTNERS,
	PAY_GIFT_ACTIVITIES,
} from './shop.mts';

let simulator: Simulator;
let ask: Ask;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
	ask = asker(simulator);
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const refusal = async (id: string, values: JsonObject) => {
	const { status, code, message } = await ask(id, values);
	return [status, code, message];
};

describe('partnerships', () => {
	const withKey = () => ({ 'Idempotency-Key': newNumber('partnership') });

	test.each([
		['FAVOR_STOCK', CASH_COUPON_STOCKS.running],
		['BUSIFAVOR_STOCK', MERCHANT_COUPON_STOCKS.sendable],
	])('of any %s of the merchant, which has none at first', async (business_type, stock_id) => {
		const authorized_data = { business_type, stock_id };
		const partner = { type: 'APPID', appid: PARTNERS.appid };
		const none = await refusal('partnership.getAll', { authorized_data });
		expect(none).toEqual([400, 'INVALID_REQUEST', '委托营销合作关系不存在']);
		const built = await ask('partnership.build', { ...withKey(), authorized_data, partner });
		expect(built.status).toBe(200);
		const { data } = await ask('partnership.getAll', { authorized_data });
		expect(data).toMatchObject([{ partner, authorized_data }]);
	});

	test.each([
		['FAVOR_STOCK', CASH_COUPON_STOCKS.foreign],
		['BUSIFAVOR_STOCK', MERCHANT_COUPON_STOCKS.foreign],
		['FAVOR_STOCK', MERCHANT_COUPON_STOCKS.sendable],
	])('of %s %s, which the merchant has not, are refused', async (business_type, stock_id) => {
		const partner = { type: 'APPID', appid: PARTNERS.appid };
		const values = { ...withKey(), authorized_data: { business_type, stock_id }, partner };
		expect(await refusal('partnership.build', values)).toEqual([
			404,
			'RESOURCE_NOT_EXISTS',
			expect.any(String),
		]);
	});
});

describe('subsidies are refused', () => {
	test('for a coupon that was not redeemed, of a stock without subsidies, or above its discount', async () => {
		const values = await paying(ask);
		const anew = { out_subsidy_no: newNumber('subsidy') };
		expect(await refusal('merchantCouponSubsidy.pay', { ...values, ...anew, amount: 501 })).toEqual(
			[400, 'INVALID_REQUEST', '补差金额超过券优惠金额'],
		);
		const ofStock = { stock_id: MERCHANT_COUPON_STOCKS.sendable, coupon_code: '1' };
		expect(await refusal('merchantCouponSubsidy.pay', { ...values, ...ofStock })).toEqual([
			404,
			'RESOURCE_NOT_EXISTS',
			expect.any(String),
		]);
		await ask('merchantCoupon.return', {
			stock_id: values['stock_id'],
			coupon_code: values['coupon_code'],
			return_request_no: newNumber('return'),
		});
		expect(await refusal('merchantCouponSubsidy.pay', values)).toEqual([
			400,
			'INVALID_REQUEST',
			'券未核销',
		]);
		expect(simulator.shop.subsidies()).toEqual([]);
	});

	test('in the return of more than was paid, and of what was not paid', async () => {
		const values = await returning(ask);
		const more = { ...values, amount: 501 };
		expect(await refusal('merchantCouponSubsidy.return', more)).toEqual([
			400,
			'INVALID_REQUEST',
			'补差回退金额超过补差付款金额',
		]);
		const another = { ...values, transaction_id: '4200000913202611250000000000' };
		expect((await ask('merchantCouponSubsidy.return', another)).status).toBe(404);
		expect((await ask('merchantCouponSubsidy.return', values)).status).toBe(
			'RETURN_RECEIPT_SUCCESS',
		);
	});
});

describe('delivery plans', () => {
	test.each([
		[{ total_count: 9000 }, 'total_count 只能增加'],
		[{ delivery_end_time: '2026-12-02T00:00:00+08:00' }, 'delivery_end_time 只能延后'],
	])('%j is refused', async (modify_content, message) => {
		const { plan } = await ask('deliveryPlan.create', newPlan());
		const { plan_id } = plan as JsonObject;
		const values = { plan_id, modify_content, out_request_no: newNumber('plan') };
		expect(await refusal('deliveryPlan.update', values)).toEqual([400, 'INVALID_REQUEST', message]);
	});

	test('a limit that was not set cannot be set later', async () => {
		const { plan } = await ask('deliveryPlan.create', without(newPlan(), 'user_limit'));
		const { plan_id } = plan as JsonObject;
		const change = { modify_content: { user_limit: 5 }, out_request_no: newNumber('plan') };
		expect((await ask('deliveryPlan.update', { plan_id, ...change })).status).toBe(400);
	});

	test.each([
		[
			{ usage_mode: 'SINGLE', stock_bundle_id: '1' },
			'usage_mode 为 SINGLE 时不可填写 stock_bundle_id',
		],
		[
			{ usage_mode: 'PROGRESSIVE_BUNDLE', stock_bundle_id: '1' },
			'usage_mode 为 PROGRESSIVE_BUNDLE 时不可填写 stock_id',
		],
	])('what the usage mode does not have is refused: %j', async (changes, message) => {
		expect(await refusal('deliveryPlan.create', { ...newPlan(), ...changes })).toEqual([
			400,
			'INVALID_REQUEST',
			message,
		]);
	});

	test('their notification tells of what was made, to the address that is set', async () => {
		const { plan } = await ask('deliveryPlan.create', newPlan());
		const { plan_id } = plan as JsonObject;
		const sent = {
			shop: simulator.shop,
			values: { path: {}, query: {}, header: {} },
			answer: { plan: plan as JsonObject },
		};
		expect(announcementsOf('deliveryPlan.create', sent)).toEqual([]);
		simulator.shop.setNotifyUrl('deliveryPlans', 'https://n8n.example.com/hook');
		expect(announcementsOf('deliveryPlan.create', sent)).toMatchObject([
			{
				url: 'https://n8n.example.com/hook',
				notification: {
					event_type: 'DELIVERY_PLAN.CHANGE',
					resource: { plan_id, plan_state: 'DELIVERING', audit_state: 'PASSED' },
				},
			},
		]);
	});
});

describe('pay gift activities', () => {
	const withRule = (changes: JsonObject): JsonObject => {
		const activity = newActivity();
		const rule = activity['award_send_rule'] as JsonObject;
		return { ...activity, award_send_rule: { ...rule, ...changes } };
	};

	test('a package has three awards or more, and their stocks are there', async () => {
		expect(
			await refusal('payGiftActivity.create', withRule({ send_content: 'GIFT_PACKAGE' })),
		).toEqual([400, 'INVALID_REQUEST', '奖品数量与 send_content 不符']);
		const award_list = [{ stock_id: '1', original_image_url: 'https://example.com/1.png' }];
		expect((await ask('payGiftActivity.create', withRule({ award_list }))).status).toBe(404);
	});

	test('one that has ended cannot be ended again, and one that is not there is not found', async () => {
		const ids = { activity_id: PAY_GIFT_ACTIVITIES.ongoing };
		expect((await ask('payGiftActivity.terminate', ids)).status).toBe(200);
		expect(await refusal('payGiftActivity.terminate', ids)).toEqual([
			400,
			'INVALID_REQUEST',
			'活动已终止',
		]);
		expect((await ask('payGiftActivity.get', { activity_id: '1' })).status).toBe(404);
	});
});
