import type { Resource } from '../../operation/resource';
import { get } from './get';

export const merchantCouponStock: Resource = {
	name: 'Merchant Coupon Stock',
	shortName: 'Merchant Stock',
	value: 'merchantCouponStock',
	description: 'A stock of coupons that a merchant issues and redeems at its own till',
	defaultOperation: get.value,
	operations: [get],
};
