import type { Endpoint, TokenPages } from '../../transport/endpoint';
import { readTokenPages } from '../../transport/pages';
import { brandIdField, limitField, productCouponIdField, returnAllField } from '../commonFields';
import { perItem } from '../perItem';
import { stockIdField } from './fields';

const endpoint: Endpoint = {
	method: 'GET',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores',
	query: ['page_size', 'page_token', 'brand_id'],
	documentationUrl: 'https://pay.weixin.qq.com/doc/v3/partner/4015781546',
};

const pages: TokenPages = {
	style: 'token',
	sizeParameter: 'page_size',
	maxSize: 200,
	tokenParameter: 'page_token',
	itemsField: 'store_list',
	nextField: 'next_page_token',
};

export const getAssociatedStores = perItem(
	[brandIdField, productCouponIdField, stockIdField, returnAllField, limitField],
	async (input) => {
		const stock = {
			product_coupon_id: input.id('productCouponId'),
			stock_id: input.id('stockId'),
			brand_id: input.id('brandId'),
		};
		const stores = await readTokenPages(
			async (values) => await input.call(endpoint, values),
			pages,
			stock,
			input.limit(),
		);
		return stores.map(({ store_id }) => ({ store_id, ...stock }));
	},
);
