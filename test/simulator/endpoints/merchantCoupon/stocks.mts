import { type JsonObject } from '../../json.mts';
import { breaksRule } from '../../refusals.mts';
import { type MerchantCouponStock } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';
import { merchantStockOf } from './found.mts';

const RULES = {
	NORMAL: 'fixed_normal_coupon',
	DISCOUNT: 'discount_coupon',
	EXCHANGE: 'exchange_coupon',
} as const;

function checkRule({ stock_type, coupon_use_rule }: MerchantCouponStock): void {
	const wanted = RULES[stock_type];
	if (!coupon_use_rule[wanted]) throw breaksRule(`stock_type 为 ${stock_type} 时 ${wanted} 必填`);
	const surplus = Object.values(RULES).find((name) => name !== wanted && coupon_use_rule[name]);
	if (surplus) throw breaksRule(`stock_type 为 ${stock_type} 时不可填写 ${surplus}`);
	const { available_begin_time, available_end_time } = coupon_use_rule.coupon_available_time;
	if (!(Date.parse(available_end_time) > Date.parse(available_begin_time))) {
		throw breaksRule('available_end_time 应晚于 available_begin_time');
	}
}

const withoutNumber = (values: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'out_request_no'));

/** 创建商家券 */
export const createMerchantStock: Handler = ({ body, shop, now }) => {
	const stock = withoutNumber(body as JsonObject) as MerchantCouponStock;
	if (stock.belong_merchant !== shop.mchid) throw breaksRule('无权为该归属商户创建批次');
	checkRule(stock);
	const stock_id = shop.newId(101001);
	shop.addMerchantCouponStock({
		...stock,
		stock_id,
		stock_state: 'RUNNING',
		send_count_information: { total_send_num: 0 },
		...(stock.coupon_code_mode === 'MERCHANT_UPLOAD' && {
			coupon_code_count: { total_count: 0, available_count: 0 },
		}),
	});
	return { stock_id, create_time: beijingTime(now) };
};

/** 查询商家券批次详情 */
export const getMerchantStock: Handler = ({ path, shop }) =>
	merchantStockOf(shop, path['stock_id']!);

/** Puts what is given in the place of what is there, one level down. */
function merged(stock: JsonObject, changes: JsonObject): JsonObject {
	const isObject = (value: unknown) => typeof value === 'object' && !Array.isArray(value);
	return {
		...stock,
		...Object.fromEntries(
			Object.entries(changes).map(([name, value]) => [
				name,
				isObject(value) ? { ...(stock[name] as JsonObject), ...(value as JsonObject) } : value,
			]),
		),
	};
}

/** 修改商家券基本信息. Nothing but the status 204 is answered. */
export const updateMerchantStock: Handler = ({ path, body, shop }) => {
	const stock = merchantStockOf(shop, path['stock_id']!);
	const changes = withoutNumber(body as JsonObject);
	if (changes['subsidy'] === false && stock.subsidy) throw breaksRule('subsidy 不可改为 false');
	shop.addMerchantCouponStock(merged(stock, changes) as MerchantCouponStock);
	return {};
};

interface BudgetValues {
	stock_id: string;
	target_max_coupons?: number;
	target_max_coupons_by_day?: number;
	current_max_coupons?: number;
	current_max_coupons_by_day?: number;
}

/** 修改批次预算 */
export const updateMerchantBudget: Handler = (call) => {
	const values = valuesOf<BudgetValues>(call);
	const stock = merchantStockOf(call.shop, values.stock_id);
	const rule = stock.stock_send_rule;
	const sent = stock.send_count_information?.total_send_num ?? 0;
	// The check of the request has seen to it that the one beside the target is there.
	const {
		current_max_coupons: current = rule.max_coupons,
		current_max_coupons_by_day: daily = rule.max_coupons_by_day,
	} = values;
	if (current !== rule.max_coupons) throw breaksRule('current_max_coupons 与当前批次不一致');
	if (daily !== rule.max_coupons_by_day) {
		throw breaksRule('current_max_coupons_by_day 与当前批次不一致');
	}
	const { target_max_coupons = rule.max_coupons, target_max_coupons_by_day } = values;
	if (target_max_coupons !== undefined && target_max_coupons < sent) {
		throw breaksRule('目标张数小于已发放张数');
	}
	const stock_send_rule = {
		...rule,
		max_coupons: target_max_coupons,
		max_coupons_by_day: target_max_coupons_by_day ?? rule.max_coupons_by_day,
	};
	call.shop.addMerchantCouponStock({ ...stock, stock_send_rule });
	const { max_coupons, max_coupons_by_day } = stock_send_rule;
	return { max_coupons, max_coupons_by_day };
};
