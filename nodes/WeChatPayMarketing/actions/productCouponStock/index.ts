import type { Resource } from '../resource';
import { disassociateStores } from './disassociateStores.operation';
import { getAll } from './getAll.operation';
import { getAssociatedStores } from './getAssociatedStores.operation';

export const productCouponStock: Resource = {
	name: 'Product Coupon Stock',
	value: 'productCouponStock',
	operations: [
		{
			name: 'Disassociate Stores',
			value: 'disassociateStores',
			action: 'Disassociate stores from product coupon stock',
			description: 'Take stores off a stock, so that its coupons can no longer be used there',
			operation: disassociateStores,
		},
		{
			name: 'Get Associated Stores',
			value: 'getAssociatedStores',
			action: 'Get associated stores of product coupon stock',
			description: 'List the stores where the coupons of a stock can be used',
			operation: getAssociatedStores,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many product coupon stocks',
			description: 'List the stocks of a product coupon',
			operation: getAll,
		},
	],
};
