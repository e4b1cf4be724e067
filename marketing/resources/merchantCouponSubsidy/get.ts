import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { id } from '../../parameters/kinds';
import { usefulOfReceipt } from './receipt';

const receiptId = id('subsidy_receipt_id', {
	minLength: 28,
	maxLength: 32,
	example: '1120200119165100000000000001',
	description: 'The receipt, as WeChat Pay returned it when the subsidy was paid',
});

export const get = single({
	name: 'Get',
	action: 'Get subsidy of merchant coupon',
	description: 'Get what became of a subsidy that was paid',
	endpoint: getFrom('/v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}', {
		page: 'merchant/4017147336',
	}),
	parameters: [receiptId],
	useful: usefulOfReceipt,
});
