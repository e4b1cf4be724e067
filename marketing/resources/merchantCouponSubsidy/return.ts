import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { id } from '../../parameters/kinds';
import { merchantNumber } from '../merchantStock';
import { money, ofCoupon, transactionId, usefulOfReturn } from './receipt';

const refundId = id('refund_id', {
	minLength: 28,
	maxLength: 32,
	example: '50100506732021010105138718375',
	description: 'The refund of the payment',
});

export const returnSubsidy = single({
	name: 'Return',
	action: 'Return subsidy of merchant coupon',
	description: 'Pay a subsidy back to its payer after a refund. This moves money.',
	done: 'returned',
	hint: 'Real money will be moved back from payee to payer for each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/busifavor/subsidy/return-receipts', {
		page: 'https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_17.shtml',
	}),
	parameters: [
		...ofCoupon,
		transactionId,
		refundId,
		...money,
		merchantNumber('out_subsidy_return_no'),
	],
	useful: usefulOfReturn,
});
