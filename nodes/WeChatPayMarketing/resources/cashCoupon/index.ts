import type { Resource } from '../../operation/resource';
import { getAll } from './getAll';

export const cashCoupon: Resource = {
	name: 'Cash Coupon',
	shortName: 'Cash Coupon',
	value: 'cashCoupon',
	description: 'A coupon of a user that WeChat Pay takes off at payment',
	defaultOperation: getAll.value,
	operations: [getAll],
};
