import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asker } from '../../simulator/asker.mts';
import { SENDABLE } from '../../simulator/examples.mts';
import { BRANDS, DELIVERY_PLANS, type MerchantPaging } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { madePlan } from '../examples/deliveryPlan.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

async function out(operation: string, parameters: INodeParameters): Promise<IDataObject[]> {
	const { items } = await run({
		credential: simulator().credential,
		parameters: { resource: 'deliveryPlan', operation, ...parameters },
		onError: 'continueRegularOutput',
	});
	return items.map(({ json }) => json);
}

const made = async () => await madePlan(asker(simulator()));
const plan = (value: string) => ({ planId: { __rl: true, mode: 'id', value } });
const ids = Array.from({ length: DELIVERY_PLANS.count }, (_, n) =>
	String(Number(DELIVERY_PLANS.first) + n),
);

const creation: INodeParameters = {
	brandId: SENDABLE.brand_id,
	productCouponId: SENDABLE.product_coupon_id,
	reuseCouponConfig: false,
};
const settings = {
	planName: '双十二',
	totalCount: 10000,
	deliveryStartTime: '2026-12-01T00:00:00',
	deliveryEndTime: '2026-12-12T23:59:59',
};
const both = { stockId: '1', stockBundleId: '1' };

describe('Delivery Plan', () => {
	test('an end without a body gives the ID and success, and is safe to repeat', async () => {
		const planId = await made();
		simulator().misbehave({ kind: 'resetAfterWork' });
		expect(await out('terminate', plan(planId))).toEqual([{ plan_id: planId, success: true }]);
		expect(simulator().shop.deliveryPlan(planId)?.answer.plan_state).toBe('PLAN_TERMINATED');
	});

	test('an end that WeChat Pay did not sign is not believed', async () => {
		const planId = await made();
		simulator().misbehave({ kind: 'unsigned' }, { times: Infinity });
		expect(await out('terminate', { ...plan(planId), options: { maxRetries: 0 } })).toMatchObject([
			{ details: { plan_id: planId, outcome: 'unknown' } },
		]);
	});

	test('a change sends what was given, nested, and nothing else', async () => {
		const planId = await made();
		const [changed] = await out('update', {
			...plan(planId),
			additionalFields: { totalCount: '20000', deliveryEndTime: '2026-12-31T23:59:59+08:00' },
		});
		expect(changed).toMatchObject({ plan_id: planId, total_count: 20000 });
		const { body } = simulator().requests.at(-1)!;
		expect(JSON.parse(body.toString())).toEqual({
			modify_content: { total_count: 20000, delivery_end_time: '2026-12-31T23:59:59+08:00' },
			out_request_no: changed?.out_request_no,
		});
	});

	test('a change of nothing is refused before any call', async () => {
		expect(await out('update', plan('7001'))).toMatchObject([
			{ error: 'Additional Fields has nothing to change', details: { outcome: 'notSent' } },
		]);
		expect(simulator().requests).toEqual([]);
	});

	test.each([
		[{ recommendWord: 'a'.repeat(28) }, 'Marketing Label is longer than 27'],
		[{ usageMode: 'SINGLE' }, 'Stock ID is missing'],
		[{ usageMode: 'PROGRESSIVE_BUNDLE' }, 'Stock Bundle ID is missing'],
		[{}, 'Stock ID or Stock Bundle ID is missing'],
		[{ ...both, usageMode: 'SINGLE' }, 'Stock ID and Stock Bundle ID are given at once'],
		[
			{ ...both, usageMode: 'PROGRESSIVE_BUNDLE' },
			'Stock ID and Stock Bundle ID are given at once',
		],
		[both, 'Stock ID and Stock Bundle ID are given at once'],
		[{ usageMode: 'SINGLE', stockBundleId: '1' }, 'Stock ID is missing'],
		[{ usageMode: 'PROGRESSIVE_BUNDLE', stockId: '1' }, 'Stock Bundle ID is missing'],
	])('Create with %j is refused before any call', async (additionalFields, message) => {
		const [row] = await out('create', { ...creation, ...settings, additionalFields });
		expect(row?.error).toContain(message);
		expect(simulator().requests).toEqual([]);
	});

	test.each([
		['planName', 'Plan Name is empty'],
		['totalCount', 'Total Count is missing'],
		['deliveryStartTime', 'Delivery Start (Beijing) is empty'],
		['deliveryEndTime', 'Delivery End (Beijing) is empty'],
	])(
		'Create without %s is refused, unless it reuses the settings of the coupon',
		async (name, message) => {
			const others = Object.fromEntries(Object.entries(settings).filter(([one]) => one !== name));
			const ofStock = { ...creation, ...others, additionalFields: { stockId: SENDABLE.stock_id } };
			expect(await out('create', ofStock)).toMatchObject([
				{
					error: message,
					details: { description: 'Fill it in, because Reuse Coupon Settings is off.' },
				},
			]);
			expect(simulator().requests).toEqual([]);
			const [created] = await out('create', { ...ofStock, reuseCouponConfig: true });
			expect(created).toHaveProperty('plan_id');
		},
	);

	test('a count below the least one is refused', async () => {
		const [row] = await out('create', { ...creation, ...settings, totalCount: 9999 });
		expect(row?.error).toContain('Total Count is not a whole number of 10000 or more');
		expect(simulator().requests).toEqual([]);
	});

	test.each<Partial<MerchantPaging>>([
		{ counts: 'entries', from: 0 },
		{ counts: 'entries', from: 1 },
		{ counts: 'pages', from: 0 },
		{ counts: 'pages', from: 1 },
	])('Get Many gives each plan once when offsets count %j', async (paging) => {
		simulator().shop.pageMerchantLists(paging);
		const found = await out('getAll', { brandId: BRANDS.coffee, returnAll: true });
		expect(found.map(({ plan_id }) => plan_id)).toEqual(ids);
	});

	test('a state without its prefix comes out', async () => {
		simulator().misbehave({
			kind: 'answer',
			change: () => ({ total_count: 1, plan_list: [{ plan_id: '1', plan_state: 'DELIVERING' }] }),
		});
		expect(await out('getAll', { brandId: BRANDS.coffee })).toEqual([
			{ plan_id: '1', plan_state: 'DELIVERING' },
		]);
	});
});
