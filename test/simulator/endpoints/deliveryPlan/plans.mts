import { type JsonObject, without } from '../../json.mts';
import { breaksRule, deliveryPlanNotFound } from '../../refusals.mts';
import { type DeliveryPlan, type Shop } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { pageOfList } from '../merchantCoupon/page.mts';
import { authorisedBrand, productCouponOf, stockOf } from '../productCoupon/found.mts';

type Plan = DeliveryPlan['answer'];

/** Throws unless the plan is of a brand that the provider may act for. */
function planOf(shop: Shop, planId: string): Readonly<DeliveryPlan> {
	const plan = shop.deliveryPlan(planId);
	if (!plan) throw deliveryPlanNotFound();
	authorisedBrand(shop, plan.answer.brand_id);
	return plan;
}

/** What a plan takes from the stock when it has no settings of its own. */
function reused(shop: Shop, { product_coupon_id, stock_id, brand_id }: Plan): Partial<Plan> {
	const stock = stock_id && stockOf(shop, { brand_id, product_coupon_id, stock_id });
	const rule = stock ? (stock.rules['stock_send_rule'] as JsonObject | undefined) : undefined;
	return {
		plan_name: '商品券投放',
		total_count: rule?.['max_count'] as number | undefined,
		user_limit: rule?.['max_count_per_user'] as number | undefined,
		daily_limit: rule?.['max_count_per_day'] as number | undefined,
	};
}

/** 创建投放计划. It is looked over at once. */
export const createPlan: Handler = ({ body, shop }) => {
	const given = without(body as JsonObject, 'out_request_no') as Plan;
	if (given.usage_mode === 'SINGLE' && given.stock_bundle_id !== undefined) {
		throw breaksRule('usage_mode 为 SINGLE 时不可填写 stock_bundle_id');
	}
	if (given.usage_mode === 'PROGRESSIVE_BUNDLE' && given.stock_id !== undefined) {
		throw breaksRule('usage_mode 为 PROGRESSIVE_BUNDLE 时不可填写 stock_id');
	}
	productCouponOf(shop, given);
	if (given.stock_id !== undefined) stockOf(shop, { ...given, stock_id: given.stock_id });
	const { delivery_start_time: start, delivery_end_time: end } = given;
	if (start && end && !(Date.parse(end) > Date.parse(start))) {
		throw breaksRule('delivery_end_time 应晚于 delivery_start_time');
	}
	const answer: Plan = {
		...given,
		...(given.reuse_coupon_config && reused(shop, given)),
		plan_id: shop.newId(8001),
		plan_state: 'PLAN_DELIVERING',
	};
	shop.addDeliveryPlan({ auditState: 'AUDIT_PASSED', answer });
	return { plan: answer };
};

interface Query {
	brand_id: string;
	page_size?: number;
	offset?: number;
	plan_state?: string;
	audit_state?: string;
	plan_id?: string;
}

/** 分页查询投放计划列表 */
export const getAllPlans: Handler = (call) => {
	const { brand_id, page_size, offset, plan_state, audit_state, plan_id } = valuesOf<Query>(call);
	authorisedBrand(call.shop, brand_id);
	const plans = call.shop
		.deliveryPlans(brand_id)
		.filter(({ auditState }) => audit_state === undefined || auditState === audit_state)
		.map(({ answer }) => answer)
		.filter((plan) => plan_state === undefined || plan.plan_state === plan_state)
		.filter((plan) => plan_id === undefined || plan.plan_id === plan_id);
	const page = pageOfList(plans, call.shop, { offset, limit: page_size ?? 10 });
	return { total_count: page['total_count'], plan_list: page['data'] };
};

const GROWING = ['total_count', 'user_limit', 'daily_limit'] as const;

/** 更新投放计划. The end can only be put off, counts can only go up. */
export const updatePlan: Handler = ({ path, body, shop }) => {
	const plan = planOf(shop, path['plan_id']!);
	const changes = (body as JsonObject)['modify_content'] as unknown as Partial<Plan>;
	for (const name of GROWING) {
		const [now, wanted] = [plan.answer[name], changes[name]];
		if (wanted === undefined) continue;
		if (now === undefined) throw breaksRule(`${name} 创建时未设置，不可修改`);
		if (wanted < now) throw breaksRule(`${name} 只能增加`);
	}
	const { delivery_end_time: end = '' } = plan.answer;
	if (changes.delivery_end_time && Date.parse(changes.delivery_end_time) < Date.parse(end)) {
		throw breaksRule('delivery_end_time 只能延后');
	}
	const answer = { ...plan.answer, ...changes };
	shop.addDeliveryPlan({ ...plan, answer });
	return { plan: answer };
};

/** 恢复投放计划. Only brands have it. */
export const resumePlan: Handler = ({ path, shop }) => {
	const plan = planOf(shop, path['plan_id']!);
	if (plan.answer.plan_state !== 'PLAN_PAUSED') throw breaksRule('投放计划不是暂停状态');
	shop.addDeliveryPlan({ ...plan, answer: { ...plan.answer, plan_state: 'PLAN_DELIVERING' } });
	return {};
};

/** 终止投放计划. Nothing but the status 204 is answered. */
export const terminatePlan: Handler = ({ path, shop }) => {
	const plan = planOf(shop, path['plan_id']!);
	shop.addDeliveryPlan({ ...plan, answer: { ...plan.answer, plan_state: 'PLAN_TERMINATED' } });
	return {};
};
