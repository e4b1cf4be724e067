import type { Resource } from '../../operation/resource';
import { addMerchants } from './addMerchants';
import { create } from './create';
import { deleteMerchants } from './deleteMerchants';
import { get } from './get';
import { getAll } from './getAll';
import { getGoods } from './getGoods';
import { getMerchants } from './getMerchants';
import { terminate } from './terminate';

export const payGiftActivity: Resource = {
	name: 'Pay Gift Activity',
	shortName: 'Pay Gift',
	value: 'payGiftActivity',
	description: 'Coupons that users get for paying at least an amount',
	defaultOperation: getAll.value,
	operations: [
		addMerchants,
		create,
		deleteMerchants,
		get,
		getGoods,
		getAll,
		getMerchants,
		terminate,
	],
};
