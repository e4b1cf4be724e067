import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { unbinding } from './change';
import { recipientMerchantId } from './recipient';
import { storeBrandId, storeId } from './store';

export const unbindRecipient = single({
	name: 'Unbind Recipient',
	action: 'Unbind recipient from brand store',
	description: 'Stop a merchant from receiving the payments of a store',
	hint: 'The merchant of each input item will no longer receive the payments of the store.',
	endpoint: post('/v3/brand/partner/store/brandstores/{store_id}/unbindrecipient', {
		perSecond: 5,
		page: 'partner/4015783188',
	}),
	parameters: [storeBrandId, storeId, recipientMerchantId],
	refusedBy: 'failed_reason',
	change: unbinding,
});
