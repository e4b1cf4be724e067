import {
	merchantCouponNotFound,
	merchantCouponStockForeign,
	merchantCouponStockNotFound,
} from '../../refusals.mts';
import { type MerchantCoupon, type MerchantCouponStock, type Shop } from '../../shop.mts';

/** The stock, if it is the merchant's. */
export function merchantStockOf(shop: Shop, stockId: string): MerchantCouponStock {
	const stock = shop.merchantCouponStock(stockId);
	if (!stock) throw merchantCouponStockNotFound();
	if (stock.belong_merchant !== shop.mchid) throw merchantCouponStockForeign();
	return stock;
}

/** The coupon that a user has, by its code; without a stock only one whose code WeChat Pay made. */
export function merchantCouponOf(
	shop: Shop,
	{ stock_id, coupon_code }: { stock_id?: string; coupon_code: string },
): Readonly<MerchantCoupon> {
	const found = shop.merchantCoupons().find(({ code, stockId }) => {
		const isMeant =
			stock_id === undefined
				? shop.merchantCouponStock(stockId)!.coupon_code_mode === 'WECHATPAY_MODE'
				: stockId === stock_id;
		return isMeant && code === coupon_code;
	});
	if (!found) throw merchantCouponNotFound();
	return found;
}
