import type { Resource } from '../../operation/resource';
import { getAll } from './getAll';

export const cashCouponStock: Resource = {
	name: 'Cash Coupon Stock',
	shortName: 'Cash Stock',
	value: 'cashCouponStock',
	description: 'A stock of coupons that WeChat Pay takes off at payment',
	defaultOperation: getAll.value,
	operations: [getAll],
};
