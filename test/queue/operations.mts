import { SENDABLE } from '../simulator/examples.mts';

type Parameters = Record<string, unknown>;

const APPID = 'wx0123456789abcdef';
const stock = {
	brandId: SENDABLE.brand_id,
	productCouponId: SENDABLE.product_coupon_id,
	stockId: { __rl: true, mode: 'id', value: SENDABLE.stock_id },
};
const couponOfUser = {
	resource: 'userProductCoupon',
	...stock,
	appid: APPID,
	openid: '={{ $json.openid }}',
};

/** Product Coupon of User: Send, to the user of each row; 500 a second. */
export const sending = (options: object = {}): Parameters => ({
	...couponOfUser,
	operation: 'send',
	options,
});

/** Product Coupon of User: Get, of the coupon of each row; 500 a second. */
export const lookUp: Parameters = {
	...couponOfUser,
	operation: 'get',
	couponCode: '={{ $json.coupon_code }}',
	options: {},
};

/** Product Coupon Stock: Get; 20 a second. */
export const stockLookUp: Parameters = {
	resource: 'productCouponStock',
	operation: 'get',
	...stock,
	options: {},
};

/** So many users, by what their OpenIDs begin with. */
export const usersOf = (name: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `${name}-${index}`);
