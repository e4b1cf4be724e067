import type { Resource } from '../resource';
import { get } from './get.operation';

export const merchantCouponStock: Resource = {
	name: 'Merchant Coupon Stock',
	value: 'merchantCouponStock',
	operations: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get merchant coupon stock',
			description: 'Get the rules, the state and the counts of a stock of merchant coupons',
			operation: get,
		},
	],
};
