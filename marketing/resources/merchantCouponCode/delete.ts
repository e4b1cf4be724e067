import { del } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { uploadedCode } from './uploadedCode';

/** `delete` is a word of the language. */
export const remove = single({
	name: 'Delete',
	action: 'Delete uploaded code from merchant coupon stock',
	description: 'Take a code that no user has from its stock',
	hint: 'The code of each input item will be deleted from its stock, so that no coupon gets it.',
	endpoint: del('/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}', {}),
	parameters: [merchantStockId, uploadedCode, merchantNumber('delete_request_no')],
});
