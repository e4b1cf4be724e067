import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantNumber } from '../merchantStock';
import { money, ofCoupon, transactionId, usefulOfReceipt } from './receipt';

export const pay = single({
	name: 'Pay',
	action: 'Pay subsidy for merchant coupon',
	description: 'Pay the payee back what a redeemed coupon took off. This moves money.',
	done: 'paid',
	hint: 'Real money will be moved from payer to payee for each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/busifavor/subsidy/pay-receipts', { page: 'merchant/4017147321' }),
	parameters: [...ofCoupon, transactionId, ...money, merchantNumber('out_subsidy_no')],
	useful: usefulOfReceipt,
});
