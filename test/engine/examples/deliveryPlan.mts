import { type Ask } from '../../simulator/asker.mts';
import { BUNDLE, newNumber, SENDABLE } from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';
import { DELIVERY_PLANS } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const { brand_id, product_coupon_id, stock_id } = SENDABLE;

/** What is given to make a plan with settings of its own. */
export const newPlan = (): JsonObject => ({
	brand_id,
	product_coupon_id,
	stock_id,
	reuse_coupon_config: false,
	plan_name: '双十二投放',
	total_count: 10000,
	user_limit: 1,
	daily_limit: 500,
	delivery_start_time: '2026-12-01T00:00:00+08:00',
	delivery_end_time: '2026-12-12T23:59:59+08:00',
	recommend_word: '热门',
	usage_mode: 'SINGLE',
	out_request_no: newNumber('plan'),
});

/** The ID of a plan that was made now. */
export async function madePlan(ask: Ask): Promise<string> {
	const { plan } = await ask('deliveryPlan.create', newPlan());
	return (plan as JsonObject)['plan_id'] as string;
}

export const deliveryPlan: Record<string, Example[]> = {
	'deliveryPlan.create': [
		() => ({
			brand_id,
			product_coupon_id,
			stock_id,
			reuse_coupon_config: true,
			out_request_no: newNumber('plan'),
		}),
		newPlan,
		() => ({
			...BUNDLE,
			reuse_coupon_config: true,
			usage_mode: 'PROGRESSIVE_BUNDLE',
			out_request_no: newNumber('plan'),
		}),
	],
	'deliveryPlan.getAll': [
		() => ({ brand_id }),
		() => ({
			brand_id,
			plan_state: 'PLAN_DELIVERING',
			audit_state: 'AUDIT_PASSED',
			plan_id: DELIVERY_PLANS.first,
		}),
	],
	'deliveryPlan.update': [
		async (ask) => ({
			plan_id: await madePlan(ask),
			modify_content: {
				plan_name: '延长投放',
				delivery_end_time: '2026-12-31T23:59:59+08:00',
				total_count: 20000,
				user_limit: 2,
				daily_limit: 1000,
				recommend_word: '限时',
			},
			out_request_no: newNumber('plan'),
		}),
	],
	'deliveryPlan.resume': [
		async (ask, shop) => {
			const plan_id = await madePlan(ask);
			const { answer, ...plan } = shop.deliveryPlan(plan_id)!;
			shop.addDeliveryPlan({ ...plan, answer: { ...answer, plan_state: 'PLAN_PAUSED' } });
			return { plan_id };
		},
	],
	'deliveryPlan.terminate': [async (ask) => ({ plan_id: await madePlan(ask) })],
};
