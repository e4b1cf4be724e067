import { appidNotBound, breaksRule, merchantCouponNotFound } from '../../refusals.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { merchantCouponAnswer, merchantCouponState } from './couponAnswer.mts';
import { pageOfList } from './page.mts';

interface Owner {
	openid: string;
	appid: string;
}

/** 查询用户单张券详情 */
export const getMerchantCoupon: Handler = (call) => {
	const { shop, now } = call;
	const { openid, appid, coupon_code } = valuesOf<Owner & { coupon_code: string }>(call);
	const coupon = shop
		.merchantCoupons()
		.find((one) => one.openid === openid && one.code === coupon_code);
	if (!coupon) throw merchantCouponNotFound();
	if (coupon.appid !== appid) throw appidNotBound();
	return merchantCouponAnswer(shop, coupon, now);
};

interface CouponFilter extends Owner {
	stock_id?: string;
	coupon_state?: string;
	creator_merchant?: string;
	belong_merchant?: string;
	sender_merchant?: string;
	offset?: number;
	limit?: number;
}

/** 根据过滤条件查询用户券. In this shop one merchant creates, owns and sends. */
export const getAllMerchantCoupons: Handler = (call) => {
	const { shop, now } = call;
	const { openid, appid, stock_id, coupon_state, ...rest } = valuesOf<CouponFilter>(call);
	const { creator_merchant, belong_merchant, sender_merchant } = rest;
	const merchants = [creator_merchant, belong_merchant, sender_merchant].filter(
		(merchant) => merchant !== undefined,
	);
	if (merchants.length === 0) {
		throw breaksRule('creator_merchant、belong_merchant、sender_merchant 至少填写一个');
	}
	const coupons = shop
		.merchantCoupons()
		.filter((one) => one.openid === openid && one.appid === appid)
		.filter((one) => stock_id === undefined || one.stockId === stock_id)
		.filter((one) => coupon_state === undefined || merchantCouponState(one, now) === coupon_state)
		.filter(() => merchants.every((merchant) => merchant === shop.mchid))
		.map((one) => merchantCouponAnswer(shop, one, now));
	return pageOfList(coupons, shop, rest);
};
