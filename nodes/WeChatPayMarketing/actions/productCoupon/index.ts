import type { Resource } from '../resource';
import { get } from './get.operation';

export const productCoupon: Resource = {
	name: 'Product Coupon',
	value: 'productCoupon',
	operations: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get product coupon',
			description: 'Get the rules, the display and the state of a product coupon',
			operation: get,
		},
	],
};
