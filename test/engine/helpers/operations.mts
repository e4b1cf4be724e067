import type { INodeParameters } from 'n8n-workflow';
import {
	BRANDS,
	FIRST_STORES,
	MERCHANT_COUPON_STOCKS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	STOCKS,
} from '../../simulator/shop.mts';

/** Parameters with which every operation succeeds in the simulator's shop, without retries. */
export const OPERATIONS: Record<string, INodeParameters> = {
	'Product Coupon: Get': {
		resource: 'productCoupon',
		operation: 'get',
		brandId: BRANDS.coffee,
		productCouponId: PRODUCT_COUPONS.effective,
		options: { maxRetries: 0 },
	},
	'Product Coupon Stock: Get Many': {
		resource: 'productCouponStock',
		operation: 'getAll',
		brandId: BRANDS.coffee,
		productCouponId: PRODUCT_COUPONS.effective,
		options: { maxRetries: 0 },
	},
	'Product Coupon Stock: Get Associated Stores': {
		resource: 'productCouponStock',
		operation: 'getAssociatedStores',
		brandId: BRANDS.coffee,
		productCouponId: PRODUCT_COUPONS.effective,
		stockId: STOCKS.stores200,
		options: { maxRetries: 0 },
	},
	'Product Coupon Stock: Disassociate Stores': {
		resource: 'productCouponStock',
		operation: 'disassociateStores',
		brandId: BRANDS.coffee,
		productCouponId: PRODUCT_COUPONS.effective,
		stockId: STOCKS.manyStores,
		storeIds: FIRST_STORES.coffee,
		options: { maxRetries: 0 },
	},
	'Merchant Coupon Stock: Get': {
		resource: 'merchantCouponStock',
		operation: 'get',
		stockId: MERCHANT_COUPON_STOCKS.normal,
		options: { maxRetries: 0 },
	},
	'Partnership: Get Many': {
		resource: 'partnership',
		operation: 'getAll',
		businessType: PARTNERSHIP_STOCKS.one.business_type,
		stockId: PARTNERSHIP_STOCKS.one.stock_id,
		options: { maxRetries: 0 },
	},
};
