import type { Resource } from '../../operation/resource';
import { create } from './create';
import { deactivate } from './deactivate';
import { get } from './get';
import { update } from './update';

export const productCoupon: Resource = {
	name: 'Product Coupon',
	shortName: 'Coupon',
	value: 'productCoupon',
	description: 'What a user gets: a discount, an exchange or an allowance of a brand',
	defaultOperation: get.value,
	operations: [create, deactivate, get, update],
};
