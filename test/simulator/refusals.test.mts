import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, type Draft, type Received } from './client.mts';
import { type JsonValue, type Simulator, startSimulator } from './index.mts';
import {
	BRANDS,
	MERCHANT_COUPON_STOCKS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	STOCKS,
} from './shop.mts';
import {
	merchantCouponStockPath,
	partnershipsUrl,
	productCouponPath,
	stocksPath,
	storesPath,
	withQuery,
} from './urls.mts';

const { effective, manyStocks, noodlesEffective } = PRODUCT_COUPONS;
const brand_id = BRANDS.coffee;
const many = PARTNERSHIP_STOCKS.many;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const get = (url: string, headers?: Draft['headers']) => call(simulator, { url, headers });
const post = (url: string, body: string | Buffer, headers?: Draft['headers']) =>
	call(simulator, { method: 'POST', url, body, headers });

const couponUrl = (query: Record<string, unknown>, id: string = effective) =>
	withQuery(productCouponPath(id), query);
const listUrl = (query: Record<string, unknown>, stock: string = STOCKS.manyStores) =>
	withQuery(storesPath(effective, stock, 'associated-stores'), query);
const stocksUrl = (query: Record<string, unknown>, id: string = manyStocks) =>
	withQuery(stocksPath(id), query);
const disassociatePath = (stock: string = STOCKS.manyStores) =>
	storesPath(effective, stock, 'disassociate-stores');

interface Expected {
	status: number;
	code: string;
	message?: string;
	detailCode?: number;
}

function expectRefusal(
	answer: Received,
	{ status, code, message, detailCode = 0 }: Expected,
): void {
	expect(answer.json).toMatchObject({ code, ...(message && { message }) });
	expect(answer.status).toBe(status);
	expect(answer.headers['request-id']).toMatch(new RegExp(`^[0-9A-F]{40}-${detailCode}$`));
	expect(answer.headers).not.toHaveProperty('wechatpay-signature');
	expect(simulator.requests.at(-1)).toMatchObject({ signature: 'valid', status, code });
}

function expectParamError(
	answer: Received,
	field: string,
	location: string,
	issue?: string,
	detailCode = 268435461,
): void {
	expectRefusal(answer, { status: 400, code: 'PARAM_ERROR', detailCode });
	expect(answer.json['detail']).toMatchObject({ field, location, ...(issue && { issue }) });
}

describe('headers', () => {
	const url = merchantCouponStockPath(MERCHANT_COUPON_STOCKS.normal);

	test.each(['User-Agent', 'Accept'])('no %s, even before the signature', async (name) => {
		const absent = {
			status: 400,
			code: 'INVALID_REQUEST',
			message: 'Http头缺少Accept或User-Agent',
		};
		expectRefusal(await get(url, { [name]: undefined }), absent);
		const unsigned = await get(url, { [name]: undefined, Authorization: undefined });
		expect(unsigned.json).toMatchObject({ code: 'INVALID_REQUEST' });
	});

	test("a key of WeChat Pay that is not the merchant's", async () => {
		expectRefusal(await get(url, { 'Wechatpay-Serial': 'PUB_KEY_ID_1' }), {
			status: 400,
			code: 'PARAM_ERROR',
			message: '平台证书序列号Wechatpay-Serial错误',
		});
		const { publicKeyId } = simulator.credential;
		expect((await get(url, { 'Wechatpay-Serial': publicKeyId })).status).toBe(200);
	});

	test.each(['text/html', 'application/json;q=0', 'image/*'])('Accept: %s', async (Accept) => {
		expectParamError(await get(url, { Accept }), '/header/Accept', 'header');
	});

	test.each(['*/*', 'application/*', 'text/html, Application/JSON; q=0.5'])(
		'Accept: %s is fine',
		async (Accept) => {
			expect((await get(url, { Accept })).status).toBe(200);
		},
	);

	test.each([undefined, 'text/plain', 'nonsense'])('Content-Type: %s', async (type) => {
		const answer = await post(disassociatePath(), '{}', { 'Content-Type': type });
		expectParamError(answer, '/header/Content-Type', 'header');
	});
});

/** The path of a value of the query, `authorized_data.stock_id` for a member of a JSON value. */
const inQuery = (name: string) => `/query/${name.replaceAll('.', '/')}`;

describe('query', () => {
	test.each([
		['couponUrl', couponUrl({}), 'brand_id', '此字段为必填项'],
		['couponUrl', couponUrl({ brand_id, page_size: 1 }), 'page_size', '不是此接口的参数'],
		['couponUrl', `${couponUrl({ brand_id })}&brand_id=1`, 'brand_id', '重复'],
		['couponUrl', `${couponUrl({})}?brand_id=%E4%B8`, '%E4%B8', '百分号编码错误'],
		['listUrl', listUrl({}), 'brand_id', '此字段为必填项'],
		['listUrl', listUrl({ brand_id, offset: 0 }), 'offset', '不是此接口的参数'],
		[
			'listUrl',
			listUrl({ brand_id, page_size: '1.5' }),
			'page_size',
			'此字段需要一个合法的 64 位有符号整数',
		],
		[
			'listUrl',
			listUrl({ brand_id, page_size: '1e2' }),
			'page_size',
			'此字段需要一个合法的 64 位有符号整数',
		],
		[
			'listUrl',
			listUrl({ brand_id, page_size: 'all' }),
			'page_size',
			'此字段需要一个合法的 64 位有符号整数',
		],
		[
			'listUrl',
			listUrl({ brand_id, page_token: 'nonsense' }),
			'page_token',
			'不是此列表的分页Token',
		],
		['stocksUrl', stocksUrl({}), 'brand_id', '此字段为必填项'],
		['stocksUrl', stocksUrl({ brand_id, offset: 0 }), 'offset', '不是此接口的参数'],
		[
			'stocksUrl',
			stocksUrl({ brand_id, page_size: '1.5' }),
			'page_size',
			'此字段需要一个合法的 64 位有符号整数',
		],
		[
			'stocksUrl',
			stocksUrl({ brand_id, page_size: 'all' }),
			'page_size',
			'此字段需要一个合法的 64 位有符号整数',
		],
		[
			'stocksUrl',
			stocksUrl({ brand_id, state: 'EXPIRED' }),
			'state',
			'可选取值：AUDITING、SENDING、PAUSED、STOPPED、DEACTIVATED',
		],
		[
			'stocksUrl',
			stocksUrl({ brand_id, state: '' }),
			'state',
			'可选取值：AUDITING、SENDING、PAUSED、STOPPED、DEACTIVATED',
		],
		[
			'stocksUrl',
			stocksUrl({ brand_id, state: 'sending' }),
			'state',
			'可选取值：AUDITING、SENDING、PAUSED、STOPPED、DEACTIVATED',
		],
		[
			'stocksUrl',
			stocksUrl({ brand_id, page_token: 'nonsense' }),
			'page_token',
			'不是此列表的分页Token',
		],
		['stocksUrl', `${stocksUrl({ brand_id })}&brand_id=1`, 'brand_id', '重复'],
		['stock', `${merchantCouponStockPath('100088')}?brand_id=1`, 'brand_id', '不是此接口的参数'],
		['partnerships', partnershipsUrl({}), 'authorized_data', '此字段为必填项'],
		['partnerships', partnershipsUrl({ authorized_data: many, a: 1 }), 'a', '不是此接口的参数'],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: 'x' }),
			'authorized_data',
			'此字段需要一个 object 类型的 Json 值',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: [many] }),
			'authorized_data',
			'此字段需要一个 object 类型的 Json 值',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: '"text"' }),
			'authorized_data',
			'此字段需要一个 object 类型的 Json 值',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: many, limit: 'x' }),
			'limit',
			'此字段需要一个合法的 64 位有符号整数',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: { ...many, x: 1 } }),
			'authorized_data.x',
			'不是此接口的参数',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: { business_type: 'FAVOR_STOCK' } }),
			'authorized_data.stock_id',
			'此字段为必填项',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: { ...many, stock_id: 2433405 } }),
			'authorized_data.stock_id',
			'此字段需要一个 string 类型的 Json 值',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: { ...many, business_type: 'COUPON' } }),
			'authorized_data.business_type',
			'可选取值：FAVOR_STOCK、BUSIFAVOR_STOCK',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: many, partner: 'x' }),
			'partner',
			'此字段需要一个 object 类型的 Json 值',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: many, partner: {} }),
			'partner.type',
			'此字段为必填项',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: many, partner: { type: 'USER' } }),
			'partner.type',
			'可选取值：APPID、MERCHANT',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: many, partner: { type: 'APPID', merchant_id: '1' } }),
			'partner.appid',
			'此字段为必填项',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: many, partner: { type: 'MERCHANT', appid: 'wx' } }),
			'partner.merchant_id',
			'此字段为必填项',
		],
		[
			'partnerships',
			partnershipsUrl({ authorized_data: many, partner: { type: 'APPID', appid: 'wx', id: '' } }),
			'partner.id',
			'不是此接口的参数',
		],
	])('%s: %s: %s %s', async (_, url, field, issue) => {
		expectParamError(await get(url), inQuery(field), 'query', issue);
	});

	test.each([
		['empty', couponUrl({ brand_id: '' }), 'brand_id', 268435463],
		['too small', listUrl({ brand_id, page_size: 0 }), 'page_size', 268435464],
		['negative', listUrl({ brand_id, page_size: -1 }), 'page_size', 268435464],
		['too large', listUrl({ brand_id, page_size: 201 }), 'page_size', 268435464],
		['empty', stocksUrl({ brand_id: '' }), 'brand_id', 268435463],
		['too small', stocksUrl({ brand_id, page_size: 0 }), 'page_size', 268435464],
		['too large', stocksUrl({ brand_id, page_size: 51 }), 'page_size', 268435464],
		['too small', partnershipsUrl({ authorized_data: many, limit: 0 }), 'limit', 268435464],
		['too large', partnershipsUrl({ authorized_data: many, limit: 51 }), 'limit', 268435464],
		['negative', partnershipsUrl({ authorized_data: many, offset: -1 }), 'offset', 268435464],
		[
			'too long',
			partnershipsUrl({ authorized_data: { ...many, stock_id: '1'.repeat(21) } }),
			'authorized_data.stock_id',
			268435462,
		],
		[
			'too long',
			partnershipsUrl({ authorized_data: many, partner: { type: 'APPID', appid: 'x'.repeat(33) } }),
			'partner.appid',
			268435462,
		],
		[
			'too long',
			partnershipsUrl({
				authorized_data: many,
				partner: { type: 'MERCHANT', merchant_id: '1'.repeat(16) },
			}),
			'partner.merchant_id',
			268435462,
		],
	])('%s: %s', async (_, url, field, detailCode) => {
		expectParamError(await get(url), inQuery(field), 'query', undefined, detailCode);
	});

	test('a page token of another stock', async () => {
		const { json } = await get(listUrl({ brand_id, page_size: 1 }, STOCKS.stores201));
		const page_token = json['next_page_token'];
		const answer = await get(listUrl({ brand_id, page_token }));
		expectParamError(answer, '/query/page_token', 'query');
	});

	test('a page token of another product coupon, or of the stores of a stock', async () => {
		const { json: stocks } = await get(stocksUrl({ brand_id, page_size: 1 }, effective));
		const { json: stores } = await get(listUrl({ brand_id, page_size: 1 }));
		for (const page_token of [stocks['next_page_token'], stores['next_page_token']]) {
			expect(page_token).toEqual(expect.any(String));
			const answer = await get(stocksUrl({ brand_id, page_token }));
			expectParamError(answer, '/query/page_token', 'query');
		}
	});
});

describe('path', () => {
	test('bad escapes in an ID', async () => {
		const answer = await get(`${productCouponPath('')}%E4%B8?brand_id=${brand_id}`);
		expectParamError(answer, '/uri_template/product_coupon_id', 'uri_template', '百分号编码错误');
		const stocks = await get(`${productCouponPath('')}%E4%B8/stocks?brand_id=${brand_id}`);
		expectParamError(stocks, '/uri_template/product_coupon_id', 'uri_template', '百分号编码错误');
	});

	test.each([
		'/',
		'/v3/marketing',
		`${productCouponPath(effective)}/`,
		`${stocksPath(effective)}/`,
		stocksPath(''),
		productCouponPath(''),
		'/v3//certificates',
		'/V3/certificates',
	])('unknown: %s', async (url) => {
		expectRefusal(await get(url), { status: 404, code: 'NOT_FOUND', message: '请求的URL不存在' });
	});

	test('a known path with another method', async () => {
		const answer = await call(simulator, { method: 'DELETE', url: disassociatePath() });
		expectRefusal(answer, { status: 404, code: 'NOT_FOUND' });
	});
});

describe('body', () => {
	const stores = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ store_id: String(100000001 + index) }));
	const send = (members: Record<string, JsonValue>) =>
		post(disassociatePath(), JSON.stringify({ brand_id, store_list: stores(1), ...members }));

	test.each([
		['no body', '', '不是合法的JSON'],
		['half a JSON text', '{"store_list":', '不是合法的JSON'],
		['an array', '[]', '类型应为object'],
		['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), '不是合法的UTF-8'],
	])('%s', async (_, body, issue) => {
		expectParamError(await post(disassociatePath(), body), '/body', 'body', issue);
	});

	test('members missing', async () => {
		const only = (members: object) => post(disassociatePath(), JSON.stringify(members));
		expectParamError(
			await only({ store_list: stores(1) }),
			'/body/brand_id',
			'body',
			'此字段为必填项',
		);
		expectParamError(await only({ brand_id }), '/body/store_list', 'body', '此字段为必填项');
	});

	test.each<[string, Record<string, JsonValue>, string, string]>([
		['an unknown member', { a: 1 }, '/a', '不是此接口的参数'],
		[
			'brand_id as a number',
			{ brand_id: 120344 },
			'/brand_id',
			'此字段需要一个 string 类型的 Json 值',
		],
		['brand_id null', { brand_id: null }, '/brand_id', '此字段需要一个 string 类型的 Json 值'],
		[
			'stores as an object',
			{ store_list: { store_id: '1' } },
			'/store_list',
			'此字段需要一个 array 类型的 Json 值',
		],
		[
			'a store as a string',
			{ store_list: ['1'] },
			'/store_list/0',
			'此字段需要一个 object 类型的 Json 值',
		],
		[
			'a store without ID',
			{ store_list: [...stores(1), {}] },
			'/store_list/1/store_id',
			'此字段为必填项',
		],
		[
			'a store ID as a number',
			{ store_list: [{ store_id: 1 }] },
			'/store_list/0/store_id',
			'此字段需要一个 string 类型的 Json 值',
		],
		[
			'an unknown member of a store',
			{ store_list: [{ store_id: '1', name: 'x' }] },
			'/store_list/0/name',
			'不是此接口的参数',
		],
	])('%s', async (_, members, field, issue) => {
		expectParamError(await send(members), `/body${field}`, 'body', issue);
	});

	test.each<[string, Record<string, JsonValue>, string, number]>([
		['no stores', { store_list: [] }, '/store_list', 268435463],
		['201 stores', { store_list: stores(201) }, '/store_list', 268435462],
		[
			'201 times one store',
			{ store_list: Array(201).fill(stores(1)[0]) },
			'/store_list',
			268435462,
		],
		['an empty store ID', { store_list: [{ store_id: '' }] }, '/store_list/0/store_id', 268435463],
	])('%s', async (_, members, field, detailCode) => {
		expectParamError(await send(members), `/body${field}`, 'body', undefined, detailCode);
		const { manyStores } = STOCKS;
		expect(simulator.shop.associatedStores(effective, manyStores)).toHaveLength(3000);
	});

	test('a query where there is none', async () => {
		const body = JSON.stringify({ brand_id, store_list: stores(1) });
		const answer = await post(`${disassociatePath()}?brand_id=1`, body);
		expectParamError(answer, '/query/brand_id', 'query');
	});

	test('echo needs the header Wechatpay-Serial', async () => {
		const body = '{"echo_message":"你好"}';
		const url = '/v3/security/echo';
		expectRefusal(await post(url, body), {
			status: 400,
			code: 'PARAM_ERROR',
			message: 'HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)',
		});
	});
});

describe('the texts of the pages', () => {
	const noAuth = {
		status: 403,
		code: 'NO_AUTH',
		message: '缺少业务相关权限',
		detailCode: 268579803,
	};
	const notFound = { status: 404, code: 'NOT_FOUND', detailCode: 268578608 };
	const couponNotFound = { ...notFound, message: '未找到 product_coupon_id 对应的商品券' };
	const stockNotFound = { ...notFound, message: '未找到 stock_id 对应的商品券批次' };
	const invalid = { status: 400, code: 'INVALID_REQUEST' };
	const absent = { status: 404, code: 'RESOURCE_NOT_EXISTS', detailCode: 268578608 };
	const disassociate = (stock: string, brand: string = brand_id, coupon: string = effective) =>
		post(
			storesPath(coupon, stock, 'disassociate-stores'),
			JSON.stringify({ brand_id: brand, store_list: [{ store_id: '100000001' }] }),
		);
	const list = (stock: string, brand: string = brand_id, coupon: string = effective) =>
		get(withQuery(storesPath(coupon, stock, 'associated-stores'), { brand_id: brand }));

	test.each([BRANDS.unauthorised, '999999'])('brand %s', async (brand) => {
		expectRefusal(await get(couponUrl({ brand_id: brand })), noAuth);
		expectRefusal(await get(stocksUrl({ brand_id: brand })), noAuth);
		expectRefusal(await list(STOCKS.manyStores, brand), noAuth);
		expectRefusal(await disassociate(STOCKS.manyStores, brand), noAuth);
	});

	test.each([noodlesEffective, '299999999'])('product coupon %s', async (coupon) => {
		expectRefusal(await get(couponUrl({ brand_id }, coupon)), couponNotFound);
		expectRefusal(await get(stocksUrl({ brand_id }, coupon)), couponNotFound);
		expectRefusal(await list(STOCKS.manyStores, brand_id, coupon), couponNotFound);
		expectRefusal(await disassociate(STOCKS.manyStores, brand_id, coupon), couponNotFound);
	});

	test.each([STOCKS.ofDiscount, '199999999'])('stock %s', async (stock) => {
		expectRefusal(await list(stock), stockNotFound);
		expectRefusal(await disassociate(stock), stockNotFound);
	});

	test('a stock valid in all stores', async () => {
		const allStores = { ...invalid, detailCode: 268578813 };
		expectRefusal(await list(STOCKS.allStores), {
			...allStores,
			message: '只有 store_scope 为 SPECIFIC 的批次可以查询关联门店',
		});
		expectRefusal(await disassociate(STOCKS.allStores), {
			...allStores,
			message: '只有 store_scope 为 SPECIFIC 的批次可以取消关联门店',
		});
	});

	test('an expired stock', async () => {
		const listed = await list(STOCKS.expired);
		expectRefusal(listed, { ...invalid, message: '已过期的批次不可查询关联门店' });
		const disassociated = await disassociate(STOCKS.expired);
		expectRefusal(disassociated, { ...invalid, message: '已过期的批次不可取消关联门店' });
	});

	test('merchant coupon stocks', async () => {
		const unknown = await get(merchantCouponStockPath('1'));
		expectRefusal(unknown, { ...absent, message: '查询的资源不存在' });
		const foreign = await get(merchantCouponStockPath(MERCHANT_COUPON_STOCKS.foreign));
		expectRefusal(foreign, { status: 403, code: 'NO_AUTH', message: '无权限' });
	});

	test('partnerships', async () => {
		const none = { ...invalid, message: '委托营销合作关系不存在' };
		const unknown = { ...absent, message: '资源不存在或无可用' };
		const ask = (query: Record<string, unknown>) => get(partnershipsUrl(query));
		expectRefusal(await ask({ authorized_data: PARTNERSHIP_STOCKS.none }), none);
		const stranger = { type: 'APPID', appid: 'wxstranger' };
		expectRefusal(await ask({ authorized_data: many, partner: stranger }), none);
		expectRefusal(await ask({ authorized_data: { ...many, stock_id: '1' } }), unknown);
		const otherType = { ...many, business_type: 'BUSIFAVOR_STOCK' };
		expectRefusal(await ask({ authorized_data: otherType }), unknown);
	});

	test('platform certificates', async () => {
		expectRefusal(await get('/v3/certificates'), {
			status: 404,
			code: 'RESOURCE_NOT_EXISTS',
			message: '无可用的平台证书',
		});
	});
});
