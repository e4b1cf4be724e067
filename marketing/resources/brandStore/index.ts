import type { Resource } from '../../operation/resource';
import { get } from './get';
import { getAll } from './getAll';

export const brandStore: Resource = {
	name: 'Brand Store',
	shortName: 'Store',
	value: 'brandStore',
	description: 'The stores of a brand, in which its product coupons can be used',
	defaultOperation: getAll.value,
	operations: [get, getAll],
};
