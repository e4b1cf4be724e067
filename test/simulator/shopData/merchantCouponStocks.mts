import { FOREIGN_MCHID, MCHID, MERCHANT_COUPON_STOCKS } from './ids.mts';
import { type MerchantCode, type MerchantCouponStock } from './types.mts';

const amountOff: MerchantCouponStock = {
	stock_name: '8月1日活动券',
	belong_merchant: MCHID,
	comment: '滨海店使用',
	goods_name: '全部饮品可用',
	stock_type: 'NORMAL',
	coupon_use_rule: {
		coupon_available_time: {
			available_begin_time: '2025-08-01T00:00:00+08:00',
			available_end_time: '2025-12-31T23:59:59+08:00',
			available_day_after_receive: 3,
			available_week: {
				week_day: [1, 2, 3, 4, 5],
				available_day_time: [{ begin_time: 3600, end_time: 86399 }],
			},
			irregulary_avaliable_time: [
				{ begin_time: '2025-10-01T00:00:00+08:00', end_time: '2025-10-07T23:59:59+08:00' },
			],
			wait_days_after_receive: 7,
		},
		fixed_normal_coupon: { discount_amount: 500, transaction_minimum: 3000 },
		use_method: 'OFF_LINE',
	},
	stock_send_rule: {
		max_amount: 100000,
		max_coupons: 200,
		max_coupons_per_user: 5,
		max_amount_by_day: 10000,
		natural_person_limit: false,
		prevent_api_abuse: true,
		transferable: false,
		shareable: false,
	},
	custom_entrance: {
		mini_programs_info: {
			mini_programs_appid: 'wx234545656765876',
			mini_programs_path: '/path/index/index',
			entrance_words: '欢迎选购',
			guiding_words: '获取更多优惠',
		},
		appid: 'wx324345hgfhfghfg',
		hall_id: '233455656',
		store_id: '233554655',
		code_display_mode: 'QRCODE',
	},
	display_pattern_info: {
		description: '滨海各门店可用，不与其他优惠同享',
		merchant_logo_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleLogo/0',
		merchant_name: '海风咖啡',
		background_color: 'Color020',
		coupon_image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleCoupon/0',
		finder_info: {
			finder_id: 'sph6Rngt2T4RlUf',
			finder_video_id: 'export/UzFfAgtgekIEAQAAAAAAb4MgnPInmAAAAAstQy6ubaLX4KHWvLEZgBPEwIEgVnk9HIP',
			finder_video_cover_image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleVideo/0',
		},
	},
	stock_state: 'RUNNING',
	coupon_code_mode: 'WECHATPAY_MODE',
	stock_id: MERCHANT_COUPON_STOCKS.normal,
	notify_config: { notify_appid: 'wx23232232323' },
	send_count_information: {
		total_send_num: 34,
		total_send_amount: 17000,
		today_send_num: 2,
		today_send_amount: 1000,
	},
	subsidy: false,
};

const availableTime = {
	available_begin_time: '2025-08-01T00:00:00+08:00',
	available_end_time: '2025-12-31T23:59:59+08:00',
};

const sendable: MerchantCouponStock = {
	stock_name: '会员日立减券',
	belong_merchant: MCHID,
	goods_name: '全部饮品可用',
	stock_type: 'NORMAL',
	coupon_use_rule: {
		coupon_available_time: {
			available_begin_time: '2020-01-01T00:00:00+08:00',
			available_end_time: '2099-12-31T23:59:59+08:00',
			available_day_after_receive: 30,
		},
		fixed_normal_coupon: { discount_amount: 500, transaction_minimum: 3000 },
		use_method: 'OFF_LINE',
	},
	stock_send_rule: { max_coupons: 100000, max_coupons_per_user: 100, max_coupons_by_day: 10000 },
	stock_state: 'RUNNING',
	coupon_code_mode: 'WECHATPAY_MODE',
	stock_id: MERCHANT_COUPON_STOCKS.sendable,
	send_count_information: { total_send_num: 0, total_send_amount: 0 },
};

const UPLOADED_AT = Date.parse('2025-08-01T09:00:00+08:00');

function codes(stockId: string, total: number, dispatched: number): MerchantCode[] {
	return Array.from({ length: total }, (_, index) => ({
		stockId,
		code: `CODE_${String(index + 1).padStart(4, '0')}`,
		uploadedAt: UPLOADED_AT,
		...(index < dispatched && { dispatched: { at: UPLOADED_AT + index } }),
	}));
}

/** The codes that were uploaded to them. */
export const merchantCodes: readonly MerchantCode[] = [
	...codes(MERCHANT_COUPON_STOCKS.uploadedCodes, 100, 50),
	...codes(MERCHANT_COUPON_STOCKS.freeCodes, 45, 0),
];

/** The merchant coupon stocks of our merchant, and one of another. */
export const merchantCouponStocks: readonly MerchantCouponStock[] = [
	amountOff,
	{
		stock_name: '周末八八折',
		belong_merchant: MCHID,
		goods_name: '点心与面包',
		stock_type: 'DISCOUNT',
		coupon_use_rule: {
			coupon_available_time: availableTime,
			discount_coupon: { discount_percent: 88, transaction_minimum: 100 },
			use_method: 'MINI_PROGRAMS',
			mini_programs_appid: 'wx23232232323',
			mini_programs_path: '/path/index/index',
		},
		stock_send_rule: { max_coupons: 100, max_coupons_per_user: 1, max_coupons_by_day: 10 },
		stock_state: 'STOPED',
		coupon_code_mode: 'MERCHANT_API',
		stock_id: MERCHANT_COUPON_STOCKS.discount,
		send_count_information: { total_send_num: 100, today_send_num: 0 },
	},
	{
		stock_name: '一元换购可颂',
		belong_merchant: MCHID,
		goods_name: '可颂',
		stock_type: 'EXCHANGE',
		coupon_use_rule: {
			coupon_available_time: availableTime,
			exchange_coupon: { exchange_price: 100, transaction_minimum: 2000 },
			use_method: 'PAYMENT_CODE',
		},
		stock_send_rule: { max_coupons: 1000, max_coupons_per_user: 2, natural_person_limit: true },
		stock_state: 'PAUSED',
		coupon_code_mode: 'WECHATPAY_MODE',
		stock_id: MERCHANT_COUPON_STOCKS.exchange,
	},
	{
		stock_name: '新品尝鲜券',
		belong_merchant: MCHID,
		goods_name: '新品饮料',
		stock_type: 'NORMAL',
		coupon_use_rule: {
			coupon_available_time: availableTime,
			fixed_normal_coupon: { discount_amount: 300, transaction_minimum: 1000 },
			use_method: 'SELF_CONSUME',
		},
		stock_send_rule: { max_coupons_per_user: 1 },
		stock_state: 'UNAUDIT',
		coupon_code_mode: 'WECHATPAY_MODE',
		stock_id: MERCHANT_COUPON_STOCKS.unaudited,
	},
	{
		...amountOff,
		stock_name: '会员预存码券',
		coupon_code_mode: 'MERCHANT_UPLOAD',
		stock_id: MERCHANT_COUPON_STOCKS.uploadedCodes,
		coupon_code_count: { total_count: 100, available_count: 50 },
	},
	{
		...amountOff,
		stock_name: '超大预算券',
		stock_send_rule: { max_amount: 9223372036854775807n, max_coupons_per_user: 100 },
		stock_id: MERCHANT_COUPON_STOCKS.largeBudget,
	},
	sendable,
	{
		...sendable,
		stock_name: '自有码立减券',
		coupon_code_mode: 'MERCHANT_API',
		stock_id: MERCHANT_COUPON_STOCKS.ownCodes,
	},
	{
		...sendable,
		stock_name: '预存码立减券',
		coupon_code_mode: 'MERCHANT_UPLOAD',
		stock_id: MERCHANT_COUPON_STOCKS.freeCodes,
		coupon_code_count: { total_count: 45, available_count: 45 },
	},
	{ ...amountOff, belong_merchant: FOREIGN_MCHID, stock_id: MERCHANT_COUPON_STOCKS.foreign },
];
