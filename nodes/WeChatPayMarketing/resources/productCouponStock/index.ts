import type { Resource } from '../../operation/resource';
import { disassociateStores } from './disassociateStores';
import { getAll } from './getAll';
import { getAssociatedStores } from './getAssociatedStores';

export const productCouponStock: Resource = {
	name: 'Product Coupon Stock',
	shortName: 'Stock',
	value: 'productCouponStock',
	description: 'How many coupons of a product coupon can be sent, when, and in which stores',
	defaultOperation: getAll.value,
	operations: [disassociateStores, getAssociatedStores, getAll],
};
