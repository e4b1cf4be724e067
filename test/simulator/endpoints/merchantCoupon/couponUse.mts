import {
	appidNotBound,
	breaksRule,
	merchantCouponNotInPeriod,
	merchantCouponUsed,
	openidWrong,
} from '../../refusals.mts';
import { type MerchantCoupon } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';
import { merchantCouponState } from './couponAnswer.mts';
import { merchantCouponOf, merchantStockOf } from './found.mts';

interface CouponIds {
	stock_id: string;
	coupon_code: string;
}

interface UseValues {
	coupon_code: string;
	stock_id?: string;
	appid: string;
	openid?: string;
	use_time: string;
	use_request_no: string;
	out_trade_no?: string;
}

function checkUsable(coupon: Readonly<MerchantCoupon>, now: number): void {
	const state = merchantCouponState(coupon, now);
	if (state === 'USED') throw merchantCouponUsed();
	if (state === 'DEACTIVATED') throw breaksRule('券已失效');
	if (state === 'EXPIRED' || now < coupon.validFrom) throw merchantCouponNotInPeriod();
}

/** 核销用户券 */
export const useMerchantCoupon: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<UseValues>(call);
	const coupon = merchantCouponOf(shop, values);
	merchantStockOf(shop, coupon.stockId);
	if (coupon.appid !== values.appid) throw appidNotBound();
	if (values.openid !== undefined && values.openid !== coupon.openid) throw openidWrong();
	checkUsable(coupon, now);
	const { use_request_no, use_time, out_trade_no: outTradeNo = coupon.outTradeNo } = values;
	if (coupon.outTradeNo !== undefined && outTradeNo !== coupon.outTradeNo) {
		throw merchantCouponUsed();
	}
	shop.addMerchantCoupon({
		...coupon,
		outTradeNo,
		use: { use_request_no, use_time },
		return: undefined,
	});
	return { stock_id: coupon.stockId, openid: coupon.openid, wechatpay_use_time: beijingTime(now) };
};

/** 申请退券. The coupon can be used again. */
export const returnMerchantCoupon: Handler = (call) => {
	const { shop, now } = call;
	const { return_request_no, ...ids } = valuesOf<CouponIds & { return_request_no: string }>(call);
	const coupon = merchantCouponOf(shop, ids);
	if (merchantCouponState(coupon, now) !== 'USED') throw breaksRule('券未核销，不可退券');
	const time = beijingTime(now);
	shop.addMerchantCoupon({
		...coupon,
		use: undefined,
		return: { return_request_no, return_time: time },
	});
	return { wechatpay_return_time: time };
};

/** 使券失效 */
export const deactivateMerchantCoupon: Handler = (call) => {
	const { shop, now } = call;
	const { deactivate_request_no, deactivate_reason, ...ids } = valuesOf<
		CouponIds & { deactivate_request_no: string; deactivate_reason?: string }
	>(call);
	const coupon = merchantCouponOf(shop, ids);
	if (merchantCouponState(coupon, now) !== 'SENDED') throw breaksRule('券状态不可失效');
	const time = beijingTime(now);
	shop.addMerchantCoupon({
		...coupon,
		deactivation: { deactivate_request_no, deactivate_time: time, deactivate_reason },
	});
	return { wechatpay_deactivate_time: time };
};

interface OrderValues extends CouponIds {
	out_trade_no: string;
}

/** 关联订单信息 */
export const associateOrder: Handler = (call) => {
	const { shop, now } = call;
	const { out_trade_no, ...ids } = valuesOf<OrderValues>(call);
	const coupon = merchantCouponOf(shop, ids);
	if (coupon.outTradeNo !== undefined && coupon.outTradeNo !== out_trade_no) {
		throw breaksRule('券已关联其他订单');
	}
	shop.addMerchantCoupon({ ...coupon, outTradeNo: out_trade_no });
	return { wechatpay_associate_time: beijingTime(now) };
};

/** 取消关联订单信息 */
export const disassociateOrder: Handler = (call) => {
	const { shop, now } = call;
	const { out_trade_no, ...ids } = valuesOf<OrderValues>(call);
	const coupon = merchantCouponOf(shop, ids);
	if (coupon.outTradeNo !== out_trade_no) throw breaksRule('券未关联该订单');
	shop.addMerchantCoupon({ ...coupon, outTradeNo: undefined });
	return { wechatpay_disassociate_time: beijingTime(now) };
};
