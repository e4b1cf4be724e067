import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { text } from '../../parameters/kinds';
import { binding } from './change';
import { recipientMerchantId } from './recipient';
import { storeBrandId, storeId } from './store';

const companyName = text('company_name', {
	maxLength: 256,
	example: 'Example Catering Ltd',
	description: 'The company or person that the merchant ID belongs to, as WeChat Pay knows it',
});

export const bindRecipient = single({
	name: 'Bind Recipient',
	action: 'Bind recipient to brand store',
	description:
		'Let a merchant receive the payments of a store, three merchants at most. Its administrator may have to agree first.',
	hint: 'The merchant of each input item will be able to receive the payments of the store.',
	endpoint: post('/v3/brand/partner/store/brandstores/{store_id}/bindrecipient', {
		perSecond: 5,
		page: 'partner/4015783177',
	}),
	parameters: [storeBrandId, storeId, recipientMerchantId, companyName],
	change: binding,
});
