import { type Endpoint } from './endpoint.mts';
import { productCouponOfBrand } from './storesOfStock.mts';

/** 查询商品券 */
export const getProductCoupon: Endpoint = {
	method: 'GET',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}',
	limited: true,
	answer({ path, query, shop }) {
		query.allowOnly('brand_id');
		return productCouponOfBrand(shop, query.text('brand_id'), path.product_coupon_id ?? '');
	},
};
