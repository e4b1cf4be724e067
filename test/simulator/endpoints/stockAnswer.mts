import { type JsonObject } from '../json.mts';
import { type ProductCoupon, type Stock } from '../shop.mts';

const MINI_PROGRAM = { appid: 'wx4fd12345678', path: '/pages/index/index' };

/** A stock as WeChat Pay shows it; what the shop does not know of it is the same for all stocks. */
export function stockAnswer(coupon: ProductCoupon, stock: Readonly<Stock>): JsonObject {
	return {
		product_coupon_id: coupon.product_coupon_id,
		stock_id: stock.stockId,
		remark: stock.remark,
		coupon_code_mode: 'WECHATPAY',
		stock_send_rule: { max_count: 10000, max_count_per_user: 5 },
		...usageRule(coupon, stock),
		usage_rule_display_info: {
			coupon_usage_method_list: ['OFFLINE', 'MINI_PROGRAM'],
			mini_program_appid: MINI_PROGRAM.appid,
			mini_program_path: MINI_PROGRAM.path,
			usage_description: '结账时出示券码或在小程序下单时使用，不与其他优惠同享',
			coupon_available_store_info: {
				description: stock.storeScope === 'ALL' ? '全部门店可用' : '指定门店可用',
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
		store_scope: stock.storeScope,
		sent_count_info: {
			total_count: stock.state === 'AUDITING' ? 0 : 340,
			today_count: stock.state === 'SENDING' ? 12 : 0,
		},
		state: stock.state,
		...(stock.state === 'DEACTIVATED' && {
			deactivate_request_no: '1002600620019090123143254437',
			deactivate_time: '2023-06-20T13:29:35+08:00',
			deactivate_reason: '活动提前结束',
		}),
		brand_id: coupon.brand_id,
	};
}

/** When and for what a coupon can be used, by the usage mode and the type of the product coupon. */
function usageRule(coupon: ProductCoupon, stock: Readonly<Stock>): JsonObject {
	const coupon_available_period = availablePeriod(stock);
	const { normal_coupon, discount_coupon } = coupon.single_usage_info ?? {};
	const rules = {
		NORMAL: { normal_coupon: normal_coupon ?? { threshold: 3000, discount_amount: 500 } },
		DISCOUNT: { discount_coupon: discount_coupon ?? { threshold: 3000, percent_off: 20 } },
		EXCHANGE: { exchange_coupon: { threshold: 0, exchange_price: 1900 } },
	};
	const rule = rules[coupon.type];
	if (coupon.usage_mode === 'SINGLE') {
		return { single_usage_rule: { coupon_available_period, ...rule } };
	}
	const rounds = Object.entries(rule).map(([name, round]) => [
		`${name}_list`,
		Array(coupon.sequential_usage_info?.count ?? 1).fill(round),
	]);
	return {
		sequential_usage_rule: { coupon_available_period, ...Object.fromEntries(rounds) },
	};
}

/** 365 days at most, as WeChat Pay wants it; a fixed time, so that the shop is always the same. */
function availablePeriod({ expired }: Readonly<Stock>): JsonObject {
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
