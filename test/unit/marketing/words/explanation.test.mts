import { describe, expect, test } from '@jest/globals';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import { KNOWN_REFUSALS } from '../../../../wechatpay/errorCodes.ts';
import { readRefusal, type Refusal } from '../../../../wechatpay/refusal.ts';

const explain = merchantWords.refusal;

const refused = (status: number, code = '', message = '', requestId = ''): Refusal => ({
	status,
	code,
	message,
	requestId,
});
const meaningOf = (refusal: Refusal): string => explain(refusal).meaning;

/**
 * Every row of the error tables of the endpoints' documentation pages, and of the pages about signatures,
 * each with what it must be understood as.
 */
const DOCUMENTED: [number, string, string, RegExp][] = [
	[400, 'ALREADY_EXISTS', '商品券已存在', /exists already/],
	[400, 'APPID_MCHID_NOT_MATCH', 'AppID与请求方商户无关联关系', /AppID is not bound/],
	[400, 'APPID_MCHID_NOT_MATCH', 'appid与mchid不匹配', /AppID is not bound/],
	[400, 'APPID_MCHID_NOT_MATCH', '商户号与appid不匹配', /AppID is not bound/],
	[429, 'FREQUENCY_LIMITED', '频率超限', /more calls than it allows/],
	[429, 'FREQUENCY_LIMITED', '频率限制', /more calls than it allows/],
	[429, 'FREQUENCY_LIMIT_EXCEED', '接口限频', /more calls than it allows/],
	[429, 'RATELIMIT_EXCEEDED', '请求超过接口频率限制', /more calls than it allows/],
	[400, 'INVALID_REQUEST', 'HTTP 请求不符合微信支付 APIv3 接口规则', /rules of the API/],
	[400, 'INVALID_REQUEST', 'openid与appID不匹配', /OpenID does not belong to the AppID/],
	[400, 'INVALID_REQUEST', '上传的自定义code已达上限', /uploaded codes/],
	[400, 'INVALID_REQUEST', '发券模式不合法', /way of sending/],
	[
		400,
		'INVALID_REQUEST',
		'只有 store_scope 为 SPECIFIC 的批次可以关联门店',
		/valid in all stores/,
	],
	[
		400,
		'INVALID_REQUEST',
		'只有 store_scope 为 SPECIFIC 的批次可以取消关联门店',
		/valid in all stores/,
	],
	[
		400,
		'INVALID_REQUEST',
		'只有 store_scope 为 SPECIFIC 的批次可以查询关联门店',
		/valid in all stores/,
	],
	[400, 'INVALID_REQUEST', '委托营销合作关系不存在', /no such partnership/],
	[400, 'INVALID_REQUEST', '已过期的批次不可关联门店', /stock has expired/],
	[400, 'INVALID_REQUEST', '已过期的批次不可取消关联门店', /stock has expired/],
	[400, 'INVALID_REQUEST', '已过期的批次不可查询关联门店', /stock has expired/],
	[400, 'INVALID_REQUEST', '活动已结束或未激活', /has ended or was not started/],
	[400, 'INVALID_REQUEST', '请求不符合业务规则', /rules .* of the business/],
	[400, 'INVALID_REQUEST', '请求参数符合参数格式,但不符合业务规则', /rules .* of the business/],
	[
		400,
		'INVALID_REQUEST',
		'门店ID非法或不属于当前品牌',
		/store is not valid or belongs to another brand/,
	],
	[400, 'INVALID_REQUEST', '非法的商户号', /merchant ID is not valid/],
	[400, 'INVALID_REQUEST', 'Http头缺少Accept或User-Agent', /User-Agent header/],
	[400, 'MCH_NOT_EXISTS', '商户号不合法', /merchant ID does not exist/],
	[400, 'MCH_NOT_EXISTS', '商户号不存在', /merchant ID does not exist/],
	[403, 'NOT_ENOUGH', '批次预算不足', /budget .* used up/],
	[404, 'NOT_FOUND', '未找到 product_coupon_id 对应的商品券', /no such product coupon/],
	[404, 'NOT_FOUND', '未找到 stock_id 对应的商品券批次', /no such stock/],
	[403, 'NO_AUTH', '商户未被授权', /not authorised/],
	[403, 'NO_AUTH', '无权限', /no permission for this/],
	[403, 'NO_AUTH', '缺少业务相关权限', /product coupons of this brand/],
	[400, 'PARAM_ERROR', 'appid必填', /AppID is missing/],
	[400, 'PARAM_ERROR', 'openid必填', /OpenID is missing/],
	[400, 'PARAM_ERROR', '券id必填', /coupon ID is missing/],
	[400, 'PARAM_ERROR', '参数错误', /parameter is missing or not valid/],
	[400, 'PARAM_ERROR', '商户号必填', /merchant ID is missing/],
	[400, 'PARAM_ERROR', '回调url不能为空', /notification address is missing/],
	[400, 'PARAM_ERROR', '回调商户不能为空', /merchant of the notification address/],
	[400, 'PARAM_ERROR', '图片文件为空', /image is empty/],
	[400, 'PARAM_ERROR', '批次号必填', /stock ID is missing/],
	[400, 'PARAM_ERROR', '输入时间格式错误', /time is not written/],
	[400, 'PARAM_ERROR', '非法的批次状态', /state of the stock/],
	[400, 'PARAM_ERROR', '页大小超过阈值', /More entries/],
	[400, 'PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误', /WeChat Pay Public Key ID/],
	[400, 'PARAM_ERROR', 'HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)', /Public Key ID/],
	[
		400,
		'PARAM_ERROR',
		'http header中的mchid与post payload中的mchid不匹配',
		/not that of the credential/,
	],
	[403, 'REQUEST_BLOCKED', '商户无权发券', /may not send coupons/],
	[403, 'REQUEST_BLOCKED', '图片meta信息不一致', /not the one that was announced/],
	[403, 'REQUEST_BLOCKED', '批次不支持跨商户发券', /not shared with others/],
	[403, 'REQUEST_BLOCKED', '未知图片类型', /not an image/],
	[403, 'REQUEST_BLOCKED', '用户被限领拦截', /as many coupons/],
	[403, 'REQUEST_BLOCKED', '签名信息不匹配', /signature of the upload/],
	[403, 'REQUEST_BLOCKED', '调用商户无权限', /does not let the merchant/],
	[400, 'RESOURCE_ALREADY_EXISTS', '批次已存在', /stock already exists/],
	[400, 'RESOURCE_ALREADY_EXISTS', '券已被其他订单核销', /used by another order/],
	[404, 'RESOURCE_NOT_EXISTS', '批次不存在', /no such stock/],
	[404, 'RESOURCE_NOT_EXISTS', '查询的资源不存在', /does not find/],
	[404, 'RESOURCE_NOT_EXISTS', '资源不存在或无可用', /not available/],
	[403, 'RULE_LIMIT', '券不在有效期内', /outside its validity/],
	[401, 'SIGN_ERROR', '验证不通过', /does not accept the signature/],
	[401, 'SIGN_ERROR', '签名错误', /does not accept the signature/],
	[401, 'SIGN_ERROR', '签名信息错误，验签失败', /does not accept the signature/],
	[401, 'SIGN_ERROR', '错误的签名，导致验签失败。', /does not accept the signature/],
	[
		401,
		'SIGN_ERROR',
		'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟',
		/time in the signature/,
	],
	[
		401,
		'SIGN_ERROR',
		'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》',
		/did not reach/,
	],
	[401, 'SIGN_ERROR', 'HTTP头Authorization认证类型不正确', /another kind of signature/],
	[401, 'SIGN_ERROR', '商户未设置APIv3密钥。', /no APIv3 key/],
	[401, 'SIGN_ERROR', '商户未申请过证书。', /no API certificate/],
	[401, 'SIGN_ERROR', '商户证书序列号有误。请使用签名私钥匹配的证书序列号', /serial number/],
	[401, 'SIGN_ERROR', '商户证书已过期。', /certificate has expired/],
	[401, 'SIGN_ERROR', '商户证书已作废。', /certificate was revoked/],
	[401, 'SIGN_ERROR', '已更换证书，请使用新证书', /replaced by another/],
	[400, 'SYSTEM_ERROR', '系统错误', /trouble on its side/],
	[500, 'SYSTEM_ERROR', '系统失败', /trouble on its side/],
	[500, 'SYSTEM_ERROR', '系统异常,请稍后重试', /trouble on its side/],
	[403, 'USER_ACCOUNT_ABNORMAL', '用户非法', /account is restricted/],
	[404, 'USER_NOT_EXISTS', 'OpenID不正确', /OpenID is not right/],
];

describe('every documented error', () => {
	test.each(DOCUMENTED)('%d %s %s', (status, code, message, meaning) => {
		const explanation = explain(refused(status, code, message));
		expect(explanation.meaning).toMatch(meaning);
		expect(explanation.meaning).toMatch(/^[A-Z][^\p{Script=Han}]*[^.]$/u);
		expect(explanation.remedy).toMatch(/^[A-Z][^\p{Script=Han}]*\.$/u);
	});

	test.each(DOCUMENTED)(
		'%d %s %s does not depend on the words around it',
		(status, code, message, meaning) => {
			const longer = refused(status, code, `微信支付：${message}（请核对）`);
			expect(meaningOf(longer)).toMatch(meaning);
		},
	);

	test('no code of the table is undocumented', () => {
		expect(new Set(DOCUMENTED.map(([, code]) => code))).toEqual(
			new Set(Object.keys(KNOWN_REFUSALS)),
		);
	});

	test.each([...new Set(DOCUMENTED.map(([, code]) => code))])('%s with other words', (code) => {
		expect(meaningOf(refused(400, code, 'something new'))).not.toMatch(/HTTP/);
		expect(meaningOf(refused(400, code, ''))).not.toMatch(/HTTP/);
	});

	test('the words of one code say nothing about another', () => {
		expect(meaningOf(refused(404, 'NOT_FOUND', '已过期的批次'))).not.toMatch(/expired/);
		expect(meaningOf(refused(400, 'PARAM_ERROR', 'stock_id'))).not.toMatch(/no such stock/);
	});
});

describe('the detail code of the Request-ID', () => {
	const requestId = '08E68E97CC0610DF0618AC86BCA80120082880CF05-268578704';
	const APPID = {
		meaning: 'The AppID is illegal',
		remedy: 'Bind the AppID to the brand or the provider first.',
	};

	test('says more than a code without known words, or than a status', () => {
		for (const [status, code] of [
			[400, 'INVALID_REQUEST'],
			[400, 'SOMETHING_NEW'],
			[502, ''],
		] as const) {
			expect(explain(refused(status, code, '', requestId))).toEqual(APPID);
		}
	});

	test('says less than known words, and says nothing beside them', () => {
		const known = explain(refused(400, 'INVALID_REQUEST', '已过期的批次'));
		expect(explain(refused(400, 'INVALID_REQUEST', '已过期的批次', requestId))).toEqual(known);
	});

	test('does not say again what the words of the message say', () => {
		const allStores = '08E68E97CC0610DF06-268578813';
		const { remedy } = explain(
			refused(
				400,
				'INVALID_REQUEST',
				'只有 store_scope 为 SPECIFIC 的批次可以取消关联门店',
				allStores,
			),
		);
		expect(remedy).toBe('Use a stock whose store_scope is SPECIFIC.');
	});

	test.each(['08E68E97CC-0', '08E68E97CC-1', '08E68E97CC', '', '268578704-', '08E-2685787040'])(
		'%j is none',
		(requestId) => {
			expect(meaningOf(refused(403, 'NO_AUTH', '无权限', requestId))).toMatch(/no permission/);
		},
	);
});

describe('answers without a known code', () => {
	test.each<[number, RegExp, RegExp]>([
		[429, /more calls than it allows/, /later/],
		[500, /not available at the moment \(HTTP 500\)/, /later/],
		[502, /not available at the moment \(HTTP 502\)/, /later/],
		[503, /not available at the moment \(HTTP 503\)/, /later/],
		[200, /^WeChat Pay refused this one$/, /Follow the message/],
		[300, /redirect \(HTTP 300\)/, /API Base URL/],
		[301, /redirect \(HTTP 301\)/, /API Base URL/],
		[302, /redirect \(HTTP 302\)/, /API Base URL/],
		[307, /redirect \(HTTP 307\)/, /API Base URL/],
		[400, /refused the call \(HTTP 400\)/, /Request-ID/],
		[404, /refused the call \(HTTP 404\)/, /Request-ID/],
		[413, /refused the call \(HTTP 413\)/, /Request-ID/],
	])('%d', (status, meaning, remedy) => {
		for (const code of ['', 'SOMETHING_NEW', 'constructor', '__proto__', 'toString']) {
			const explanation = explain(refused(status, code, '<html>', '08E68E97CC-0'));
			expect(explanation.meaning).toMatch(meaning);
			expect(explanation.remedy).toMatch(remedy);
		}
	});

	test.each([400, 403, 404])('%d without a Request-ID does not come from WeChat Pay', (status) => {
		const { meaning, remedy } = explain(refused(status, '', '<html>'));
		expect(meaning).toBe(`What answered is not the API of WeChat Pay (HTTP ${status})`);
		expect(remedy).toContain('API Base URL');
	});
});

describe('the object that a refusal is about', () => {
	const values = {
		brand_id: '120344',
		product_coupon_id: '987654321',
		stock_id: '123',
		store_id: '100000001',
		openid: undefined,
		appid: '',
	};

	test.each<[number, string, string, string]>([
		[
			404,
			'NOT_FOUND',
			'未找到 product_coupon_id 对应的商品券',
			'There is no product coupon 987654321 in this brand',
		],
		[
			404,
			'NOT_FOUND',
			'未找到 stock_id 对应的商品券批次',
			'There is no stock 123 in product coupon 987654321',
		],
		[
			400,
			'INVALID_REQUEST',
			'门店ID非法或不属于当前品牌',
			'Store 100000001 is not valid or belongs to another brand',
		],
		[
			403,
			'NO_AUTH',
			'缺少业务相关权限',
			'The merchant has no permission for product coupons of brand 120344',
		],
		[400, 'INVALID_REQUEST', 'openid与appID不匹配', 'The OpenID does not belong to the AppID'],
		[
			404,
			'RESOURCE_NOT_EXISTS',
			'查询的资源不存在',
			'WeChat Pay does not find what was asked for, or it is not available: brand_id 120344, product_coupon_id 987654321, stock_id 123, store_id 100000001',
		],
	])('%d %s %s is named', (status, code, message, meaning) => {
		expect(explain(refused(status, code, message), values).meaning).toBe(meaning);
	});

	test('a report that is not there is named by its day', () => {
		const refusal = refused(404, 'RESOURCE_NOT_EXISTS', '批次不存在');
		const ofReport = { stock_id: '123', bill_date: '2026-11-23' };
		expect(explain(refusal, ofReport).meaning).toBe(
			'There is no stock 123, or no report of it for 2026-11-23',
		);
		expect(explain(refusal, { stock_id: '123' }).meaning).toBe('There is no stock 123');
		const unknown = refused(404, 'NOT_FOUND', '账单不存在');
		expect(explain(unknown, ofReport).meaning).toContain('bill_date 2026-11-23');
	});

	test('is named by the detail code, too', () => {
		const refusal = refused(400, 'INVALID_REQUEST', '', '08E68E97CC-268577984');
		expect(explain(refusal, values).meaning).toBe('Stock 123 is not in the SENDING state');
		expect(explain(refusal).meaning).toBe('The stock is not in the SENDING state');
	});

	test('a value that looks like a place in the sentence stays what it is', () => {
		const odd = { stock_id: '{values}', product_coupon_id: '{the brand:brand_id} $& $1' };
		expect(explain(refused(404, 'NOT_FOUND', 'stock_id'), odd).meaning).toBe(
			'There is no stock {values} in product coupon {the brand:brand_id} $& $1',
		);
	});

	test('only its own values name it', () => {
		const refusal = refused(404, 'NOT_FOUND', 'stock_id');
		expect(explain(refusal, { brand_id: '1' })).toEqual({
			meaning: explain(refusal).meaning,
			remedy: 'Check the IDs (brand_id) and that they belong together.',
		});
	});
});

describe('the detail of a refusal', () => {
	const meaningOfBody = (status: number, body: object): string =>
		meaningOf(readRefusal(status, JSON.stringify(body), '08E68E97CC-0'));

	test('names field, value and issue', () => {
		const detail = {
			field: '/query/brand_id',
			value: '12O344',
			issue: '必须是数字',
			location: 'query',
		};
		expect(meaningOfBody(400, { code: 'PARAM_ERROR', message: '参数错误', detail })).toBe(
			'A parameter is missing or not valid: brand_id in the query is “12O344” (必须是数字)',
		);
	});

	test('says no more than there is', () => {
		const says = (detail: unknown) =>
			meaningOfBody(400, { code: 'PARAM_ERROR', message: '', detail }).replace(
				'A parameter is missing or not valid',
				'',
			);
		expect(says({ field: 'brand_id' })).toBe(': brand_id');
		expect(says({ field: '/amount/currency', location: 'body' })).toBe(
			': amount.currency in the body',
		);
		expect(says({ field: '/body/stores/0/id', location: 'body', value: 7 })).toBe(
			': stores.0.id in the body is “7”',
		);
		const longest = 'x'.repeat(64);
		expect(says({ field: 'remark', value: longest, issue: 'too long' })).toContain(longest);
		expect(says({ field: 'remark', value: 'x'.repeat(65), issue: 'too long' })).toBe(
			': remark (too long)',
		);
		expect(says({ issue: 'Currency code is invalid' })).toBe(': Currency code is invalid');
		for (const none of [undefined, null, {}, [], '', 'text', 7]) expect(says(none)).toBe('');
	});

	test('tells method and path that WeChat Pay saw of a signature, and nothing else of it', () => {
		const detail = {
			field: 'signature',
			value: 'hC8k'.repeat(86),
			detail: { issue: 'sign not match' },
			location: 'authorization',
			sign_information: {
				method: 'GET',
				url: '/payscore/user-service-state?service_id=500001&openid=oWm9Z5JQwgV7BKAQUeKsUMVSjTpQ',
				truncated_sign_message:
					'GET\n/payscore/user-service-state?service_id=500001\n1559194069\n18a427e78d2344e1a71156a2690cc4d6\n\n',
				sign_message_length: 157,
			},
		};
		const meaning = meaningOfBody(401, {
			code: 'SIGN_ERROR',
			message: '错误的签名，验签失败',
			detail,
		});
		expect(meaning).toBe(
			'WeChat Pay does not accept the signature of the request: what it saw is GET /payscore/user-service-state',
		);
	});

	test('never repeats what stands in a header', () => {
		for (const location of ['authorization', 'header']) {
			const detail = { field: 'signature', value: 'abc', issue: 'sign not match', location };
			expect(meaningOfBody(401, { code: 'SIGN_ERROR', message: '签名错误', detail })).toBe(
				'WeChat Pay does not accept the signature of the request',
			);
		}
	});
});

test.each([
	[refused(404), 'What answered is not the API of WeChat Pay (HTTP 404)'],
	[refused(404, 'NEVER_SEEN'), 'WeChat Pay refused the call (HTTP 404)'],
	[refused(404, '', '', 'request-1'), 'WeChat Pay refused the call (HTTP 404)'],
	[refused(200), 'WeChat Pay refused this one'],
])('who answered %j', (refusal, meaning) => {
	expect(meaningOf(refusal)).toBe(meaning);
});

describe('what identifies a person is shortened', () => {
	const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
	const told = (refusal: Refusal) =>
		explain(refusal, { openid, coupon_code: '71056245461', phone: '13812345678' }).meaning;

	test('as the value that it is about', () => {
		expect(told(refused(404, 'USER_NOT_EXISTS'))).toBe('OpenID oUpF8u…jWeS6o is not right');
	});

	test('among all values', () => {
		expect(told(refused(404, 'NOT_FOUND'))).toMatch(
			/: openid oUpF8u…jWeS6o, coupon_code 71056245461, phone 138…678$/,
		);
	});

	test('in what WeChat Pay adds', () => {
		const detail = {
			field: '/body/openid',
			value: '1234567890abcdef',
			issue: `用户${openid}不存在`,
			location: 'body',
		};
		expect(told({ ...refused(400, 'PARAM_ERROR'), detail })).toMatch(
			/: openid in the body is “12345…bcdef” \(用户oUpF8u…jWeS6o不存在\)$/,
		);
	});
});

describe('one code stands for several things', () => {
	test.each<[number, string, string, RegExp]>([
		[400, 'RESOURCE_ALREADY_EXISTS', '批次已存在', /^The stock already exists$/],
		[400, 'RESOURCE_ALREADY_EXISTS', '商户已存在', /^What was to be created exists already$/],
		[403, 'NOT_ENOUGH', '批次预算不足', /^The budget of the stock is used up$/],
		[403, 'NOT_ENOUGH', '商户余额不足', /^The balance of the merchant is not enough/],
		[403, 'NOT_ENOUGH', '账户资金不足', /^The balance of the merchant is not enough/],
		[403, 'NOT_ENOUGH', '数量不足', /^What is left is not enough/],
		[400, 'PARAM_ERROR', 'appid和openid不匹配', /^The OpenID does not belong to the AppID$/],
		[400, 'INVALID_REQUEST', '用户openid与AppID不匹配', /^The OpenID does not belong/],
		[400, '268578851', '券不存在', /^The user coupon does not exist$/],
		[400, '268697610', '活动不存在', /^WeChat Pay refused the call/],
	])('%d %s %s', (status, code, message, meaning) => {
		expect(meaningOf(refused(status, code, message))).toMatch(meaning);
	});
});

describe('advice names only what the call has', () => {
	test.each([
		refused(404, 'NOT_FOUND', 'stock_id 不存在'),
		refused(404, 'RESOURCE_NOT_EXISTS', '资源不存在', '08E68E97CC-268578608'),
	])('$code $requestId of a merchant coupon', (refusal) => {
		const { meaning, remedy } = explain(refusal, { stock_id: '1234567', coupon_code: '7' });
		expect(remedy).toBe('Check the IDs (stock_id, coupon_code) and that they belong together.');
		expect(meaning + remedy).not.toMatch(/product.coupon|brand/i);
	});

	test('a stock of another kind is looked for elsewhere', () => {
		const { remedy } = explain(refused(404, 'RESOURCE_NOT_EXISTS', '批次不存在'));
		expect(remedy).toContain('Product coupons, merchant coupons and cash coupons have operations');
	});
});
