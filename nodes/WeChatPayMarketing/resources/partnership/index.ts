import type { Resource } from '../../operation/resource';
import { getAll } from './getAll';

export const partnership: Resource = {
	name: 'Partnership',
	shortName: 'Partnership',
	value: 'partnership',
	description: 'Which other merchants and AppIDs may send the coupons of a stock',
	defaultOperation: getAll.value,
	operations: [getAll],
};
