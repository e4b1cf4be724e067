import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { brandId, productCouponId, stockBundleId } from '../../parameters/common';
import { choice } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { usefulOfStock } from './stock';

const state = choice(
	'state',
	[
		{ name: 'Auditing', value: 'AUDITING', description: 'Under review' },
		{ name: 'Deactivated', value: 'DEACTIVATED', description: 'Deactivated by the brand' },
		{ name: 'Paused', value: 'PAUSED', description: 'Sending is paused' },
		{ name: 'Sending', value: 'SENDING', description: 'Coupons can be sent' },
		{ name: 'Stopped', value: 'STOPPED', description: 'Sending has ended' },
	],
	{ default: 'SENDING', description: 'Only stocks in this state' },
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many product coupon stocks',
	description: 'List the stocks of a product coupon',
	endpoint: get('/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks', {
		perSecond: 20,
		page: 'partner/4016434641',
	}),
	parameters: [brandId, productCouponId, optional(state), optional(stockBundleId)],
	pages: {
		style: 'token',
		sizeParameter: 'page_size',
		maxSize: 50,
		tokenParameter: 'page_token',
		itemsField: 'stock_list',
		nextField: 'next_page_token',
		entryId: ['stock_id'],
	},
	useful: usefulOfStock,
});
