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

const USER_COUPON = {
	coupon_code: '930000000001',
	coupon_state: 'CONFIRMING',
	valid_begin_time: '2026-12-01T00:00:00+08:00',
	valid_end_time: '2026-12-31T23:59:59+08:00',
	receive_time: '2026-11-25T12:00:00+08:00',
};

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

/** The same coupon for everybody, so that signing answers takes nothing from the clients. */
const sendCoupon: Work = () => USER_COUPON;

const endpoints: { method: string; path: RegExp; work: Work }[] = [
	{ method: 'GET', path: new RegExp(`^${STOCK}/associated-stores$`), work: listStores },
	{ method: 'POST', path: new RegExp(`^${STOCK}/disassociate-stores$`), work: disassociateStores },
	{ method: 'POST', path: /\/product-coupon\/users\/[^/]+\/coupons$/, work: sendCoupon },
	{ method: 'GET', path: /\/product-coupons\/[^/]+$/, work: getProductCoupon },
];

/** What an endpoint does; undefined when there is none. */
export function workFor(method: string, path: string): Work | undefined {
	return endpoints.find((endpoint) => endpoint.method === method && endpoint.path.test(path))?.work;
}
