import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { merchantCouponCode } from './coupon';

/** `return` is a word of the language. */
export const giveBack = single({
	name: 'Return',
	action: 'Return merchant coupon to user',
	description: 'Give a user back a coupon that was redeemed and has not expired',
	endpoint: post('/v3/marketing/busifavor/coupons/return', { page: 'merchant/4012465845' }),
	parameters: [merchantStockId, merchantCouponCode, merchantNumber('return_request_no')],
});
