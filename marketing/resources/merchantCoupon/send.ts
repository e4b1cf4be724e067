import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { appid, openid } from '../../parameters/common';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { ownMerchantCode, usefulOfSending } from './coupon';
import { merchantStockLook } from '../merchantCouponStock/look';

export const send = single({
	name: 'Send',
	action: 'Send merchant coupon to user',
	description: 'Give a user a coupon. WeChat Pay may have closed the call to new merchants.',
	done: 'sent',
	stock: merchantStockLook,
	hasDryRun: true,
	hint: 'A coupon will be sent to the user of each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/busifavor/coupons/send', {}),
	parameters: [merchantStockId, appid, openid, ownMerchantCode, merchantNumber('out_request_no')],
	useful: usefulOfSending,
});
