import { type JsonObject } from '../../json.mts';
import { type MerchantCoupon, type Shop } from '../../shop.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';

/** The state of a coupon as its endpoints write it, misspelling included. */
export function merchantCouponState(
	{ use, deactivation, validUntil }: Readonly<MerchantCoupon>,
	now: number,
): 'SENDED' | 'USED' | 'EXPIRED' | 'DEACTIVATED' {
	if (deactivation) return 'DEACTIVATED';
	if (use) return 'USED';
	return now > validUntil ? 'EXPIRED' : 'SENDED';
}

/** A coupon that a user has, as its endpoints answer it. */
export function merchantCouponAnswer(
	shop: Shop,
	coupon: Readonly<MerchantCoupon>,
	now: number,
): JsonObject {
	const { stock_name, belong_merchant, comment, goods_name, stock_type, ...stock } =
		shop.merchantCouponStock(coupon.stockId)!;
	const { coupon_use_rule, custom_entrance, display_pattern_info, stock_send_rule } = stock;
	return {
		stock_name,
		belong_merchant,
		comment,
		goods_name,
		stock_type,
		transferable: stock_send_rule.transferable ?? false,
		shareable: stock_send_rule.shareable ?? false,
		coupon_state: merchantCouponState(coupon, now),
		coupon_use_rule,
		custom_entrance,
		display_pattern_info,
		coupon_code: coupon.code,
		stock_id: coupon.stockId,
		available_start_time: beijingTime(coupon.validFrom),
		expire_time: beijingTime(coupon.validUntil),
		receive_time: beijingTime(coupon.receivedAt),
		send_request_no: coupon.sendRequestNo,
		associate_out_trade_no: coupon.outTradeNo,
		...coupon.use,
		...coupon.return,
		...coupon.deactivation,
	};
}
