import { type CashCoupon, type Shop } from '../../shop.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';

/** Where a running simulator is told that a user pays with a coupon: from this machine only. */
export const USE_PATH = '/simulator/use';

/**
 * A user pays with a coupon, which no endpoint does.
 *
 * @throws Error when there is no such coupon, or it was used before
 */
export function useCoupon(shop: Shop, couponId: string, now: number): Readonly<CashCoupon> {
	const coupon = shop.cashCoupon(couponId);
	if (coupon?.answer.status !== 'SENDED') throw new Error(`Coupon ${couponId} cannot be used`);
	const consume_information = {
		consume_time: beijingTime(now),
		consume_mchid: shop.mchid,
		transaction_id: `4200001234${now}`,
	};
	const used: CashCoupon = {
		...coupon,
		answer: { ...coupon.answer, status: 'USED', consume_information },
	};
	shop.addCashCoupon(used);
	return used;
}
