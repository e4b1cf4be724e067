const FAMILY = '/v3/marketing/partner/product-coupon';

/** Path of all product coupons. */
export const PRODUCT_COUPONS_PATH = `${FAMILY}/product-coupons`;

/** Path of a product coupon. */
export const productCouponPath = (productCouponId: string) =>
	`${PRODUCT_COUPONS_PATH}/${encodeURIComponent(productCouponId)}`;

/** Path of the stocks of a product coupon. */
export const stocksPath = (productCouponId: string) =>
	`${productCouponPath(productCouponId)}/stocks`;

/** Path of a stock of a product coupon. */
export const stockPath = (productCouponId: string, stockId: string) =>
	`${stocksPath(productCouponId)}/${encodeURIComponent(stockId)}`;

/** Path of what can be done with the stores of a stock. */
export const storesPath = (
	productCouponId: string,
	stockId: string,
	action: 'associated-stores' | 'associate-stores' | 'disassociate-stores',
) => `${stockPath(productCouponId, stockId)}/${action}`;

/** Path of the coupons of a user, or of what can be done with one of them. */
export function userProductCouponsPath(
	openid: string,
	couponCode?: string,
	action?: string,
): string {
	const parts = [couponCode, action].filter((part) => part !== undefined);
	return [`${FAMILY}/users/${encodeURIComponent(openid)}/coupons`, ...parts]
		.map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
		.join('/');
}

/** Path of a merchant coupon stock. */
export const merchantCouponStockPath = (stockId: string) =>
	`/v3/marketing/busifavor/stocks/${encodeURIComponent(stockId)}`;

/** A path with a query; objects become JSON, undefined values are left out. */
export function withQuery(path: string, query: Record<string, unknown>): string {
	const pairs = Object.entries(query)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => {
			const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
			return `${name}=${encodeURIComponent(text)}`;
		});
	return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

/** Path and query of the partnership list. */
export const partnershipsUrl = (query: Record<string, unknown>) =>
	withQuery('/v3/marketing/partnerships', query);
