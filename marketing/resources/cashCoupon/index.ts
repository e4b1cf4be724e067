import type { Resource } from '../../operation/resource';
import { get } from './get';
import { getAll } from './getAll';
import { send } from './send';

export const cashCoupon: Resource = {
	name: 'Cash Coupon',
	shortName: 'Cash Coupon',
	value: 'cashCoupon',
	description: 'A coupon of a user that WeChat Pay takes off at payment',
	defaultOperation: getAll.value,
	operations: [get, getAll, send],
};
