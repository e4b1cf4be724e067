import {
	brandNotAuthorised,
	productCouponNotFound,
	stockExpired,
	stockNotFound,
	type StoreAction,
	storeScopeNotSpecific,
} from '../refusals.mts';
import { type Brand, type ProductCoupon, type Shop, type Stock } from '../shop.mts';

/** The brand, if the provider may act for it. */
export function authorisedBrand(shop: Shop, brandId: string): Readonly<Brand> {
	const brand = shop.brand(brandId);
	if (!brand?.authorised) throw brandNotAuthorised();
	return brand;
}

/** The product coupon, if it is the brand's. */
export function productCouponOfBrand(
	shop: Shop,
	brandId: string,
	productCouponId: string,
): ProductCoupon {
	const brand = authorisedBrand(shop, brandId);
	const coupon = shop.productCoupon(productCouponId);
	if (coupon?.brand_id !== brand.brandId) throw productCouponNotFound();
	return coupon;
}

/** The stock, if it is the product coupon's, has stores of its own and has not expired. */
export function stockWithStores(
	shop: Shop,
	ids: { brandId: string; productCouponId: string; stockId: string },
	action: StoreAction,
): Readonly<Stock> {
	productCouponOfBrand(shop, ids.brandId, ids.productCouponId);
	const stock = shop.stock(ids.productCouponId, ids.stockId);
	if (!stock) throw stockNotFound();
	if (stock.storeScope !== 'SPECIFIC') throw storeScopeNotSpecific(action);
	if (stock.expired) throw stockExpired(action);
	return stock;
}
