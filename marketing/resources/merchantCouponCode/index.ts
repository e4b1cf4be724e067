import type { Resource } from '../../operation/resource';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { upload } from './upload';

export const merchantCouponCode: Resource = {
	name: 'Merchant Coupon Code',
	shortName: 'Merchant Code',
	value: 'merchantCouponCode',
	description: 'A code that a merchant uploaded for the coupons of a stock',
	defaultOperation: getAll.value,
	operations: [remove, get, getAll, upload],
};
