import type { Resource } from '../../operation/resource';
import { get } from './get';

export const productCoupon: Resource = {
	name: 'Product Coupon',
	shortName: 'Coupon',
	value: 'productCoupon',
	description: 'What a user gets: a discount, an exchange or an allowance of a brand',
	defaultOperation: 'get',
	operations: [get],
};
