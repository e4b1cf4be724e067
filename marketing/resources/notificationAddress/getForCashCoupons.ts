import { get } from '../../operation/page';
import { single } from '../../operation/single';
import { ownMerchantId } from '../../parameters/common';

export const getForCashCoupons = single({
	name: 'Get for Cash Coupons',
	action: 'Get notification address for cash coupons',
	description: 'Get the address that WeChat Pay tells about used cash coupons',
	endpoint: get('/v3/marketing/favor/callbacks', { page: 'merchant/4012464070' }),
	parameters: [ownMerchantId('mchid')],
});
