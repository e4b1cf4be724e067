import { randomBytes } from 'node:crypto';
import { wrongPageToken } from '../../refusals.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { pageOf } from '../pageToken.mts';
import { authorisedBrand, stockOf, type StockIds, userProductCouponOf } from './found.mts';
import { checkSending, sendCoupon, type SendValues } from './sending.mts';
import { type CouponState, stateAt, userProductCouponAnswer } from './userProductCouponAnswer.mts';

/** The IDs by which a user's coupon is asked for. */
export type UserProductCouponIds = StockIds & { openid: string; coupon_code: string };

/** 向用户发放商品券. The coupon waits for being confirmed. */
export const sendUserProductCoupon: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<StockIds & SendValues>(call);
	const stock = stockOf(shop, values);
	checkSending(shop, stock, values, now);
	return userProductCouponAnswer(shop, sendCoupon(shop, stock, values, { now }), now);
};

/** 预发放商品券. Nothing is sent before the user takes it. */
export const preSendUserProductCoupon: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<StockIds & SendValues>(call);
	checkSending(shop, stockOf(shop, values), values, now);
	return { token: newToken() };
};

/** A token for the component that receives coupons. */
export const newToken = () => randomBytes(24).toString('base64url');

/** 查询用户商品券 */
export const getUserProductCoupon: Handler = (call) =>
	userProductCouponAnswer(
		call.shop,
		userProductCouponOf(call.shop, valuesOf<UserProductCouponIds>(call)),
		call.now,
	);

interface ListQuery {
	openid: string;
	brand_id: string;
	product_coupon_id?: string;
	stock_id?: string;
	appid?: string;
	coupon_state?: CouponState;
	user_coupon_bundle_id?: string;
	page_size?: number;
	page_token?: string;
}

/** 查询用户商品券列表 */
export const getAllUserProductCoupons: Handler = (call) => {
	const { shop, now } = call;
	const asked = valuesOf<ListQuery>(call);
	authorisedBrand(shop, asked.brand_id);
	const isAsked = (wanted: string | undefined, value: string | undefined) =>
		wanted === undefined || wanted === value;
	const matching = shop
		.userProductCoupons(asked.openid)
		.filter(
			(coupon) =>
				coupon.brandId === asked.brand_id &&
				isAsked(asked.product_coupon_id, coupon.productCouponId) &&
				isAsked(asked.stock_id, coupon.stockId) &&
				isAsked(asked.appid, coupon.appid) &&
				isAsked(asked.coupon_state, stateAt(coupon, now)) &&
				isAsked(asked.user_coupon_bundle_id, coupon.bundle?.user_coupon_bundle_id),
		);
	const page = pageOf(matching, {
		idOf: ({ code }) => code,
		owner: [asked.brand_id, asked.openid],
		token: asked.page_token,
		size: asked.page_size ?? 20,
	});
	if (!page) throw wrongPageToken(asked.page_token!);
	const { items, totalCount, nextPageToken } = page;
	return {
		total_count: totalCount,
		user_coupon_list:
			items.length > 0
				? items.map((coupon) => userProductCouponAnswer(shop, coupon, now))
				: undefined,
		next_page_token: nextPageToken,
	};
};
