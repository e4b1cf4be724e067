import { bodyParameters } from '../parameters.mts';
import { type Endpoint } from './endpoint.mts';
import { authorisedBrand, stockWithStores } from './storesOfStock.mts';

const FAILURE = 'INVALID_REQUEST';

/** 批次取消关联门店 */
export const disassociateStores: Endpoint = {
	method: 'POST',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores',
	limited: true,
	answer({ path, query, body, shop }) {
		query.allowOnly();
		const { brandId, storeIds } = readBody(body);
		const { product_coupon_id: productCouponId = '', stock_id: stockId = '' } = path;
		const stock = stockWithStores(shop, { brandId, productCouponId, stockId }, '取消');
		const brand = authorisedBrand(shop, brandId);

		const associated = new Set(stock.stores);
		const success = [...storeIds].filter((store) => associated.has(store));
		const failed = [...storeIds].filter((store) => !associated.has(store));
		shop.disassociate(productCouponId, stockId, new Set(success));
		return {
			total_count: storeIds.size,
			success_store_list: presentIfAny(success.map((store_id) => ({ store_id }))),
			failed_store_list: presentIfAny(
				failed.map((store_id) => ({
					store_id,
					code: FAILURE,
					message: brand.stores.has(store_id) ? '门店未关联该批次' : '门店ID非法或不属于当前品牌',
				})),
			),
		};
	},
};

/** The brand and the stores without repetitions, in the order of the request. */
function readBody(body: Buffer): { brandId: string; storeIds: Set<string> } {
	const members = bodyParameters(body);
	members.allowOnly('store_list', 'brand_id');
	const brandId = members.text('brand_id');
	const storeIds = members.objects('store_list', 1, 200).map((store) => {
		store.allowOnly('store_id');
		return store.text('store_id');
	});
	return { brandId, storeIds: new Set(storeIds) };
}

const presentIfAny = <T,>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
