import type { Resource } from '../resource';
import { getAll } from './getAll.operation';

export const partnership: Resource = {
	name: 'Partnership',
	value: 'partnership',
	operations: [
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many partnerships',
			description: 'List who may send the coupons of a stock',
			operation: getAll,
		},
	],
};
