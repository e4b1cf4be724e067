import { STOCK_STATES } from '../shop.mts';
import { type Endpoint } from './endpoint.mts';
import { idBeforePage, pageToken } from './pageToken.mts';
import { stockAnswer } from './stockAnswer.mts';
import { productCouponOfBrand } from './storesOfStock.mts';

/** 查询商品券批次列表 */
export const listStocks: Endpoint = {
	method: 'GET',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks',
	limited: true,
	answer({ path, query, shop }) {
		query.allowOnly('brand_id', 'page_size', 'page_token', 'state');
		const brandId = query.text('brand_id');
		const pageSize = query.integer('page_size', 20, 1, 50);
		const state = query.optionalOneOf('state', STOCK_STATES);
		const token = query.has('page_token') ? query.text('page_token', 100) : undefined;
		const coupon = productCouponOfBrand(shop, brandId, path.product_coupon_id ?? '');
		const owner = [coupon.product_coupon_id];

		const after = token === undefined ? '' : idBeforePage(owner, token);
		if (after === undefined) throw query.wrong('page_token', '不是此商品券的分页Token');
		const matching = shop
			.stocks(coupon.product_coupon_id)
			.filter((stock) => state === undefined || stock.state === state);
		// By ID and not by position, so that stocks that change state while a list is read shift nothing.
		const rest = matching.filter(({ stockId }) => stockId > after);
		const page = rest.slice(0, pageSize);
		const last = page.at(-1);
		return {
			total_count: token === undefined ? matching.length : undefined,
			stock_list: page.length > 0 ? page.map((stock) => stockAnswer(coupon, stock)) : undefined,
			next_page_token:
				last !== undefined && rest.length > page.length
					? pageToken(owner, last.stockId)
					: undefined,
		};
	},
};
