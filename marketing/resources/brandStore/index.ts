import type { Resource } from '../../operation/resource';
import { bindRecipient } from './bindRecipient';
import { close } from './close';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { reopen } from './reopen';
import { unbindRecipient } from './unbindRecipient';
import { update } from './update';

export const brandStore: Resource = {
	name: 'Brand Store',
	shortName: 'Store',
	value: 'brandStore',
	description: 'The stores of a brand, in which its product coupons can be used',
	defaultOperation: getAll.value,
	operations: [bindRecipient, close, create, remove, get, getAll, reopen, unbindRecipient, update],
};
