import type { Resource } from '../../operation/resource';
import { create } from './create';
import { get } from './get';
import { update } from './update';
import { updateBudget } from './updateBudget';

export const merchantCouponStock: Resource = {
	name: 'Merchant Coupon Stock',
	shortName: 'Merchant Stock',
	value: 'merchantCouponStock',
	description:
		'A stock of coupons that a merchant issues and redeems itself. Closed to new merchants since 2025-12-15, who use product or cash coupons.',
	defaultOperation: get.value,
	operations: [create, get, update, updateBudget],
};
