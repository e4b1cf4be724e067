import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { choice } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { pages } from '../merchantCoupon/coupon';
import { merchantStockId } from '../merchantStock';
import { userAppid } from './uploadedCode';

const status = choice(
	'status',
	[
		{ name: 'Available', value: 'AVAILABLE', description: 'No user has it' },
		{ name: 'Dispatched', value: 'DISPATCHED', description: 'A user got it' },
	],
	{ description: 'Only codes with this status' },
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many uploaded codes of merchant coupon stock',
	description: 'List the codes that were uploaded to a stock',
	endpoint: get('/v3/marketing/busifavor/stocks/{stock_id}/couponcodes', {}),
	parameters: [merchantStockId, optional(status), userAppid],
	pages: { ...pages, maxSize: 100, entryId: ['code'] },
	withIds: true,
});
