import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { MERCHANT_COUPON_STOCKS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const get = { resource: 'merchantCouponStock', operation: 'get' };

describe('Merchant Coupon Stock: Get', () => {
	test('gives ten flat fields at most when Simplify is on', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...get, stockId: MERCHANT_COUPON_STOCKS.uploadedCodes },
		});
		expect(items).toEqual([
			{
				json: {
					stock_id: MERCHANT_COUPON_STOCKS.uploadedCodes,
					stock_name: expect.any(String),
					belong_merchant: simulator().credential.mchid,
					stock_type: 'NORMAL',
					stock_state: 'RUNNING',
					available_begin_time: expect.any(String),
					available_end_time: expect.any(String),
					max_coupons: expect.any(Number),
					total_send_num: expect.any(Number),
					available_count: expect.any(Number),
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(simulator().requests).toMatchObject([
			{
				method: 'GET',
				url: `/v3/marketing/busifavor/stocks/${MERCHANT_COUPON_STOCKS.uploadedCodes}`,
				signature: 'valid',
			},
		]);
	});

	test('gives the answer as it is when Simplify is off', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...get, stockId: MERCHANT_COUPON_STOCKS.discount, simplify: false },
		});
		expect(items[0]?.json).toEqual(
			simulator().shop.merchantCouponStock(MERCHANT_COUPON_STOCKS.discount),
		);
	});

	test('does not round an integer that JavaScript cannot hold', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...get, stockId: MERCHANT_COUPON_STOCKS.largeBudget, simplify: false },
		});
		expect(items[0]?.json.stock_send_rule).toMatchObject({ max_amount: '9223372036854775807' });
	});
});

describe('Merchant Coupon Stock: Update Budget', () => {
	test.each([
		[{ targetMaxCoupons: 5 }, 'Current Max Coupons is missing'],
		[{ targetMaxCoupons: 5, currentMaxCouponsByDay: 4 }, 'Current Max Coupons is missing'],
		[{ targetMaxCouponsByDay: 5 }, 'Current Max Coupons By Day is missing'],
	])('a target without its current count is refused before any call: %j', async (given, said) => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: {
				resource: 'merchantCouponStock',
				operation: 'updateBudget',
				stockId: MERCHANT_COUPON_STOCKS.normal,
				additionalFields: given,
			},
		});
		expect(error?.message).toBe(`${said} [item 0]`);
		expect(error?.description).toContain(
			`Add it beside ${said.replace('Current', 'Target').replace(' is missing', '')}.`,
		);
		expect(simulator().requests).toEqual([]);
	});
});

describe('Merchant Coupon Stock: Update', () => {
	const ENTRANCE = 'custom_entrance.mini_programs_info';
	const update = async (value: IDataObject, stockId: string = MERCHANT_COUPON_STOCKS.normal) =>
		await run({
			credential: simulator().credential,
			parameters: {
				resource: 'merchantCouponStock',
				operation: 'update',
				stockId,
				fields: { mappingMode: 'defineBelow', value } as never,
			},
			onError: 'continueRegularOutput',
		});
	const sent = () =>
		simulator()
			.requests.filter(({ method }) => method === 'PATCH')
			.map(({ body }) => JSON.parse(body.toString()) as IDataObject);
	const entrance = (stockId: string = MERCHANT_COUPON_STOCKS.normal) =>
		simulator().shop.merchantCouponStock(stockId)?.custom_entrance?.mini_programs_info;

	test('guiding words are changed alone: the rest of the entrance goes along as it is', async () => {
		const before = entrance();
		const { items } = await update({ [`${ENTRANCE}.guiding_words`]: '更多好礼' });
		expect(items[0]?.json.error).toBeUndefined();
		expect(sent()).toEqual([
			{
				custom_entrance: { mini_programs_info: { ...before, guiding_words: '更多好礼' } },
				out_request_no: expect.any(String),
			},
		]);
		expect(entrance()).toEqual({ ...before, guiding_words: '更多好礼' });
	});

	test('a whole entrance is sent as it is given, without a look', async () => {
		const whole = {
			mini_programs_appid: 'wx234545656765876',
			mini_programs_path: '/new',
			entrance_words: '看看',
		};
		const columns = Object.entries(whole).map(([name, value]) => [`${ENTRANCE}.${name}`, value]);
		await update(Object.fromEntries(columns) as IDataObject);
		expect(sent()).toMatchObject([{ custom_entrance: { mini_programs_info: whole } }]);
		expect(simulator().requests).toHaveLength(1);
	});

	test('where there is no entrance yet, what it needs is named, and nothing is changed', async () => {
		const stock = simulator().shop.merchantCouponStock(MERCHANT_COUPON_STOCKS.normal)!;
		delete stock.custom_entrance;
		const { items } = await update({ [`${ENTRANCE}.guiding_words`]: '更多好礼' });
		expect(items[0]?.json).toMatchObject({
			error: 'Entrance AppID is missing, and there is none yet that could stay as it is',
			details: { outcome: 'notSent' },
		});
		expect(sent()).toEqual([]);
	});
});
