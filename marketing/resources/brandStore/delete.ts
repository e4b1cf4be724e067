import { del } from '../../operation/page';
import { single } from '../../operation/single';
import { deletion } from './change';
import { storeBrandId, storeId } from './store';

/** `delete` is a word of the language. */
export const remove = single({
	name: 'Delete',
	action: 'Delete brand store',
	description: 'Delete a store of a brand for good',
	hint: 'The store of each input item will be deleted for good. It cannot be brought back: Close can be undone.',
	endpoint: del('/v3/brand/partner/store/brandstores/{store_id}', {
		perSecond: 5,
		page: 'partner/4015783113',
	}),
	parameters: [{ ...storeBrandId, in: 'body' }, storeId],
	change: deletion,
});
