import { MERCHANT_COUPON_STOCKS } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

export const merchantCoupon: Record<string, Example[]> = {
	'busifavorStock.get': [() => ({ stock_id: MERCHANT_COUPON_STOCKS.normal })],
};
