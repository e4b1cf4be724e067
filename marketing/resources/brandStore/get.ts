import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { storeBrandId, storeId, usefulOfStore } from './store';

export const get = single({
	name: 'Get',
	action: 'Get brand store',
	description: 'Look up a store of a brand: its state, the review of its last change, who is paid',
	endpoint: getFrom('/v3/brand/partner/store/brandstores/{store_id}', {
		perSecond: 5,
		page: 'partner/4015783153',
	}),
	parameters: [storeBrandId, storeId],
	useful: usefulOfStore,
});
