import { id } from '../../parameters/kinds';

/** Who receives the payments of a store: never the merchant of the credential unless it is named. */
export const recipientMerchantId = id('mchid', {
	label: 'Recipient Merchant ID',
	name: 'recipientMerchantId',
	maxLength: 16,
	example: '1900000109',
	description:
		'The merchant who receives the payments of the store. It must be linked to the brand.',
});
