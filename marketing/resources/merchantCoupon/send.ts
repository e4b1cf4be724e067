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
	hint: 'A coupon will be sent to the user of each input item. Each execution makes new request numbers: map a column of your own numbers to Request Number under Options, so that no user gets a second coupon when the workflow runs again.',
	endpoint: post('/v3/marketing/busifavor/coupons/send', {}),
	parameters: [merchantStockId, appid, openid, ownMerchantCode, merchantNumber('out_request_no')],
	useful: usefulOfSending,
});
