import { BRANDS, DELIVERY_PLANS, PRODUCT_COUPONS, STOCKS } from './ids.mts';
import { type DeliveryPlan } from './types.mts';

/** Plans that the shop begins with. */
export const deliveryPlans: readonly DeliveryPlan[] = Array.from(
	{ length: DELIVERY_PLANS.count },
	(_, index) => ({
		auditState: 'AUDIT_PASSED',
		answer: {
			plan_id: String(Number(DELIVERY_PLANS.first) + index),
			plan_name: `春季投放${index + 1}`,
			plan_state: 'PLAN_DELIVERING',
			delivery_start_time: '2026-01-01T00:00:00+08:00',
			delivery_end_time: '2026-12-31T23:59:59+08:00',
			stock_id: STOCKS.sendable,
			product_coupon_id: PRODUCT_COUPONS.sendable,
			recommend_word: '热门',
			brand_id: BRANDS.coffee,
			total_count: 10000,
			user_limit: 1,
			daily_limit: 1000,
			usage_mode: 'SINGLE',
			reuse_coupon_config: false,
		},
	}),
);
