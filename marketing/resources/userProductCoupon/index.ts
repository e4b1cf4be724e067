import type { Resource } from '../../operation/resource';
import { confirm } from './confirm';
import { deactivate } from './deactivate';
import { get } from './get';
import { getAll } from './getAll';
import { preSend } from './preSend';
import { giveBack } from './return';
import { send } from './send';
import { use } from './use';

export const userProductCoupon: Resource = {
	name: 'Product Coupon of User',
	shortName: 'User Coupon',
	value: 'userProductCoupon',
	description: 'A product coupon that a user has: sent, confirmed, used, returned',
	defaultOperation: getAll.value,
	operations: [confirm, deactivate, get, getAll, preSend, giveBack, send, use],
};
