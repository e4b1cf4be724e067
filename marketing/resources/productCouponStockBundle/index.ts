import type { Resource } from '../../operation/resource';
import { associateStores } from './associateStores';
import { create } from './create';
import { disassociateStores } from './disassociateStores';
import { update } from './update';
import { updateBudget } from './updateBudget';

export const productCouponStockBundle: Resource = {
	name: 'Product Coupon Stock Bundle',
	shortName: 'Bundle',
	value: 'productCouponStockBundle',
	description: 'The stocks of a product coupon that a user can use several times, one for each use',
	defaultOperation: create.value,
	operations: [associateStores, create, disassociateStores, update, updateBudget],
};
