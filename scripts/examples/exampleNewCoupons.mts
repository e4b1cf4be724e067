import { BRANDS } from '../../test/simulator/shop.mts';

/** A row of examples/coupons-to-create.csv: its columns are those of Create, and four that its fields above take. */
export type NewCouponRow = Record<string, string>;

const IMAGE = 'https://wxpaylogo.qpic.cn/wxpaylogo/coupon.png';
const BACKGROUND = 'https://wxpaylogo.qpic.cn/wxpaylogo/background.png';

/** Three coupons for all goods of a brand: two take an amount off, one a percentage. */
export function exampleNewCouponRows(): NewCouponRow[] {
	return [
		row(1, '拿铁立减 5 元', { threshold: '2500', discount_amount: '500' }),
		row(2, '下午茶立减 12 元', { threshold: '5000', discount_amount: '1200' }),
		row(3, '周末全场八折', { threshold: '3000', percent_off: '20' }),
	];
}

function row(number: number, name: string, rule: Record<string, string>): NewCouponRow {
	const isAmount = 'discount_amount' in rule;
	const usage = 'single_usage_info';
	const period = 'stock.single_usage_rule.coupon_available_period';
	return {
		out_request_no: `create-2026-12-${number}`,
		brand_id: BRANDS.coffee,
		scope: 'ALL',
		type: isAmount ? 'NORMAL' : 'DISCOUNT',
		usage_mode: 'SINGLE',
		'display_info.name': name,
		'display_info.image_url': IMAGE,
		'display_info.background_url': BACKGROUND,
		[`${usage}.normal_coupon.threshold`]: isAmount ? rule.threshold! : '',
		[`${usage}.normal_coupon.discount_amount`]: rule.discount_amount ?? '',
		[`${usage}.discount_coupon.threshold`]: isAmount ? '' : rule.threshold!,
		[`${usage}.discount_coupon.percent_off`]: rule.percent_off ?? '',
		'stock.coupon_code_mode': 'WECHATPAY',
		'stock.stock_send_rule.max_count': '1000',
		'stock.stock_send_rule.max_count_per_user': '1',
		[`${period}.available_begin_time`]: '2026-12-01T00:00:00+08:00',
		[`${period}.available_end_time`]: '2026-12-31T23:59:59+08:00',
		'stock.usage_rule_display_info.coupon_usage_method_list': 'OFFLINE',
		'stock.usage_rule_display_info.usage_description': '到店出示付款码使用',
		'stock.coupon_display_info.code_display_mode': 'QRCODE',
		'stock.notify_config.notify_appid': 'wx0123456789abcdef',
		'stock.store_scope': 'ALL',
	};
}
