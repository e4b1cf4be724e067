import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { code } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { ofCoupon, usefulOfReceipt } from './receipt';

const outSubsidyNo = code('out_subsidy_no', {
	label: 'Subsidy Number',
	name: 'outSubsidyNo',
	identifies: false,
	maxLength: 128,
	description: 'Only the subsidy that was paid under this request number',
});

export const getAll = list({
	name: 'Get Many',
	action: 'Get many subsidies of merchant coupon',
	description: 'List the subsidies that were paid for a coupon',
	endpoint: get('/v3/marketing/busifavor/subsidy/pay-receipts', { page: 'partner/4017171346' }),
	parameters: [...ofCoupon, optional(outSubsidyNo)],
	pages: { style: 'whole', itemsField: 'pay_receipt_list' },
	useful: usefulOfReceipt,
});
