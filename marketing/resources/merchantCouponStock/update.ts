import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { changes } from './body';

export const update = single({
	name: 'Update',
	action: 'Update merchant coupon stock',
	description: 'Change how a stock of merchant coupons is shown, used and guarded',
	endpoint: patch('/v3/marketing/busifavor/stocks/{stock_id}', { page: 'merchant/4012535020' }),
	parameters: [merchantStockId, merchantNumber('out_request_no')],
	body: { parts: changes, smallest: { comment: 'Spring' } },
});
