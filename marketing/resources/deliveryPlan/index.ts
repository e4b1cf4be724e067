import type { Resource } from '../../operation/resource';
import { create } from './create';
import { getAll } from './getAll';
import { terminate } from './terminate';
import { update } from './update';

export const deliveryPlan: Resource = {
	name: 'Delivery Plan',
	shortName: 'Delivery Plan',
	value: 'deliveryPlan',
	description: 'How WeChat Pay offers the coupons of a stock to users by itself',
	defaultOperation: getAll.value,
	operations: [create, getAll, terminate, update],
};
