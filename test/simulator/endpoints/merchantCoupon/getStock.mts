import { merchantCouponStockForeign, merchantCouponStockNotFound } from '../../refusals.mts';
import { type Handler } from '../handler.mts';

/** 查询商家券批次详情 */
export const getStock: Handler = ({ path, shop }) => {
	const stock = shop.merchantCouponStock(path['stock_id']!);
	if (!stock) throw merchantCouponStockNotFound();
	if (stock.belong_merchant !== shop.mchid) throw merchantCouponStockForeign();
	return stock;
};
