/** A row of the error table of a documentation page. */
export interface DocumentedError {
	status: number;
	code: string;
	/** WeChat Pay's description of it */
	message: string;
}

const row = (status: number, code: string, message: string): DocumentedError => ({
	status,
	code,
	message,
});

const COMMON = [
	row(400, 'PARAM_ERROR', '参数错误'),
	row(400, 'INVALID_REQUEST', 'HTTP 请求不符合微信支付 APIv3 接口规则'),
	row(401, 'SIGN_ERROR', '验证不通过'),
	row(500, 'SYSTEM_ERROR', '系统异常,请稍后重试'),
];
const PRODUCT_COUPON = [
	row(403, 'NO_AUTH', '缺少业务相关权限'),
	row(404, 'NOT_FOUND', '未找到 product_coupon_id 对应的商品券'),
	row(429, 'RATELIMIT_EXCEEDED', '请求超过接口频率限制'),
];
const STOCK = row(404, 'NOT_FOUND', '未找到 stock_id 对应的商品券批次');

/** The error tables of the documentation pages, by operation. */
export const DOCUMENTED_ERRORS: Record<string, DocumentedError[]> = {
	'Product Coupon: Get': [...COMMON, ...PRODUCT_COUPON],
	'Product Coupon Stock: Get Many': [...COMMON, ...PRODUCT_COUPON],
	'Product Coupon Stock: Get Associated Stores': [
		...COMMON,
		row(400, 'INVALID_REQUEST', '已过期的批次不可查询关联门店'),
		row(400, 'INVALID_REQUEST', '只有 store_scope 为 SPECIFIC 的批次可以查询关联门店'),
		...PRODUCT_COUPON,
		STOCK,
	],
	'Product Coupon Stock: Disassociate Stores': [
		...COMMON,
		row(400, 'INVALID_REQUEST', '已过期的批次不可取消关联门店'),
		row(400, 'INVALID_REQUEST', '只有 store_scope 为 SPECIFIC 的批次可以取消关联门店'),
		...PRODUCT_COUPON,
		STOCK,
	],
	'Merchant Coupon Stock: Get': [
		...COMMON,
		row(400, 'APPID_MCHID_NOT_MATCH', 'AppID与请求方商户无关联关系'),
		row(400, 'INVALID_REQUEST', '发券模式不合法'),
		row(400, 'INVALID_REQUEST', '上传的自定义code已达上限'),
		row(400, 'MCH_NOT_EXISTS', '商户号不存在'),
		row(400, 'RESOURCE_ALREADY_EXISTS', '批次已存在'),
		row(400, 'RESOURCE_ALREADY_EXISTS', '券已被其他订单核销'),
		row(400, 'SYSTEM_ERROR', '系统错误'),
		row(403, 'NO_AUTH', '无权限'),
		row(403, 'RULE_LIMIT', '券不在有效期内'),
		row(404, 'RESOURCE_NOT_EXISTS', '查询的资源不存在'),
		row(404, 'USER_NOT_EXISTS', 'OpenID不正确'),
		row(429, 'FREQUENCY_LIMITED', '频率限制'),
		row(500, 'SYSTEM_ERROR', '系统失败'),
	],
	'Partnership: Get Many': [
		...COMMON,
		row(400, 'APPID_MCHID_NOT_MATCH', 'appid与mchid不匹配'),
		row(400, 'INVALID_REQUEST', '请求参数符合参数格式,但不符合业务规则'),
		row(400, 'MCH_NOT_EXISTS', '商户号不存在'),
		row(403, 'NO_AUTH', '商户未被授权'),
		row(429, 'FREQUENCY_LIMITED', '频率超限'),
	],
};
