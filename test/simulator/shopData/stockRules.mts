import { type JsonObject } from '../json.mts';
import { type AvailablePeriod, type ProductCoupon, type Stock, type StockRules } from './types.mts';

const MINI_PROGRAM = { appid: 'wx4fd12345678', path: '/pages/index/index' };

/** The rules of a stock that was made without any: the same for all, but for the discount. */
export function usualRules(
	coupon: ProductCoupon,
	{ storeScope, expired }: Pick<Stock, 'storeScope' | 'expired'>,
): StockRules {
	return {
		coupon_code_mode: 'WECHATPAY',
		stock_send_rule: { max_count: 10000, max_count_per_user: 5 },
		...usualUsageRule(coupon, expired),
		usage_rule_display_info: {
			coupon_usage_method_list: ['OFFLINE', 'MINI_PROGRAM'],
			mini_program_appid: MINI_PROGRAM.appid,
			mini_program_path: MINI_PROGRAM.path,
			usage_description: '结账时出示券码或在小程序下单时使用，不与其他优惠同享',
			coupon_available_store_info: {
				description: storeScope === 'ALL' ? '全部门店可用' : '指定门店可用',
			},
		},
		coupon_display_info: {
			code_display_mode: 'QRCODE',
			background_color: 'Color020',
			entrance_mini_program: {
				...MINI_PROGRAM,
				entrance_wording: '欢迎选购',
				guidance_wording: '更多优惠',
			},
		},
		notify_config: { notify_appid: MINI_PROGRAM.appid },
	};
}

/** The times between which the shop's own stocks for sending can be used, and for how many days. */
export const USABLE_PERIOD = {
	available_begin_time: '2020-01-01T00:00:00+08:00',
	available_end_time: '2099-12-31T23:59:59+08:00',
	available_days: 30,
};

/** The discounts by the type of a product coupon, one of which is a rule of its stocks. */
function usualDiscount({ single_usage_info = {} }: ProductCoupon): Record<string, JsonObject> {
	return {
		NORMAL: {
			normal_coupon: single_usage_info.normal_coupon ?? { threshold: 3000, discount_amount: 500 },
		},
		DISCOUNT: {
			discount_coupon: single_usage_info.discount_coupon ?? { threshold: 3000, percent_off: 20 },
		},
		EXCHANGE: { exchange_coupon: { threshold: 0, exchange_price: 1900 } },
	};
}

/** When and for what a coupon can be used, by the usage mode and the type of the product coupon. */
function usualUsageRule(coupon: ProductCoupon, expired: boolean): Partial<StockRules> {
	const coupon_available_period = usualPeriod(expired);
	const rule = usualDiscount(coupon)[coupon.type]!;
	if (coupon.usage_mode === 'SINGLE') {
		return { single_usage_rule: { coupon_available_period, ...rule } };
	}
	if (coupon.usage_mode === 'PROGRESSIVE_BUNDLE') {
		return { progressive_bundle_usage_rule: { coupon_available_period, ...rule } };
	}
	const count = coupon.sequential_usage_info?.count ?? 1;
	const rounds = Object.entries(rule).map(([name, round]) => [
		`${name}_list`,
		Array(count).fill(round),
	]);
	return {
		sequential_usage_rule: { coupon_available_period, ...Object.fromEntries(rounds) },
	};
}

/** 365 days at most, as WeChat Pay wants it; a fixed time, so that the shop is always the same. */
function usualPeriod(expired: boolean): AvailablePeriod {
	return expired
		? {
				available_begin_time: '2023-01-01T00:00:00+08:00',
				available_end_time: '2023-06-30T23:59:59+08:00',
			}
		: {
				available_begin_time: '2099-01-01T00:00:00+08:00',
				available_end_time: '2099-12-31T23:59:59+08:00',
			};
}
