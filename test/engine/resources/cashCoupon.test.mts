import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { sending } from '../../simulator/cashCouponExamples.mts';
import { OPENID } from '../../simulator/examples.mts';
import { CASH_COUPON_STOCKS, FOREIGN_MCHID, MCHID } from '../../simulator/shop.mts';
import { asker } from '../../simulator/asker.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const user = { openid: OPENID, appid: 'wx4fd12345678' };
const list = async (parameters: INodeParameters) =>
	await run({
		credential: simulator().credential,
		parameters: { resource: 'cashCoupon', operation: 'getAll', ...user, ...parameters },
	});

/** Gives the user so many coupons of a stock. */
async function give(count: number): Promise<string[]> {
	const { shop } = simulator();
	const { coupon_id } = await asker(simulator())('cashCoupon.send', sending());
	const sample = shop.cashCoupon(String(coupon_id))!;
	const ids = Array.from({ length: count }, (_, index) => String(98690001 + index));
	for (const id of ids) {
		shop.addCashCoupon({ ...sample, answer: { ...sample.answer, coupon_id: id } });
	}
	simulator().requests.length = 0;
	return [String(coupon_id), ...ids];
}

describe('Cash Coupon: Get Many', () => {
	test.each([
		['the merchant of the credential', {}, { creator_mchid: MCHID }, 3],
		['a creator', { creatorMerchantId: MCHID }, { creator_mchid: MCHID }, 3],
		['a sender', { senderMerchantId: MCHID }, { sender_mchid: MCHID }, 3],
		['a merchant that takes them', { availableMerchantId: MCHID }, { available_mchid: MCHID }, 1],
	])('gives every coupon of %s once', async (_, filters: INodeParameters, query, calls) => {
		const ids = await give(44);
		const { items, error } = await list({ returnAll: true, filters });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.coupon_id)).toEqual(ids);
		expect(simulator().requests).toHaveLength(calls);
		for (const request of simulator().requests) {
			expect(request.query).toEqual({
				appid: user.appid,
				...query,
				offset: expect.any(String),
				limit: '20',
			});
		}
	});

	test('keeps its limit where WeChat Pay knows no pages', async () => {
		const ids = await give(44);
		const { items } = await list({ limit: 5, filters: { availableMerchantId: MCHID } });
		expect(items.map(({ json }) => json.coupon_id)).toEqual(ids.slice(0, 5));
	});

	test.each([{ returnAll: true }, { limit: 45 }])(
		'ends, and is told, where WeChat Pay counts more coupons than it gives on any page: %j',
		async (wanted: INodeParameters) => {
			await give(44);
			simulator().shop.cutUsableCashCoupons(20);
			const { items, error } = await list({ ...wanted, filters: { availableMerchantId: MCHID } });
			expect([items, error?.message]).toEqual([
				[],
				'WeChat Pay gave the same page of the list again [item 0]',
			]);
			expect(simulator().requests.length).toBeLessThanOrEqual(4);
		},
	);

	test('ends with each coupon once where WeChat Pay counts fewer than it gives on every page', async () => {
		const ids = await give(19);
		simulator().misbehave(
			{ kind: 'answer', change: (body) => ({ ...body, total_count: 7 }) },
			{ times: Infinity },
		);
		const filters = { availableMerchantId: MCHID };
		const { items, error } = await list({ returnAll: true, filters });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.coupon_id)).toEqual(ids);
		expect(simulator().requests).toHaveLength(2);
	});

	test('gives none for a creator of whom the user has none', async () => {
		await give(1);
		const { items, error } = await list({ filters: { creatorMerchantId: FOREIGN_MCHID } });
		expect([items, error]).toEqual([[], undefined]);
	});

	test.each([
		[{ status: 'USED' }, 'Status'],
		[{ stockId: CASH_COUPON_STOCKS.running }, 'Stock ID'],
	])('refuses %j beside Available Merchant ID, which would vanish', async (filter, label) => {
		const { error } = await list({ filters: { ...filter, availableMerchantId: MCHID } });
		expect(error?.message).toBe(
			`${label} does not count together with Available Merchant ID [item 0]`,
		);
		expect(simulator().requests).toEqual([]);
	});

	test('takes one of the three merchants', async () => {
		const filters = { creatorMerchantId: MCHID, senderMerchantId: MCHID };
		const { error } = await list({ filters });
		expect(error?.message).toBe(
			'Creator Merchant ID and Sender Merchant ID are given at once [item 0]',
		);
		expect(error?.description).toBe('Leave one of them.');
	});
});

describe('Cash Coupon: Send', () => {
	const send = async (parameters: INodeParameters) =>
		await run({
			credential: simulator().credential,
			parameters: {
				...{ resource: 'cashCoupon', operation: 'send', ...user },
				...{ stockId: CASH_COUPON_STOCKS.running, ...parameters },
			},
		});

	test('sends one coupon under one request number, however often it runs', async () => {
		const options = { requestNumber: 'order|2026*1' };
		const first = await send({ options });
		const again = await send({ options });
		expect(again.items).toEqual(first.items);
		expect(simulator().shop.cashCoupons(OPENID)).toHaveLength(1);
	});

	test.each(['order/1', 'x'.repeat(129)])(
		'refuses the request number %s',
		async (requestNumber) => {
			const { error } = await send({ options: { requestNumber } });
			expect(error?.message).toMatch(/^Request Number is /);
			expect(simulator().requests).toEqual([]);
		},
	);

	test.each([
		['the user has enough', CASH_COUPON_STOCKS.running, 'REQUEST_BLOCKED', /as many coupons/],
		['the budget is used up', CASH_COUPON_STOCKS.nearlyUsed, 'NOT_ENOUGH', /is used up/],
	])('says that %s', async (_, stockId, code, words) => {
		const { shop } = simulator();
		const stock = shop.cashCouponStock(CASH_COUPON_STOCKS.nearlyUsed)!;
		shop.addCashCouponStock({ ...stock, answer: { ...stock.answer, distributed_coupons: 100 } });
		await give(2);
		const { error } = await send({ stockId });
		expect(error?.message).toContain(code);
		expect(error?.message).toMatch(words);
	});
});
