import type { Resource } from '../../operation/resource';
import { build } from './build';
import { getAll } from './getAll';
import { terminate } from './terminate';

export const partnership: Resource = {
	name: 'Partnership',
	shortName: 'Partnership',
	value: 'partnership',
	description: 'Which other merchants and AppIDs may send the coupons of a stock',
	defaultOperation: getAll.value,
	operations: [build, getAll, terminate],
};
