import { productCoupons } from '../test/simulator/shopData/productCoupons.mts';
import { FIRST_STORES, storeIds } from '../test/simulator/shop.mts';

interface Call {
	query: URLSearchParams;
	body: Buffer;
	/** how many stores every stock has */
	stores: number;
}

type Work = (call: Call) => object;

const STOCK = '/v3/marketing/partner/product-coupon/product-coupons/[^/]+/stocks/[^/]+';

const getProductCoupon: Work = () => productCoupons[0]!;

/** The token is the number of stores before the page. */
const listStores: Work = ({ query, stores }) => {
	const before = Number(query.get('page_token') ?? 0);
	const after = Math.min(stores, before + Number(query.get('page_size') ?? 20));
	const ids = storeIds(String(Number(FIRST_STORES.coffee) + before), after - before);
	return {
		total_count: before === 0 ? stores : undefined,
		store_list: ids.map((store_id) => ({ store_id })),
		next_page_token: after < stores ? String(after) : undefined,
	};
};

/** Every store is taken off, and can be taken off again by the next client that is measured. */
const disassociateStores: Work = ({ body }) => {
	const { store_list } = JSON.parse(body.toString()) as { store_list: object[] };
	return { total_count: store_list.length, success_store_list: store_list };
};

const endpoints: { method: string; path: RegExp; work: Work }[] = [
	{ method: 'GET', path: new RegExp(`^${STOCK}/associated-stores$`), work: listStores },
	{ method: 'POST', path: new RegExp(`^${STOCK}/disassociate-stores$`), work: disassociateStores },
	{ method: 'GET', path: /\/product-coupons\/[^/]+$/, work: getProductCoupon },
];

/** What an endpoint does; undefined when there is none. */
export function workFor(method: string, path: string): Work | undefined {
	return endpoints.find((endpoint) => endpoint.method === method && endpoint.path.test(path))?.work;
}
