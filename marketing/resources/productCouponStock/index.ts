import type { Resource } from '../../operation/resource';
import { associateStores } from './associateStores';
import { create } from './create';
import { deactivate } from './deactivate';
import { disassociateStores } from './disassociateStores';
import { get } from './get';
import { getAll } from './getAll';
import { getAssociatedStores } from './getAssociatedStores';
import { setStores } from './setStores';
import { update } from './update';
import { updateBudget } from './updateBudget';
import { uploadCouponCodes } from './uploadCouponCodes';

export const productCouponStock: Resource = {
	name: 'Product Coupon Stock',
	shortName: 'Stock',
	value: 'productCouponStock',
	description: 'How many coupons of a product coupon can be sent, when, and in which stores',
	defaultOperation: getAll.value,
	operations: [
		associateStores,
		create,
		deactivate,
		disassociateStores,
		get,
		getAssociatedStores,
		getAll,
		setStores,
		update,
		updateBudget,
		uploadCouponCodes,
	],
};
