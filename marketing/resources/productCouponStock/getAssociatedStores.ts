import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { brandId, productCouponId } from '../../parameters/common';
import { storeStockId } from './stock';

export const getAssociatedStores = list({
	name: 'Get Associated Stores',
	action: 'Get associated stores of product coupon stock',
	description: 'List the stores in which coupons of a stock can be used',
	endpoint: get(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores',
		{ perSecond: 20, page: 'partner/4015781546' },
	),
	parameters: [brandId, productCouponId, storeStockId],
	pages: {
		style: 'token',
		sizeParameter: 'page_size',
		maxSize: 200,
		tokenParameter: 'page_token',
		itemsField: 'store_list',
		nextField: 'next_page_token',
		entryId: ['store_id'],
	},
	withIds: true,
});
