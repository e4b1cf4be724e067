import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { BUNDLE, SENDABLE } from '../../simulator/examples.mts';
import { CASH_COUPON_STOCKS, MERCHANT_COUPON_STOCKS, STOCKS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { openidOf, SEND, USER_OF_ROW } from '../helpers/sendings.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const send: INodeParameters = { ...SEND, stockId: '={{ $json.stock }}' };

const users = (count: number, stock: string = SENDABLE.stock_id) =>
	Array.from({ length: count }, (_, index) => ({
		stock,
		openid: openidOf(index),
	}));

const requests = (method: string) =>
	simulator().requests.filter((request) => request.method === method);

describe('a stock that gives no coupons any more', () => {
	test('NOT_ENOUGH: a handful of calls, and the rows behind are not sent', async () => {
		simulator().misbehave(
			{ kind: 'status', status: 403, code: 'NOT_ENOUGH', message: '批次预算不足' },
			{ method: 'POST', times: Infinity },
		);
		const { items } = await run({
			credential: simulator().credential,
			parameters: send,
			rows: users(2000),
			onError: 'continueRegularOutput',
		});
		expect(items).toHaveLength(2000);
		expect(requests('POST').length).toBeLessThanOrEqual(32);
		const codes = items.map(({ json }) => (json.details as { code: string }).code);
		expect(new Set(codes)).toEqual(new Set(['NOT_ENOUGH', 'STOCK_ENDED']));
		expect(items.at(-1)?.json).toMatchObject({
			error: expect.stringContaining('NOT_ENOUGH “批次预算不足”'),
			details: { outcome: 'notSent', openid: users(2000)[1999]?.openid },
		});
	});

	test('a stock that is found not to be sending ends its calls; other stocks go on', async () => {
		const stopped = STOCKS.expired;
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...send, productCouponId: '={{ $json.coupon }}' },
			rows: [
				...users(500, stopped).map((row) => ({ ...row, coupon: '200000001' })),
				...users(3).map((row) => ({ ...row, coupon: SENDABLE.product_coupon_id })),
			],
			onError: 'continueRegularOutput',
		});
		expect(requests('POST').length).toBeLessThanOrEqual(32 + 3);
		expect(requests('GET')).toHaveLength(1);
		expect(items.slice(500).map(({ json }) => json.error)).toEqual([
			undefined,
			undefined,
			undefined,
		]);
		expect(items[499]?.json.details).toMatchObject({ code: 'STOCK_ENDED', outcome: 'notSent' });
	});
});

describe('Dry Run of what sends', () => {
	const options = { dryRun: true };
	const SENDINGS: Record<string, INodeParameters> = {
		'userProductCoupon.send': SEND,
		'userProductCouponBundle.send': {
			resource: 'userProductCouponBundle',
			operation: 'send',
			brandId: BUNDLE.brand_id,
			productCouponId: BUNDLE.product_coupon_id,
			stockBundleId: BUNDLE.stock_bundle_id,
			...USER_OF_ROW,
		},
		'merchantCoupon.send': {
			resource: 'merchantCoupon',
			operation: 'send',
			stockId: MERCHANT_COUPON_STOCKS.sendable,
			...USER_OF_ROW,
		},
		'cashCoupon.send': {
			resource: 'cashCoupon',
			operation: 'send',
			stockId: CASH_COUPON_STOCKS.running,
			...USER_OF_ROW,
		},
	};

	test.each(Object.entries(SENDINGS))(
		'%s: each stock is read once, nothing is sent',
		async (_, what) => {
			const { items, error, hints } = await run({
				credential: simulator().credential,
				parameters: { ...what, options },
				rows: users(3),
			});
			expect(error?.message).toBeUndefined();
			expect(items.map(({ json }) => json)).toEqual(
				users(3).map(({ openid }) =>
					expect.objectContaining({ openid, dryRun: true, result: 'would be sent' }),
				),
			);
			expect(simulator().requests.map(({ method }) => method)).toEqual(['GET']);
			expect(hints.join()).toContain('Dry run: 3 of 3 would be sent.');
		},
	);

	test('more rows than coupons: each row says so', async () => {
		const { items, hints } = await run({
			credential: simulator().credential,
			parameters: {
				...SENDINGS['cashCoupon.send']!,
				stockId: CASH_COUPON_STOCKS.nearlyUsed,
				options,
			},
			rows: users(1000),
		});
		expect(new Set(items.map(({ json }) => json.result))).toEqual(
			new Set(['the stock has 4 coupons left for 1,000 rows']),
		);
		expect(hints.join()).toContain('Dry run: 0 of 1000 would be sent.');
	});

	test('a stock in another state: each row says so', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { ...send, productCouponId: '200000001', stockId: STOCKS.expired, options },
			rows: users(2),
		});
		expect(items.map(({ json }) => json.result)).toEqual([
			expect.stringMatching(/^the state of the stock is [A-Z]+, so nothing would be sent$/),
			expect.stringMatching(/^the state of the stock is [A-Z]+, so nothing would be sent$/),
		]);
	});
});
