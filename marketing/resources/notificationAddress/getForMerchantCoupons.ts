import { get } from '../../operation/page';
import { single } from '../../operation/single';
import { ownMerchantId } from '../../parameters/common';
import { optional } from '../../parameters/parameter';

export const getForMerchantCoupons = single({
	name: 'Get for Merchant Coupons',
	action: 'Get notification address for merchant coupons',
	description: 'Get the address that WeChat Pay tells about merchant coupons',
	endpoint: get('/v3/marketing/busifavor/callbacks', { page: 'merchant/4012465507' }),
	parameters: [optional(ownMerchantId('mchid'))],
});
