import type { INodeParameters } from 'n8n-workflow';
import { OPENID, SENDABLE } from '../../simulator/examples.mts';

/** Who gets the coupon of a row: the one whom it names. */
export const USER_OF_ROW = { appid: 'wx233544546545989', openid: '={{ $json.openid }}' };

/** Product Coupon of User: Send, of a stock that sends, to the user of each row. */
export const SEND: INodeParameters = {
	resource: 'userProductCoupon',
	operation: 'send',
	brandId: SENDABLE.brand_id,
	productCouponId: SENDABLE.product_coupon_id,
	stockId: SENDABLE.stock_id,
	...USER_OF_ROW,
};

/** The OpenID of one of many users, by a number of five digits at most. */
export function openidOf(number: number): string {
	return `${OPENID.slice(0, -5)}${String(number).padStart(5, '0')}`;
}
