import { type JsonObject, type JsonValue } from './json.mts';

/** Where a wrong value was found. */
export type Location = 'query' | 'uri_template' | 'body' | 'header';

/** WeChat Pay's `detail` of an error answer: the field at fault. */
export interface ErrorDetail {
	/** A JSON pointer that begins with the location, e.g. /body/store_list/0/store_id. */
	field: string;
	value?: JsonValue;
	issue: string;
	location: Location;
}

/** The numbers after the last `-` of the Request-ID header that tell more than code and message. */
export const DetailCode = {
	none: 0,
	illegalParameter: 268435461,
	parameterTooLong: 268435462,
	parameterTooShort: 268435463,
	parameterOutOfRange: 268435464,
	couponStateIllegal: 268578367,
	illegalOpenid: 268578526,
	objectNotFound: 268578608,
	illegalAppid: 268578704,
	couponExpired: 268578776,
	allStores: 268578813,
	couponNotFound: 268578851,
	requestNumberReused: 268578927,
	stockNotSending: 268577984,
	noPermission: 268579803,
	storeIllegal: 268584404,
	imageTooLarge: 270087680,
	tooFrequent: 270924289,
	sentUnderAnotherNumber: 272755200,
	couponNotInPeriod: 272755715,
	userLimitReached: 272756740,
} as const;

/** An error answer: thrown where the reason is found, sent as `{code, message, detail?}`. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly detailCode: number = DetailCode.none,
		readonly detail?: JsonObject,
	) {
		super(message);
	}

	/** The JSON body of the error answer. */
	body(): JsonObject {
		return {
			code: this.code,
			message: this.message,
			detail: this.detail,
		};
	}
}

/** 401 SIGN_ERROR; `reason` is the simulator's own, for those who look at its requests. */
export class SignRefusal extends Refusal {
	constructor(
		message: string,
		readonly reason: string,
		detail?: JsonObject,
	) {
		super(401, 'SIGN_ERROR', message, DetailCode.none, detail);
	}
}

/** 401: a part of the Authorization header is wrong. */
export const signError = (message: string, reason: string) => new SignRefusal(message, reason);

/** How many bytes of a signed text WeChat Pay shows of its body. */
const SHOWN_OF_BODY = 8;

/** 401: the signature does not fit; the detail shows what WeChat Pay took for signed. */
export function signatureMismatch(
	words: string,
	{ method, url, body }: { method: string; url: string; body: Buffer },
	message: Buffer,
): SignRefusal {
	const head = message.subarray(0, message.length - body.length - 1).toString();
	return new SignRefusal(words, 'signature: sign not match', {
		field: 'signature',
		issue: 'sign not match',
		location: 'authorization',
		sign_information: {
			method,
			url,
			truncated_sign_message: `${head}${body.subarray(0, SHOWN_OF_BODY).toString()}\n`,
			sign_message_length: message.length,
		},
	});
}

/** 400: a request without User-Agent or Accept, which is refused before its signature is looked at. */
export const headerMissing = () =>
	new Refusal(400, 'INVALID_REQUEST', 'Http头缺少Accept或User-Agent');

/** 400: the request names a key of WeChat Pay that is not this merchant's. */
export const wrongKeyId = () =>
	new Refusal(400, 'PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误');

/** 400: the same of a brand's; the words of its message are not known but for the name of the header. */
export const wrongKeyIdOfBrand = () =>
	new Refusal(400, 'INVALID_REQUEST', '请求头Wechatpay-Serial缺失或与品牌不匹配');

/** 400: the endpoint demands the name of WeChat Pay's key. */
export const keyIdMissing = () =>
	new Refusal(400, 'PARAM_ERROR', 'HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)');

/** 400 PARAM_ERROR; `message` names the field and the rule that it breaks. */
export function paramError(detail: ErrorDetail, message: string, detailCode?: number): Refusal {
	return new Refusal(400, 'PARAM_ERROR', message, detailCode ?? DetailCode.illegalParameter, {
		...detail,
	});
}

/** 400: the request number was used before, for other values. */
export const requestNumberReused = () =>
	new Refusal(400, 'INVALID_REQUEST', '相同单号但请求数据不一致', DetailCode.requestNumberReused);

/** 404: no endpoint has this method and path. */
export const unknownPath = () => new Refusal(404, 'NOT_FOUND', '请求的URL不存在');

/** 403: the brand does not exist or has not authorised this provider. */
export const brandNotAuthorised = () =>
	new Refusal(403, 'NO_AUTH', '缺少业务相关权限', DetailCode.noPermission);

/** 404: the product coupon does not exist or belongs to another brand. */
export const productCouponNotFound = () =>
	new Refusal(404, 'NOT_FOUND', '未找到 product_coupon_id 对应的商品券', DetailCode.objectNotFound);

/** 404: the stock does not exist or belongs to another product coupon. */
export const stockNotFound = () =>
	new Refusal(404, 'NOT_FOUND', '未找到 stock_id 对应的商品券批次', DetailCode.objectNotFound);

/** 404: the store does not exist or belongs to another brand. */
export const brandStoreNotFound = () =>
	new Refusal(404, 'NOT_FOUND', '未找到 store_id 对应的门店', DetailCode.objectNotFound);

/** What an endpoint wants to do with the stores of a stock, in the words of its page. */
export type StoreAction = '查询' | '取消' | '';

/** 400: the stock is valid in all stores, so it has no list of its own. */
export const storeScopeNotSpecific = (action: StoreAction) =>
	new Refusal(
		400,
		'INVALID_REQUEST',
		`只有 store_scope 为 SPECIFIC 的批次可以${action}关联门店`,
		DetailCode.allStores,
	);

/** 400: the stock is past its end. */
export const stockExpired = (action: StoreAction) =>
	new Refusal(400, 'INVALID_REQUEST', `已过期的批次不可${action}关联门店`);

/** 429: more calls in a second than the merchant may make. */
export const rateLimitExceeded = () =>
	new Refusal(429, 'RATELIMIT_EXCEEDED', '请求超过接口频率限制', DetailCode.tooFrequent);

/** 404: no merchant coupon stock has this ID. */
export const merchantCouponStockNotFound = () =>
	new Refusal(404, 'RESOURCE_NOT_EXISTS', '查询的资源不存在', DetailCode.objectNotFound);

/** 403: the merchant coupon stock belongs to another merchant. */
/** No address for notifications is set; the code is the one that the pages list, the case is not described. */
export const addressNotSet = () => new Refusal(404, 'RESOURCE_NOT_EXISTS', '查询的资源不存在');

export const merchantUnknown = () => new Refusal(400, 'MCH_NOT_EXISTS', '商户号不存在');

export const merchantCouponStockForeign = () => new Refusal(403, 'NO_AUTH', '无权限');

/** 404: there is no such merchant coupon, or uploaded code. */
export const merchantCouponNotFound = merchantCouponStockNotFound;

/** 400: the merchant coupon was redeemed before, under another number. */
export const merchantCouponUsed = () =>
	new Refusal(400, 'RESOURCE_ALREADY_EXISTS', '券已被其他订单核销');

/** 403: the merchant coupon cannot be redeemed now. */
export const merchantCouponNotInPeriod = () => new Refusal(403, 'RULE_LIMIT', '券不在有效期内');

/** 404: the OpenID is not that of the user of the coupon. */
export const openidWrong = () => new Refusal(404, 'USER_NOT_EXISTS', 'OpenID不正确');

/** 400: the AppID is not one of the merchant's. */
export const appidNotBound = () =>
	new Refusal(400, 'APPID_MCHID_NOT_MATCH', 'AppID与请求方商户无关联关系');

/** 400: the code mode of the stock does not go with what was given. */
export const sendingModeIllegal = () => breaksRule('发券模式不合法');

/** 404: no stock that could be authorised has this ID and business type. */
export const authorisedStockNotFound = () =>
	new Refusal(404, 'RESOURCE_NOT_EXISTS', '资源不存在或无可用', DetailCode.objectNotFound);

/** 400: not one partnership matches. */
export const partnershipNotFound = () =>
	new Refusal(400, 'INVALID_REQUEST', '委托营销合作关系不存在');

/** 404: no delivery plan has this ID. */
export const deliveryPlanNotFound = () =>
	new Refusal(404, 'NOT_FOUND', '投放计划不存在', DetailCode.objectNotFound);

/** 404: no pay gift activity has this ID. */
export const payGiftActivityNotFound = () =>
	new Refusal(404, 'RESOURCE_NOT_EXISTS', '活动不存在', DetailCode.objectNotFound);

/** 404: the account works with the public key, so it has no platform certificates. */
export const noCertificates = () => new Refusal(404, 'RESOURCE_NOT_EXISTS', '无可用的平台证书');

/** 400: what is asked for breaks a rule of the business. */
export const breaksRule = (message: string, detailCode?: number) =>
	new Refusal(400, 'INVALID_REQUEST', message, detailCode);

/** 404: the bundle does not exist or belongs to another product coupon. */
export const stockBundleNotFound = () =>
	new Refusal(
		404,
		'NOT_FOUND',
		'未找到 stock_bundle_id 对应的商品券批次组',
		DetailCode.objectNotFound,
	);

/** 404: the user has no such coupon. */
export const userProductCouponNotFound = () =>
	new Refusal(404, 'NOT_FOUND', '用户券不存在', DetailCode.couponNotFound);

/** 400: the stock sends no coupons. */
export const stockNotSending = () =>
	breaksRule('商品券批次状态不是发放中', DetailCode.stockNotSending);

/** 400: the coupon is not in a state that allows this. */
export const couponStateIllegal = () => breaksRule('用户券状态非法', DetailCode.couponStateIllegal);

/** 403: all coupons of the stock, or of its day, or its codes, are gone. */
export const budgetUsedUp = (message: '批次预算不足' | '券Code不足') =>
	new Refusal(403, 'NOT_ENOUGH', message);

/** 403: the user has as many coupons of the stock as one user may have. */
export const userLimitReached = () =>
	new Refusal(403, 'RULE_LIMIT', '用户领取券张数已达上限', DetailCode.userLimitReached);

/** 404: there is no such report (yet), or it is another merchant's. */
export const reportNotThere = () => new Refusal(404, 'RESOURCE_NOT_EXISTS', '批次不存在');

/** 400: the address of a file is not good any more, or never was. */
export const fileExpired = () => new Refusal(400, 'INVALID_REQUEST', '下载链接已失效');

/** 400: an upload without a file, or with an empty one. */
export const imageEmpty = () => new Refusal(400, 'PARAM_ERROR', '图片文件为空');

/** 400: more than 2 MB. */
export const imageTooLarge = () =>
	new Refusal(400, 'PARAM_ERROR', '图片大小超过限制', DetailCode.imageTooLarge);

/** 403: not JPG, BMP or PNG. */
export const imageTypeUnknown = () => new Refusal(403, 'REQUEST_BLOCKED', '未知图片类型');

/** 403: the file is not the one that its meta describes. */
export const metaDoesNotFit = () => new Refusal(403, 'REQUEST_BLOCKED', '图片meta信息不一致');

/** 404: the brand has no such task. */
export const imageTaskNotFound = () => new Refusal(404, 'NOT_FOUND', '图片生成任务不存在');

/** 400: the page token is of another list. */
export const wrongPageToken = (value: string) => {
	const issue = '不是此列表的分页Token';
	const field = '/query/page_token';
	return paramError({ field, value, issue, location: 'query' }, `输入源“${field}”${issue}`);
};

/** 404: no stock of cash coupons of this creator has this ID. */
export const cashCouponStockNotFound = () => new Refusal(404, 'RESOURCE_NOT_EXISTS', '批次不存在');

/** 404: the user has no such cash coupon. */
export const cashCouponNotFound = () => new Refusal(404, 'RESOURCE_NOT_EXISTS', '查询的资源不存在');

/** 400: the stock is not in a state from which this leads; the case is listed, its words are not. */
export const cashCouponStateIllegal = () => breaksRule('批次当前状态不支持此操作');

/** 403: the user has as many coupons of the stock as one user may have. */
export const cashCouponLimitReached = () => new Refusal(403, 'REQUEST_BLOCKED', '用户被限领拦截');
