import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { ownMerchantId } from '../../parameters/common';
import { notifyUrl } from './notifyUrl';

export const setForDeliveryPlans = single({
	name: 'Set for Delivery Plans',
	action: 'Set notification address for delivery plans',
	description:
		'Set the one address that WeChat Pay tells about delivery plans; it cannot be asked for',
	endpoint: post('/v3/marketing/partner/delivery-plan/{sp_mchid}/notify-url', {
		page: 'partner/4016184598',
	}),
	parameters: [ownMerchantId('sp_mchid'), notifyUrl],
	setsState: true,
});
