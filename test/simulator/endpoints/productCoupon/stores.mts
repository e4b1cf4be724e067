import { type JsonObject } from '../../json.mts';
import {
	stockExpired,
	type StoreAction,
	storeScopeNotSpecific,
	wrongPageToken,
} from '../../refusals.mts';
import { type Shop, type Stock } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { pageOf } from '../pageToken.mts';
import { authorisedBrand, stockOf, type StockIds, stocksOfBundle } from './found.mts';

type GivenStores = StockIds & { store_list: Array<{ store_id: string }> };

/** Throws unless the stock has stores of its own and has not expired. */
function checkHasStores(stock: Readonly<Stock>, action: StoreAction): void {
	if (stock.storeScope !== 'SPECIFIC') throw storeScopeNotSpecific(action);
	if (stock.expired) throw stockExpired(action);
}

/** 查询批次关联门店列表 */
export const getAssociatedStores: Handler = (call) => {
	const values = valuesOf<StockIds & { page_size?: number; page_token?: string }>(call);
	const stock = stockOf(call.shop, values);
	checkHasStores(stock, '查询');
	const page = pageOf(stock.stores, {
		idOf: (store) => store,
		owner: [stock.productCouponId, stock.stockId],
		token: values.page_token,
		size: values.page_size ?? 20,
	});
	if (!page) throw wrongPageToken(values.page_token!);
	const { items, totalCount, nextPageToken } = page;
	return {
		total_count: totalCount,
		store_list: presentIfAny(items.map((store_id) => ({ store_id }))),
		next_page_token: nextPageToken,
	};
};

/** 批次关联门店 */
export const associateStores: Handler = (call) => {
	const values = valuesOf<GivenStores>(call);
	return associate(call.shop, [stockOf(call.shop, values)], values);
};

/** 批次取消关联门店 */
export const disassociateStores: Handler = (call) => {
	const values = valuesOf<GivenStores>(call);
	return disassociate(call.shop, [stockOf(call.shop, values)], values);
};

type GivenBundleStores = GivenStores & { stock_bundle_id: string };

/** 批次组关联门店 */
export const associateBundleStores: Handler = (call) => {
	const values = valuesOf<GivenBundleStores>(call);
	return associate(call.shop, stocksOfBundle(call.shop, values), values);
};

/** 批次组取消关联门店 */
export const disassociateBundleStores: Handler = (call) => {
	const values = valuesOf<GivenBundleStores>(call);
	return disassociate(call.shop, stocksOfBundle(call.shop, values), values);
};

function associate(
	shop: Shop,
	stocks: ReadonlyArray<Readonly<Stock>>,
	given: GivenStores,
): JsonObject {
	for (const stock of stocks) checkHasStores(stock, '');
	const ofBrand = authorisedBrand(shop, given.brand_id).stores;
	const associated = new Set(stocks[0]!.stores);
	return change(given, {
		isPossible: (store) => ofBrand.has(store) && !associated.has(store),
		reason: (store) => (ofBrand.has(store) ? '门店已关联该批次' : NO_STORE_OF_BRAND),
		apply: (stores) => {
			for (const { productCouponId, stockId, stores: before } of stocks) {
				shop.replaceAssociatedStores(productCouponId, stockId, [...before, ...stores]);
			}
		},
	});
}

function disassociate(
	shop: Shop,
	stocks: ReadonlyArray<Readonly<Stock>>,
	given: GivenStores,
): JsonObject {
	for (const stock of stocks) checkHasStores(stock, '取消');
	const ofBrand = authorisedBrand(shop, given.brand_id).stores;
	const associated = new Set(stocks[0]!.stores);
	return change(given, {
		isPossible: (store) => associated.has(store),
		reason: (store) => (ofBrand.has(store) ? '门店未关联该批次' : NO_STORE_OF_BRAND),
		apply: (stores) => {
			for (const { productCouponId, stockId } of stocks) {
				shop.disassociate(productCouponId, stockId, new Set(stores));
			}
		},
	});
}

const NO_STORE_OF_BRAND = '门店ID非法或不属于当前品牌';

/** Changes the stores that can be changed, each once, in the order of the request; lists the rest. */
function change(
	{ store_list }: GivenStores,
	{
		isPossible,
		reason,
		apply,
	}: {
		isPossible(store: string): boolean;
		reason(store: string): string;
		apply(stores: string[]): void;
	},
): JsonObject {
	const stores = [...new Set(store_list.map(({ store_id }) => store_id))];
	const success = stores.filter(isPossible);
	const failed = stores.filter((store) => !isPossible(store));
	apply(success);
	return {
		total_count: stores.length,
		success_store_list: presentIfAny(success.map((store_id) => ({ store_id }))),
		failed_store_list: presentIfAny(
			failed.map((store_id) => ({
				store_id,
				code: 'INVALID_REQUEST',
				message: reason(store_id),
			})),
		),
	};
}

const presentIfAny = <T,>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
