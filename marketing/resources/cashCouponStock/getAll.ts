import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { stockCreatorMerchantId } from '../../parameters/common';
import { time } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { status, usefulOfStock } from './stock';

export const getAll = list({
	name: 'Get Many',
	action: 'Get many cash coupon stocks',
	description: 'List the stocks of cash coupons that a merchant created',
	endpoint: get('/v3/marketing/favor/stocks', { page: 'merchant/4012460489' }),
	parameters: [
		stockCreatorMerchantId,
		optional(
			time('create_start_time', {
				label: 'Created After',
				name: 'createStartTime',
				description: 'Only stocks that were created at this time or later',
			}),
		),
		optional(
			time('create_end_time', {
				label: 'Created Before',
				name: 'createEndTime',
				description: 'Only stocks that were created at this time or earlier',
			}),
		),
		optional(status),
	],
	pages: {
		style: 'number',
		sizeParameter: 'limit',
		maxSize: 10,
		pageParameter: 'offset',
		itemsField: 'data',
		totalField: 'total_count',
		entryId: ['stock_id'],
	},
	useful: usefulOfStock,
});
