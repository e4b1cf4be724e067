import { type Endpoint } from './endpoint.mts';
import { idBeforePage, pageToken } from './pageToken.mts';
import { stockWithStores } from './storesOfStock.mts';

/** 查询批次关联门店列表 */
export const listAssociatedStores: Endpoint = {
	method: 'GET',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores',
	limited: true,
	answer({ path, query, shop }) {
		query.allowOnly('brand_id', 'page_size', 'page_token');
		const brandId = query.text('brand_id');
		const pageSize = query.integer('page_size', 20, 1, 200);
		const { product_coupon_id: productCouponId = '', stock_id: stockId = '' } = path;
		const token = query.has('page_token') ? query.text('page_token', 100) : undefined;
		const { stores } = stockWithStores(shop, { brandId, productCouponId, stockId }, '查询');

		const after = token === undefined ? '' : idBeforePage([productCouponId, stockId], token);
		if (after === undefined) throw query.wrong('page_token', '不是此批次的分页Token');
		// By ID and not by position, so that stores removed while a list is read shift nothing.
		const rest = stores.filter((store) => store > after);
		const page = rest.slice(0, pageSize);
		const last = page.at(-1);
		return {
			total_count: token === undefined ? stores.length : undefined,
			store_list: page.length > 0 ? page.map((store_id) => ({ store_id })) : undefined,
			next_page_token:
				last !== undefined && rest.length > page.length
					? pageToken([productCouponId, stockId], last)
					: undefined,
		};
	},
};
