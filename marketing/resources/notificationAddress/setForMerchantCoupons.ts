import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { ownMerchantId } from '../../parameters/common';
import { optional } from '../../parameters/parameter';
import { notifyUrl } from './notifyUrl';

export const setForMerchantCoupons = single({
	name: 'Set for Merchant Coupons',
	action: 'Set notification address for merchant coupons',
	description:
		'Set the one address that WeChat Pay tells about merchant coupons; the event push must be on in the merchant platform',
	endpoint: post('/v3/marketing/busifavor/callbacks', { page: 'merchant/4012465431' }),
	parameters: [notifyUrl, optional(ownMerchantId('mchid'))],
	setsState: true,
});
