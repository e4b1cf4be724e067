import type { Useful } from '../../items/simplify';
import { brandIdOf, fromList } from '../../parameters/common';
import { id } from '../../parameters/kinds';

/** The brand that stores belong to. */
export const storeBrandId = brandIdOf({ description: 'The brand that the stores belong to' });

/** A store of a brand. */
export const storeId = fromList(
	id('store_id', {
		label: 'Store',
		name: 'storeId',
		description: 'The store, by the ID that WeChat Pay gave it',
	}),
	{ method: 'searchBrandStores', what: 'store', example: '100000001' },
);

/** What is useful of a store. */
export const usefulOfStore: readonly Useful[] = [
	'brand_id',
	'store_id',
	'store_basics.store_reference_id',
	'store_basics.branch_name',
	'store_state',
	'audit_state',
	'review_reject_reason',
	'store_address.address_detail',
	'store_business.service_phone',
	'store_business.business_hours',
];
