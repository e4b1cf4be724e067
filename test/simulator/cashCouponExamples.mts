import { beijingTime } from './endpoints/productCoupon/beijingTime.mts';
import { newNumber, OPENID } from './examples.mts';
import { type JsonObject } from './index.mts';
import { CASH_COUPON_STOCKS, MCHID } from './shop.mts';

const DAY = 24 * 3600 * 1000;

/** A new stock as it is given. */
export const newCashCouponStock = (): JsonObject => ({
	out_request_no: newNumber('stock'),
	stock_type: 'NORMAL',
	stock_name: '十二月立减券',
	belong_merchant: MCHID,
	available_begin_time: beijingTime(Date.now()),
	available_end_time: beijingTime(Date.now() + 30 * DAY),
	no_cash: true,
	stock_use_rule: {
		max_coupons: 100,
		max_amount: 10_000,
		max_coupons_per_user: 2,
		natural_person_limit: false,
		prevent_api_abuse: true,
	},
	coupon_use_rule: { fixed_normal_coupon: { coupon_amount: 100, transaction_minimum: 1000 } },
});

/** What is given to send a coupon. */
export const sending = (): JsonObject => ({
	openid: OPENID,
	stock_id: CASH_COUPON_STOCKS.running,
	appid: 'wx4fd12345678',
	stock_creator_mchid: MCHID,
	out_request_no: newNumber('send'),
});
