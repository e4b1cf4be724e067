import type { IDataObject } from 'n8n-workflow';
import type { CallValues, TokenPages } from '../../transport/pages';
import type { PlacedEndpoint } from '../placing';
import { readTokenPages } from '../../transport/pages';
import { brandIdField, limitField, productCouponIdField, returnAllField } from '../commonFields';
import type { Group } from '../batched';
import type { ItemInput } from '../itemInput';
import { perItem } from '../perItem';
import { stockIdField } from './fields';

const endpoint: PlacedEndpoint = {
	method: 'GET',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores',
	query: ['page_size', 'page_token', 'brand_id'],
	quota: { calls: 20, per: 'second' },
	safeToRepeat: true,
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

/**
 * Lists the stores of a stock.
 *
 * @param stock brand_id, product_coupon_id and stock_id
 * @param limit how many are wanted; Infinity for all
 * @returns WeChat Pay's objects, each with a store_id
 * @throws CallError when a page cannot be read
 */
export async function associatedStores(
	input: ItemInput,
	stock: Group,
	limit: number,
): Promise<IDataObject[]> {
	const call = async (values: CallValues) => await input.call(endpoint, values);
	return await readTokenPages(call, pages, stock, limit);
}

export const getAssociatedStores = perItem(
	endpoint,
	[brandIdField, productCouponIdField, stockIdField, returnAllField, limitField],
	async (input) => {
		const stock = {
			product_coupon_id: input.id('productCouponId'),
			stock_id: input.id('stockId'),
			brand_id: input.id('brandId'),
		};
		const stores = await associatedStores(input, stock, input.limit());
		return stores.map(({ store_id }) => ({ store_id, ...stock }));
	},
);
