import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { stateChange } from './change';
import { storeBrandId, storeId } from './store';

export const close = single({
	name: 'Close',
	action: 'Close brand store',
	description:
		'Close a store of a brand for a while: users no longer see it, and other products of WeChat Pay cannot use it',
	hint: 'The store of each input item will be closed: users no longer see it until it is reopened.',
	endpoint: post('/v3/brand/partner/store/brandstores/{store_id}/close', {
		perSecond: 5,
		page: 'partner/4016756671',
	}),
	parameters: [storeBrandId, storeId],
	change: stateChange('closed', 'CLOSED'),
});
