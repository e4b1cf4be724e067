import { breaksRule, couponStateIllegal, DetailCode } from '../../refusals.mts';
import { type Round, type Shop, type Use, type UserProductCoupon } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { beijingTime } from './beijingTime.mts';
import { deactivationOf, type DeactivationValues } from './deactivation.mts';
import { userProductCouponOf } from './found.mts';
import { isUsed, stateAt, userProductCouponAnswer } from './userProductCouponAnswer.mts';
import { type UserProductCouponIds } from './userProductCoupons.mts';

interface WithNumber {
	out_request_no: string;
}

function changed(
	shop: Shop,
	coupon: Readonly<UserProductCoupon>,
	changes: Partial<UserProductCoupon>,
): Readonly<UserProductCoupon> {
	shop.addUserProductCoupon({ ...coupon, ...changes });
	return shop.userProductCoupon(coupon.openid, coupon.code)!;
}

/** 确认发放用户商品券 */
export const confirmUserProductCoupon: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<UserProductCouponIds & WithNumber>(call);
	const coupon = userProductCouponOf(shop, values);
	checkNotExpired(coupon, now);
	if (stateAt(coupon, now) !== 'CONFIRMING') throw couponStateIllegal();
	const confirmation = {
		confirm_request_no: values.out_request_no,
		confirm_time: beijingTime(now),
	};
	return userProductCouponAnswer(shop, changed(shop, coupon, { confirmation }), now);
};

const withRound = ({ rounds }: Readonly<UserProductCoupon>, index: number, next: Round) =>
	rounds.map((round, at) => (at === index ? next : round));

type UseValues = Omit<Use, 'use_request_no'> &
	WithNumber & { sequential_coupon_index?: number; store_id?: string };

/** 核销用户商品券 */
export const useUserProductCoupon: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<UserProductCouponIds & UseValues>(call);
	const coupon = userProductCouponOf(shop, values);
	checkUsable(coupon, now);
	checkStore(shop, coupon, values.store_id);
	const index = roundIndex(coupon, values.sequential_coupon_index);
	if (isUsed(coupon.rounds[index]!)) throw couponStateIllegal();
	const use: Use = {
		use_request_no: values.out_request_no,
		use_time: values.use_time,
		associated_order_info: values.associated_order_info,
		associated_pay_score_order_info: values.associated_pay_score_order_info,
		saved_amount: values.saved_amount,
	};
	const rounds = withRound(coupon, index, { use });
	return userProductCouponAnswer(shop, changed(shop, coupon, { rounds }), now);
};

function checkNotExpired(coupon: Readonly<UserProductCoupon>, now: number): void {
	if (stateAt(coupon, now) === 'EXPIRED') {
		throw breaksRule('用户券已过期', DetailCode.couponExpired);
	}
}

function checkUsable(coupon: Readonly<UserProductCoupon>, now: number): void {
	checkNotExpired(coupon, now);
	const state = stateAt(coupon, now);
	if (state === 'PENDING') throw breaksRule('券已不在使用有效期内', DetailCode.couponNotInPeriod);
	if (state !== 'EFFECTIVE') throw couponStateIllegal();
}

function checkStore(
	shop: Shop,
	coupon: Readonly<UserProductCoupon>,
	store: string | undefined,
): void {
	const { storeScope, stores } = shop.stock(coupon.productCouponId, coupon.stockId)!;
	const wrong =
		store !== undefined &&
		(storeScope === 'SPECIFIC'
			? !stores.includes(store)
			: !shop.brand(coupon.brandId)!.stores.has(store));
	if (wrong) throw breaksRule('核销门店非法', DetailCode.storeIllegal);
}

/** Which of the uses of a coupon is meant; the first one of a coupon that has one only. */
function roundIndex({ rounds }: Readonly<UserProductCoupon>, given: number | undefined): number {
	if (rounds.length === 1 && given === undefined) return 0;
	if (rounds.length === 1) throw breaksRule('sequential_coupon_index 仅用于多次优惠的商品券');
	if (given === undefined) throw breaksRule('多次优惠的商品券 sequential_coupon_index 必填');
	if (given < 0 || given >= rounds.length) throw breaksRule('sequential_coupon_index 超出次数');
	return given;
}

/** 退券. The coupon can be used again. */
export const returnUserProductCoupon: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<UserProductCouponIds & WithNumber & { sequential_coupon_index?: number }>(
		call,
	);
	const coupon = userProductCouponOf(shop, values);
	const index = roundIndex(coupon, values.sequential_coupon_index);
	const round = coupon.rounds[index]!;
	if (coupon.deactivation || !isUsed(round)) throw couponStateIllegal();
	const returned = {
		return_request_no: values.out_request_no,
		return_time: beijingTime(now),
	};
	const rounds = withRound(coupon, index, { ...round, return: returned });
	return userProductCouponAnswer(shop, changed(shop, coupon, { rounds }), now);
};

/** 失效用户商品券 */
export const deactivateUserProductCoupon: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<UserProductCouponIds & DeactivationValues>(call);
	const coupon = userProductCouponOf(shop, values);
	return userProductCouponAnswer(shop, deactivate(shop, coupon, values, now), now);
};

/** Deactivates a coupon that is neither used nor over. */
export function deactivate(
	shop: Shop,
	coupon: Readonly<UserProductCoupon>,
	values: DeactivationValues,
	now: number,
): Readonly<UserProductCoupon> {
	if (!canBeDeactivated(coupon, now)) throw couponStateIllegal();
	return changed(shop, coupon, { deactivation: deactivationOf(values, now) });
}

/** Whether a coupon is neither used nor over. */
export const canBeDeactivated = (coupon: Readonly<UserProductCoupon>, now: number) =>
	['CONFIRMING', 'PENDING', 'EFFECTIVE'].includes(stateAt(coupon, now));
