import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { ownMerchantId } from '../../parameters/common';
import { flag } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { notifyUrl } from './notifyUrl';

export const setForCashCoupons = single({
	name: 'Set for Cash Coupons',
	action: 'Set notification address for cash coupons',
	description: 'Set the one address that WeChat Pay tells about used cash coupons',
	endpoint: post('/v3/marketing/favor/callbacks', { page: 'merchant/4012464198' }),
	parameters: [
		ownMerchantId('mchid'),
		notifyUrl,
		optional(
			flag('switch', {
				label: 'Notifications On',
				name: 'switch',
				default: true,
				description: 'Whether WeChat Pay sends the notifications',
			}),
		),
	],
	setsState: true,
});
