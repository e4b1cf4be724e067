import { type JsonObject } from '../../json.mts';
import { type Round, type Shop, type UserProductCoupon } from '../../shop.mts';
import { beijingTime } from './beijingTime.mts';
import { stockAnswer } from './stockAnswer.mts';

/** The states of a coupon that a user has, as far as the simulator brings them about. */
export type CouponState =
	| 'CONFIRMING'
	| 'PENDING'
	| 'EFFECTIVE'
	| 'USED'
	| 'EXPIRED'
	| 'DEACTIVATED';

/** The state of a coupon at a time in milliseconds. */
export function stateAt(coupon: Readonly<UserProductCoupon>, now: number): CouponState {
	if (coupon.deactivation) return 'DEACTIVATED';
	if (coupon.rounds.every(isUsed)) return 'USED';
	if (now > coupon.validUntil) return 'EXPIRED';
	if (!coupon.confirmation) return 'CONFIRMING';
	return now < coupon.validFrom ? 'PENDING' : 'EFFECTIVE';
}

/** Whether a round is used and not returned. */
export const isUsed = (round: Round) => round.use !== undefined && round.return === undefined;

/** A user's coupon as WeChat Pay shows it at a time in milliseconds. */
export function userProductCouponAnswer(
	shop: Shop,
	coupon: Readonly<UserProductCoupon>,
	now: number,
): JsonObject {
	const productCoupon = shop.productCoupon(coupon.productCouponId)!;
	return {
		coupon_code: coupon.code,
		coupon_state: stateAt(coupon, now),
		valid_begin_time: beijingTime(coupon.validFrom),
		valid_end_time: beijingTime(coupon.validUntil),
		receive_time: beijingTime(coupon.receivedAt),
		send_request_no: coupon.sendRequestNo,
		send_channel: 'API',
		...coupon.confirmation,
		...coupon.deactivation,
		...usageDetail(coupon, now, productCoupon.usage_mode),
		user_product_coupon_bundle_info: bundleInfo(shop, coupon),
		product_coupon: productCoupon,
		stock: stockAnswer(shop, shop.stock(coupon.productCouponId, coupon.stockId)!),
		attach: coupon.attach,
		coupon_tag_info: coupon.coupon_tag_info,
		brand_id: coupon.brandId,
	};
}

function usageDetail(
	coupon: Readonly<UserProductCoupon>,
	now: number,
	mode: 'SINGLE' | 'SEQUENTIAL' | 'PROGRESSIVE_BUNDLE',
): JsonObject {
	if (mode === 'SEQUENTIAL') return { sequential_usage_detail: sequentialDetail(coupon, now) };
	const detail = roundAnswer(coupon.rounds[0]!);
	if (Object.keys(detail).length === 0) return {};
	return mode === 'SINGLE'
		? { single_usage_detail: detail }
		: { progressive_bundle_usage_detail: detail };
}

const roundAnswer = (round: Round): JsonObject => ({ ...round.use, ...round.return });

function sequentialDetail(coupon: Readonly<UserProductCoupon>, now: number): JsonObject {
	const { rounds, validFrom, validUntil } = coupon;
	const state = stateAt(coupon, now);
	return {
		total_count: rounds.length,
		used_count: rounds.filter(isUsed).length,
		detail_item_list: rounds.map((round) => ({
			detail_state: isUsed(round) ? 'USED' : state === 'CONFIRMING' ? 'PENDING' : state,
			valid_begin_time: beijingTime(validFrom),
			valid_end_time: beijingTime(validUntil),
			...roundAnswer(round),
		})),
	};
}

function bundleInfo(
	shop: Shop,
	{ openid, bundle }: Readonly<UserProductCoupon>,
): JsonObject | undefined {
	if (!bundle) return undefined;
	const all = couponsOfBundle(shop, openid, bundle.user_coupon_bundle_id);
	return {
		...bundle,
		total_count: all.length,
		used_count: all.filter(({ rounds }) => rounds.every(isUsed)).length,
	};
}

/** The coupons of a user's bundle, in the order of the uses. */
export const couponsOfBundle = (shop: Shop, openid: string, bundleId: string) =>
	shop
		.userProductCoupons(openid)
		.filter(({ bundle }) => bundle?.user_coupon_bundle_id === bundleId)
		.sort(
			(one, other) => one.bundle!.user_coupon_bundle_index - other.bundle!.user_coupon_bundle_index,
		);
