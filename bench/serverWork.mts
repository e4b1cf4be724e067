import { hashOf } from '../test/simulator/files/reportFiles.mts';
import { productCoupons } from '../test/simulator/shopData/productCoupons.mts';
import { BRANDS, FIRST_STORES, type ReportFile, storeIds } from '../test/simulator/shop.mts';
import { reportOfSize } from './targets.mts';

interface Call {
	path: string;
	query: URLSearchParams;
	body: Buffer;
	/** how many stores every stock has */
	stores: number;
	/** the address under which a file can be had */
	offer(file: ReportFile): string;
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

/** The number that the chain has given the store at this place of its list, the first being 0. */
export const ownNumberAt = (place: number): string => String(place + 1).padStart(6, '0');

const listBrandStores: Work = ({ query, stores }) => {
	const offset = Number(query.get('offset') ?? 0);
	const limit = Math.min(stores - offset, Number(query.get('limit') ?? 20));
	const ids = storeIds(String(Number(FIRST_STORES.coffee) + offset), limit);
	const data = ids.map((store_id, index) => ({
		brand_id: BRANDS.coffee,
		store_id,
		store_state: 'OPEN',
		store_basics: { store_reference_id: ownNumberAt(offset + index) },
	}));
	return { brand_id: BRANDS.coffee, offset, limit, total_count: stores, data };
};

/** Every store is put on or taken off, and can be again by the next client that is measured. */
const changeStores: Work = ({ body }) => {
	const { store_list } = JSON.parse(body.toString()) as { store_list: object[] };
	return { total_count: store_list.length, success_store_list: store_list };
};

/** The same coupon for everybody, so that signing answers takes nothing from the clients. */
const sendCoupon: Work = () => USER_COUPON;

const offered = new Map<string, { file: ReportFile; hash: string }>();

/** The ID of a stock is the size of its report in MB. */
const getUseReport: Work = ({ path, offer }) => {
	const size = path.split('/').at(-2)!;
	let found = offered.get(size);
	if (!found) {
		const file = reportOfSize(Number(size));
		found = { file, hash: hashOf(file, 'sha1') };
		offered.set(size, found);
	}
	return { url: offer(found.file), hash_type: 'SHA1', hash_value: found.hash };
};

const uploadImage: Work = () => ({ media_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/1/0' });

interface Endpoint {
	method: string;
	path: RegExp;
	work: Work;
	/** calls within any second, where WeChat Pay takes fewer than of the others */
	quotaPerSecond?: number;
}

const endpoints: Endpoint[] = [
	{ method: 'GET', path: /\/brandstores$/, work: listBrandStores, quotaPerSecond: 5 },
	{ method: 'GET', path: new RegExp(`^${STOCK}/associated-stores$`), work: listStores },
	{ method: 'POST', path: new RegExp(`^${STOCK}/disassociate-stores$`), work: changeStores },
	{ method: 'POST', path: new RegExp(`^${STOCK}/associate-stores$`), work: changeStores },
	{ method: 'GET', path: /^\/v3\/marketing\/favor\/stocks\/\d+\/use-flow$/, work: getUseReport },
	{ method: 'POST', path: /\/media\/image-upload$/, work: uploadImage },
	{ method: 'POST', path: /\/product-coupon\/users\/[^/]+\/coupons$/, work: sendCoupon },
	{ method: 'GET', path: /\/product-coupons\/[^/]+$/, work: getProductCoupon },
];

/** The endpoint of a call; undefined when there is none. */
export function endpointFor(method: string, path: string): Endpoint | undefined {
	return endpoints.find((endpoint) => endpoint.method === method && endpoint.path.test(path));
}
