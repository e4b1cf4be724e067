import { type Ask } from './asker.mts';
import { newNumber } from './examples.mts';
import { type JsonObject } from './index.mts';
import { MCHID, MERCHANT_COUPON_STOCKS } from './shop.mts';

/** An AppID of the merchant, and a user under it. */
export const MERCHANT_USER = { appid: 'wx233544546545989', openid: 'oh-394z-6CGkNoJrsDLTTUKiAnp4' };

const stock_id = MERCHANT_COUPON_STOCKS.sendable;

/** A stock of merchant coupons that takes an amount off, as it is given. */
export const newMerchantStock = (): JsonObject => ({
	stock_name: '8月1日活动券',
	belong_merchant: MCHID,
	goods_name: '全部饮品可用',
	stock_type: 'NORMAL',
	coupon_use_rule: {
		coupon_available_time: {
			available_begin_time: '2020-01-01T00:00:00+08:00',
			available_end_time: '2099-12-31T23:59:59+08:00',
		},
		fixed_normal_coupon: { discount_amount: 500, transaction_minimum: 3000 },
		use_method: 'OFF_LINE',
	},
	stock_send_rule: { max_coupons: 1000, max_coupons_per_user: 5 },
	coupon_code_mode: 'WECHATPAY_MODE',
	out_request_no: newNumber('stock'),
});

/** What is given to send a merchant coupon. */
export const merchantSending = (): JsonObject => ({
	stock_id,
	...MERCHANT_USER,
	out_request_no: newNumber('send'),
});

/** The IDs of a merchant coupon that was sent to the user now. */
export async function sentMerchantCoupon(ask: Ask): Promise<JsonObject> {
	const { coupon_code } = await ask('merchantCoupon.send', merchantSending());
	return { stock_id, coupon_code };
}

/** What is given to redeem a merchant coupon. */
export const merchantUse = (): JsonObject => ({
	appid: MERCHANT_USER.appid,
	use_time: '2026-11-25T12:00:00+08:00',
	use_request_no: newNumber('use'),
});
