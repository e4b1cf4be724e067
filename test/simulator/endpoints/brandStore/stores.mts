import { type JsonObject } from '../../json.mts';
import { brandStoreNotFound, breaksRule } from '../../refusals.mts';
import { type BrandStore, type Shop, type StoreRecipient } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { RECIPIENT } from '../../shopData/brandStores.mts';
import { authorisedBrand } from '../productCoupon/found.mts';

type StoreIds = Pick<BrandStore, 'brand_id' | 'store_id'>;

/** The store, if it is the brand's. */
function storeOf(shop: Shop, { brand_id, store_id }: StoreIds): Readonly<BrandStore> {
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

type Details = Pick<BrandStore, 'store_basics' | 'store_address' | 'store_business'>;

/** 创建品牌门店. It is looked over later. */
export const createBrandStore: Handler = ({ body, shop }) => {
	const given = body as Details & { brand_id: string };
	authorisedBrand(shop, given.brand_id);
	const store: BrandStore = {
		...given,
		store_id: shop.newId(900_000_001),
		store_state: 'CREATING',
		audit_state: 'PROCESSING',
	};
	shop.addBrandStore(store);
	return store;
};

/** What changes at once. */
const FREE_OF_AUDIT = ['store_basics.store_reference_id', 'store_business.service_phone'];

function isFreeOfAudit(given: Details): boolean {
	return Object.entries(given).every(([group, members]) =>
		Object.keys(members).every((name) => FREE_OF_AUDIT.includes(`${group}.${name}`)),
	);
}

/** 更新品牌门店 */
export const updateBrandStore: Handler = (call) => {
	const store = storeOf(call.shop, valuesOf<StoreIds>(call));
	const { store_basics, store_address, store_business } = call.body as Details;
	const given: Details = JSON.parse(
		JSON.stringify({ store_basics, store_address, store_business }),
	) as Details;
	const changed: BrandStore = {
		...store,
		store_basics: { ...store.store_basics, ...store_basics },
		store_address: store_address ?? store.store_address,
		store_business: { ...store.store_business, ...store_business },
		audit_state: isFreeOfAudit(given) ? store.audit_state : 'PROCESSING',
	};
	call.shop.addBrandStore(changed);
	return changed;
};

/** 删除品牌门店. Nothing but the status 204 is answered. */
export const deleteBrandStore: Handler = (call) => {
	call.shop.removeBrandStore(storeOf(call.shop, valuesOf<StoreIds>(call)));
	return {};
};

function changedState(from: BrandStore['store_state'], to: BrandStore['store_state']): Handler {
	return (call) => {
		const store = storeOf(call.shop, valuesOf<StoreIds>(call));
		if (store.store_state !== from) throw breaksRule('门店状态不支持此操作');
		call.shop.addBrandStore({ ...store, store_state: to });
		return { brand_id: store.brand_id, store_id: store.store_id, store_state: to };
	};
}

/** 暂停门店营业 */
export const closeBrandStore = changedState('OPEN', 'CLOSED');

/** 恢复门店营业 */
export const reopenBrandStore = changedState('CLOSED', 'OPEN');

const MOST_RECIPIENTS = 3;

/** 绑定收款商户号. Its administrator has to agree. */
export const bindRecipient: Handler = (call) => {
	const { mchid, company_name, ...ids } = valuesOf<StoreIds & StoreRecipient>(call);
	const store = storeOf(call.shop, ids);
	const { store_recipient: recipients = [] } = store;
	if (mchid === RECIPIENT.mchid && company_name !== RECIPIENT.company_name) {
		throw breaksRule('收款商户号与收款主体不一致');
	}
	if (recipients.some((one) => one.mchid === mchid)) throw breaksRule('收款商户号已绑定');
	if (recipients.length === MOST_RECIPIENTS) throw breaksRule('收款商户号最多绑定三个');
	const recipient: StoreRecipient = { mchid, company_name, recipient_state: 'CONFIRMING' };
	call.shop.addBrandStore({ ...store, store_recipient: [...recipients, recipient] });
	return { ...ids, ...recipient };
};

/** 解绑收款商户号. A refusal is an answer with status 200. */
export const unbindRecipient: Handler = (call): JsonObject => {
	const { mchid, ...ids } = valuesOf<StoreIds & { mchid: string }>(call);
	const store = storeOf(call.shop, ids);
	const { store_recipient: recipients = [] } = store;
	const isBound = recipients.some(
		(one) => one.mchid === mchid && one.recipient_state === 'CONFIRMED',
	);
	if (!isBound) return { failed_reason: '收款商户号未绑定' };
	const left = recipients.filter((one) => one.mchid !== mchid);
	call.shop.addBrandStore({ ...store, store_recipient: left });
	return {};
};
