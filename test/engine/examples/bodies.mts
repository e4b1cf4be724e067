import { PERIOD, STOCK } from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';

const MINI_PROGRAM = { mini_program_appid: 'wx4fd12345678', mini_program_path: '/pages/index' };
const IMAGE = 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleGoods/0';

/** How a coupon is shown, with all that can be said. */
export const FULL_DISPLAY = {
	usage_rule_display_info: {
		coupon_usage_method_list: ['OFFLINE', 'MINI_PROGRAM'],
		...MINI_PROGRAM,
		app_path: 'https://example.com/coupon',
		usage_description: '结账时出示券码，不与其他优惠同享',
		coupon_available_store_info: { description: '全部门店可用', ...MINI_PROGRAM },
		app_jump_type: 'PASSCODE_LINK',
		passcode_link: '复制口令打开',
	},
	coupon_display_info: {
		code_display_mode: 'BARCODE',
		background_color: 'Color100',
		entrance_mini_program: {
			appid: 'wx4fd12345678',
			path: '/pages/index',
			entrance_wording: '欢迎选购',
			guidance_wording: '更多优惠',
		},
		entrance_official_account: { appid: 'wx4fd12345679' },
		entrance_finder: {
			finder_id: 'sph6Rngt2T4RlUf',
			finder_video_id: 'export/UzFfAgtgekIEAQAAAAAA',
			finder_video_cover_image_url: IMAGE,
		},
	},
	notify_config: { notify_appid: 'wx4fd12345678' },
	store_scope: 'SPECIFIC',
	remark: '新店开业',
};

const TIMES = {
	wait_days_after_receive: 0,
	weekly_available_period: {
		day_list: ['MONDAY', 'SUNDAY'],
		day_period_list: [{ begin_time: 0, end_time: 3600 }],
	},
	irregular_available_period_list: [
		{ begin_time: '2026-05-01T00:00:00+08:00', end_time: '2026-05-02T23:59:59+08:00' },
	],
};
const DAYS = { available_days: 30, available_seconds: 600 };

const FULL_STOCK = { ...STOCK, ...FULL_DISPLAY };

const NORMAL = { threshold: 0, discount_amount: 500 };
const DISCOUNT = { threshold: 3000, percent_off: 20 };
const EXCHANGE = { threshold: 0, exchange_price: 100 };
const thrice = <Rule,>(rule: Rule): Rule[] => [rule, rule, rule];

/** A stock of coupons of one use. @param rule what the user saves, where the stock says it */
export const singleStock = (rule: JsonObject): JsonObject => ({
	...FULL_STOCK,
	single_usage_rule: { coupon_available_period: { ...PERIOD, ...TIMES, ...DAYS }, ...rule },
});

const sequentialStock = (rule: JsonObject): JsonObject => ({
	...FULL_STOCK,
	sequential_usage_rule: { coupon_available_period: { ...PERIOD, ...TIMES }, ...rule },
});

/** A bundle of stocks. @param rule what the user saves with each use */
export const fullBundle = (rule: JsonObject): JsonObject => ({
	...FULL_STOCK,
	progressive_bundle_usage_rule: {
		coupon_available_period: { ...PERIOD, ...TIMES, ...DAYS },
		...rule,
	},
});

/** The display of a coupon. @param more price and packages */
const display = (more: JsonObject = {}): JsonObject => ({
	name: '满100减10',
	image_url: IMAGE,
	background_url: IMAGE,
	detail_image_url_list: [`${IMAGE}?1`, `${IMAGE}?2`],
	...more,
});

const GOODS = {
	original_price: 3900,
	combo_package_list: [
		{
			name: '咖啡2选1',
			pick_count: 1,
			choice_list: [{ name: '美式', price: 1900, count: 1, image_url: IMAGE, ...MINI_PROGRAM }],
		},
	],
};

/** What may be changed of the display of a coupon. */
export const FULL_COUPON_DISPLAY = display(GOODS);

const sequence = { type: 'EQUAL', count: 3, available_days: 30, interval_days: 0 };

const once = (scope: string, type: string, rest: JsonObject): JsonObject => ({
	scope,
	type,
	usage_mode: 'SINGLE',
	display_info: display(scope === 'SINGLE' ? GOODS : {}),
	out_product_no: 'Product_1',
	...rest,
});

const often = (type: string, rule: JsonObject): JsonObject => ({
	...once(type === 'EXCHANGE' ? 'SINGLE' : 'ALL', type, {}),
	usage_mode: 'SEQUENTIAL',
	sequential_usage_info: sequence,
	stock: sequentialStock({ ...rule, special_first: true }),
});

const asBundle = (type: string, rule: JsonObject): JsonObject => ({
	...once(type === 'EXCHANGE' ? 'SINGLE' : 'ALL', type, {}),
	usage_mode: 'PROGRESSIVE_BUNDLE',
	progressive_bundle_usage_info: { count: 3, interval_days: 7 },
	stock_bundle: fullBundle(rule),
});

/** New coupons of every kind; together they give every value once. */
export const NEW_COUPONS: readonly JsonObject[] = [
	once('ALL', 'NORMAL', {
		single_usage_info: { normal_coupon: NORMAL },
		stock: singleStock({}),
	}),
	once('ALL', 'DISCOUNT', {
		single_usage_info: { discount_coupon: DISCOUNT },
		stock: singleStock({}),
	}),
	once('CATEGORY', 'NORMAL', { stock: singleStock({ normal_coupon: NORMAL }) }),
	once('SINGLE', 'DISCOUNT', { stock: singleStock({ discount_coupon: DISCOUNT }) }),
	once('SINGLE', 'EXCHANGE', { stock: singleStock({ exchange_coupon: EXCHANGE }) }),
	often('NORMAL', { normal_coupon_list: thrice(NORMAL) }),
	often('DISCOUNT', { discount_coupon_list: thrice(DISCOUNT) }),
	often('EXCHANGE', { exchange_coupon_list: thrice(EXCHANGE) }),
	asBundle('NORMAL', { normal_coupon_list: thrice(NORMAL) }),
	asBundle('DISCOUNT', { discount_coupon_list: thrice(DISCOUNT) }),
	asBundle('EXCHANGE', { exchange_coupon_list: thrice(EXCHANGE) }),
];
