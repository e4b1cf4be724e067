import { SENDABLE } from '../simulator/examples.mts';

type Parameters = Record<string, unknown>;

/** Whose OpenIDs the users have. */
export const APPID = 'wx0123456789abcdef';
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

/** Product Coupon Stock: Associate Stores, the store of each row with its stock; 20 a second. */
export const association: Parameters = {
	resource: 'productCouponStock',
	operation: 'associateStores',
	...stock,
	stockId: { __rl: true, mode: 'id', value: '={{ $json.stock_id }}' },
	storeIds: '={{ $json.store_id }}',
	options: {},
};

/** Product Coupon of User: Use, of the coupon of each row; 500 a second. */
export const redemption: Parameters = {
	...couponOfUser,
	operation: 'use',
	couponCode: '={{ $json.coupon_code }}',
	useTime: '2026-11-25T12:00:00+08:00',
	additionalFields: {
		associatedOrderInfo: JSON.stringify({
			transaction_id: '4200001234202611251234567890',
			mchid: '1900000109',
		}),
	},
	options: {},
};

/** Product Coupon of User: Confirm, of the coupon that a notification tells of; 500 a second. */
export const confirmation: Parameters = {
	...couponOfUser,
	operation: 'confirm',
	openid: '={{ $json.resource.openid }}',
	couponCode: '={{ $json.resource.coupon_code }}',
	options: { requestNumber: '={{ $json.id }}' },
};

/** So many users, by what their OpenIDs begin with. */
export const usersOf = (name: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `${name}-${index}`);
