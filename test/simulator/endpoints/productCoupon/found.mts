import {
	brandNotAuthorised,
	productCouponNotFound,
	stockBundleNotFound,
	stockNotFound,
	userProductCouponNotFound,
} from '../../refusals.mts';
import {
	type Brand,
	type ProductCoupon,
	type Shop,
	type Stock,
	type UserProductCoupon,
} from '../../shop.mts';

/** The IDs by which a stock is asked for. */
export interface StockIds {
	brand_id: string;
	product_coupon_id: string;
	stock_id: string;
}

/** The brand, if the provider may act for it. */
export function authorisedBrand(shop: Shop, brandId: string): Readonly<Brand> {
	const brand = shop.brand(brandId);
	if (!brand?.authorised) throw brandNotAuthorised();
	return brand;
}

/** The product coupon, if it is the brand's. */
export function productCouponOf(
	shop: Shop,
	{ brand_id, product_coupon_id }: Omit<StockIds, 'stock_id'>,
): ProductCoupon {
	const brand = authorisedBrand(shop, brand_id);
	const coupon = shop.productCoupon(product_coupon_id);
	if (coupon?.brand_id !== brand.brandId) throw productCouponNotFound();
	return coupon;
}

/** The stock, if it is the product coupon's. */
export function stockOf(shop: Shop, ids: StockIds): Readonly<Stock> {
	productCouponOf(shop, ids);
	const stock = shop.stock(ids.product_coupon_id, ids.stock_id);
	if (!stock) throw stockNotFound();
	return stock;
}

/** The stocks of the bundle, if it is the product coupon's. */
export function stocksOfBundle(
	shop: Shop,
	ids: Omit<StockIds, 'stock_id'> & { stock_bundle_id: string },
): ReadonlyArray<Readonly<Stock>> {
	productCouponOf(shop, ids);
	const stocks = shop.stocksOfBundle(ids.product_coupon_id, ids.stock_bundle_id);
	if (stocks.length === 0) throw stockBundleNotFound();
	return stocks;
}

/** The user's coupon, if it is one of the stock. */
export function userProductCouponOf(
	shop: Shop,
	ids: StockIds & { openid: string; coupon_code: string },
): Readonly<UserProductCoupon> {
	const stock = stockOf(shop, ids);
	const coupon = shop.userProductCoupon(ids.openid, ids.coupon_code);
	if (coupon?.stockId !== stock.stockId) throw userProductCouponNotFound();
	return coupon;
}
