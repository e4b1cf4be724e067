import { merchantCouponStockForeign, merchantCouponStockNotFound } from '../refusals.mts';
import { type Endpoint } from './endpoint.mts';

/** 查询商家券批次详情 */
export const getMerchantCouponStock: Endpoint = {
	method: 'GET',
	path: '/v3/marketing/busifavor/stocks/{stock_id}',
	limited: false,
	answer({ path, query, shop }) {
		query.allowOnly();
		const stock = shop.merchantCouponStock(path.stock_id ?? '');
		if (!stock) throw merchantCouponStockNotFound();
		if (stock.belong_merchant !== shop.mchid) throw merchantCouponStockForeign();
		return stock;
	},
};
