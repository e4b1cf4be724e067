import { describe, expect, test } from '@jest/globals';
import { explain, type Refusal } from '../../wechatpay/errorCodes.ts';

const refused = (status: number, code = '', message = '', requestId = ''): Refusal => ({
	status,
	code,
	message,
	requestId,
});
const meaningOf = (refusal: Refusal): string => explain(refusal).meaning;

/** Every row of the error tables of the five documentation pages, and what it must be understood as. */
const DOCUMENTED: [number, string, string, RegExp][] = [
	[400, 'PARAM_ERROR', '参数错误', /parameter/i],
	[400, 'INVALID_REQUEST', 'HTTP 请求不符合微信支付 APIv3 接口规则', /rules of the API/],
	[400, 'INVALID_REQUEST', '请求参数符合参数格式，但不符合业务规则', /rules .* of the business/],
	[400, 'INVALID_REQUEST', '已过期的批次不可查询关联门店', /stock has expired/],
	[400, 'INVALID_REQUEST', '已过期的批次不可取消关联门店', /stock has expired/],
	[
		400,
		'INVALID_REQUEST',
		'只有 store_scope 为 SPECIFIC 的批次可以查询关联门店',
		/valid in all stores/,
	],
	[
		400,
		'INVALID_REQUEST',
		'只有 store_scope 为 SPECIFIC 的批次可以取消关联门店',
		/valid in all stores/,
	],
	[400, 'INVALID_REQUEST', '门店ID非法或不属于当前品牌', /store belongs to another brand/],
	[400, 'INVALID_REQUEST', '委托营销合作关系不存在', /no such partnership/],
	[400, 'INVALID_REQUEST', '发券模式不合法', /way of sending/],
	[400, 'INVALID_REQUEST', '上传的自定义code已达上限', /uploaded codes/],
	[400, 'APPID_MCHID_NOT_MATCH', 'appid与mchid不匹配', /AppID is not bound/],
	[400, 'APPID_MCHID_NOT_MATCH', 'AppID与请求方商户无关联关系', /AppID is not bound/],
	[400, 'MCH_NOT_EXISTS', '商户号不存在', /merchant ID does not exist/],
	[400, 'RESOURCE_ALREADY_EXISTS', '批次已存在', /stock already exists/],
	[400, 'RESOURCE_ALREADY_EXISTS', '券已被其他订单核销', /used by another order/],
	[400, 'SYSTEM_ERROR', '系统错误', /trouble on its side/],
	[401, 'SIGN_ERROR', '验证不通过', /signature/],
	[403, 'NO_AUTH', '缺少业务相关权限', /product coupons of this brand/],
	[403, 'NO_AUTH', '商户未被授权', /not authorised/],
	[403, 'NO_AUTH', '无权限', /no permission for this/],
	[403, 'RULE_LIMIT', '券不在有效期内', /outside its validity/],
	[404, 'NOT_FOUND', '未找到 product_coupon_id 对应的商品券', /no such product coupon/],
	[404, 'NOT_FOUND', '未找到 stock_id 对应的商品券批次', /no such stock/],
	[404, 'RESOURCE_NOT_EXISTS', '查询的资源不存在', /does not find/],
	[404, 'RESOURCE_NOT_EXISTS', '资源不存在或无可用', /not available/],
	[404, 'USER_NOT_EXISTS', 'OpenID不正确', /OpenID/],
	[429, 'RATELIMIT_EXCEEDED', '请求超过接口频率限制', /more calls than it allows/],
	[429, 'FREQUENCY_LIMITED', '频率限制', /more calls than it allows/],
	[429, 'FREQUENCY_LIMITED', '频率超限', /more calls than it allows/],
	[500, 'SYSTEM_ERROR', '系统异常，请稍后重试', /trouble on its side/],
	[500, 'SYSTEM_ERROR', '系统失败', /trouble on its side/],
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
	const REMEDY = 'Bind the AppID to the brand or the provider first.';

	test('says more than a code without known words, or than a status', () => {
		for (const [status, code] of [
			[400, 'INVALID_REQUEST'],
			[400, 'SOMETHING_NEW'],
			[502, ''],
		] as const) {
			const { meaning, remedy } = explain(refused(status, code, '', requestId));
			expect(meaning).toBe('The AppID is illegal');
			expect(remedy).toContain(REMEDY);
			expect(remedy).toContain(explain(refused(status, code)).remedy);
		}
	});

	test('only adds its remedy to known words', () => {
		const known = explain(refused(400, 'INVALID_REQUEST', '已过期的批次'));
		const detailed = explain(refused(400, 'INVALID_REQUEST', '已过期的批次', requestId));
		expect(detailed.meaning).toBe(known.meaning);
		expect(detailed.remedy).toBe(`${known.remedy} ${REMEDY}`);
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

test('a signature that is too old is a matter of the clock', () => {
	const { meaning, remedy } = explain(refused(401, 'SIGN_ERROR', '时间戳已过期'));
	expect(meaning).toMatch(/time in the signature/);
	expect(remedy).toMatch(/clock/);
});
