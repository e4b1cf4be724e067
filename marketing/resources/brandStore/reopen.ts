import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { stateChange } from './change';
import { storeBrandId, storeId } from './store';

export const reopen = single({
	name: 'Reopen',
	action: 'Reopen brand store',
	description: 'Reopen a closed store of a brand, so that users see it again',
	endpoint: post('/v3/brand/partner/store/brandstores/{store_id}/resume', { perSecond: 5 }),
	parameters: [storeBrandId, storeId],
	change: stateChange('reopened', 'OPEN'),
});
