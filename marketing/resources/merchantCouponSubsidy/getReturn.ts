import { get } from '../../operation/page';
import { single } from '../../operation/single';
import { id } from '../../parameters/kinds';
import { usefulOfReturn } from './receipt';

const returnReceiptId = id('subsidy_return_receipt_id', {
	minLength: 28,
	maxLength: 32,
	example: '1120200119165100000000000001',
	description: 'The receipt, as WeChat Pay returned it when the subsidy was returned',
});

export const getReturn = single({
	name: 'Get Return',
	action: 'Get return of merchant coupon subsidy',
	description: 'Get what became of the return of a subsidy',
	endpoint: get('/v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}', {}),
	parameters: [returnReceiptId],
	useful: usefulOfReturn,
});
