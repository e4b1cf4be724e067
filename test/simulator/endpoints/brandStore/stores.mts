import { brandStoreNotFound } from '../../refusals.mts';
import { type BrandStore, type Shop } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { authorisedBrand } from '../productCoupon/found.mts';

type StoreIds = Pick<BrandStore, 'brand_id' | 'store_id'>;

/** The store, if it is the brand's. */
export function storeOf(shop: Shop, { brand_id, store_id }: StoreIds): Readonly<BrandStore> {
	authorisedBrand(shop, brand_id);
	const store = shop.brandStore(brand_id, store_id);
	if (!store) throw brandStoreNotFound();
	return store;
}

interface Query {
	brand_id: string;
	store_state?: string;
	offset?: number;
	limit?: number;
}

/** 查询品牌门店列表 */
export const getAllBrandStores: Handler = (call) => {
	const { brand_id, store_state, offset = 0, limit = 20 } = valuesOf<Query>(call);
	authorisedBrand(call.shop, brand_id);
	const stores = call.shop
		.brandStores(brand_id)
		.filter((store) => store_state === undefined || store.store_state === store_state);
	const data = stores.slice(offset, offset + limit);
	return { brand_id, offset, limit, total_count: stores.length, data };
};

/** 查询品牌门店 */
export const getBrandStore: Handler = (call) => storeOf(call.shop, valuesOf<StoreIds>(call));
