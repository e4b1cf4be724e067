import type { Resource } from '../../operation/resource';
import { create } from './create';
import { update } from './update';

export const productCouponStockBundle: Resource = {
	name: 'Product Coupon Stock Bundle',
	shortName: 'Stock Bundle',
	value: 'productCouponStockBundle',
	description: 'The stocks of a product coupon that is used several times, one for each use',
	defaultOperation: 'create',
	operations: [create, update],
};
