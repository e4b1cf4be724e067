import type { Resource } from '../../operation/resource';
import { deactivate } from './deactivate';
import { preSend } from './preSend';
import { send } from './send';

export const userProductCouponBundle: Resource = {
	name: 'Product Coupon Bundle of User',
	shortName: 'User Bundle',
	value: 'userProductCouponBundle',
	description: 'The coupons of a stock bundle that a user got together',
	defaultOperation: preSend.value,
	operations: [deactivate, preSend, send],
};
