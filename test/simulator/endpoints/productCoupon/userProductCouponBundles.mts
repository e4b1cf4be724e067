import { couponStateIllegal, userProductCouponNotFound } from '../../refusals.mts';
import { type Shop, type UserProductCoupon } from '../../shop.mts';
import { type JsonObject } from '../../json.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { type DeactivationValues } from './deactivation.mts';
import { type StockIds, stocksOfBundle } from './found.mts';
import { checkSending, sendCoupon, type SendValues } from './sending.mts';
import { couponsOfBundle, userProductCouponAnswer } from './userProductCouponAnswer.mts';
import { newToken } from './userProductCoupons.mts';
import { canBeDeactivated, deactivate } from './userProductCouponUse.mts';

type BundleIds = Omit<StockIds, 'stock_id'> & { stock_bundle_id: string };

/** 向用户发放券包: a coupon of each stock of the bundle. */
export const sendUserProductCouponBundle: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<BundleIds & SendValues>(call);
	const stocks = stocksOfBundle(shop, values);
	for (const stock of stocks) checkSending(shop, stock, values, now);
	const user_coupon_bundle_id = shop.newId(940000001);
	const coupons = stocks.map((stock, user_coupon_bundle_index) => {
		const bundle = { user_coupon_bundle_id, user_coupon_bundle_index };
		return sendCoupon(shop, stock, values, { now, bundle });
	});
	return bundleAnswer(shop, coupons, now);
};

/** 预发放券包 */
export const preSendUserProductCouponBundle: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<BundleIds & SendValues>(call);
	for (const stock of stocksOfBundle(shop, values)) checkSending(shop, stock, values, now);
	return { token: newToken() };
};

/** 失效用户券包: every coupon of it that is neither used nor over. */
export const deactivateUserProductCouponBundle: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<
		BundleIds & DeactivationValues & { openid: string; user_coupon_bundle_id: string }
	>(call);
	const stocks = new Set(stocksOfBundle(shop, values).map(({ stockId }) => stockId));
	const coupons = couponsOfBundle(shop, values.openid, values.user_coupon_bundle_id);
	if (coupons.length === 0 || !coupons.every(({ stockId }) => stocks.has(stockId))) {
		throw userProductCouponNotFound();
	}
	const open = coupons.filter((coupon) => canBeDeactivated(coupon, now));
	if (open.length === 0) throw couponStateIllegal();
	for (const coupon of open) deactivate(shop, coupon, values, now);
	return bundleAnswer(
		shop,
		couponsOfBundle(shop, values.openid, values.user_coupon_bundle_id),
		now,
	);
};

function bundleAnswer(
	shop: Shop,
	coupons: ReadonlyArray<Readonly<UserProductCoupon>>,
	now: number,
): JsonObject {
	return {
		user_coupon_bundle_id: coupons[0]!.bundle!.user_coupon_bundle_id,
		user_product_coupon_list: coupons.map((coupon) => userProductCouponAnswer(shop, coupon, now)),
	};
}
