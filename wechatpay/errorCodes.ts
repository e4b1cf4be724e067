/** A kind of refusal. */
interface KnownRefusal {
	/** words of WeChat Pay's message; without them the entry stands for every other message of the code */
	says?: string;
	/** what it means, by a name */
	means: string;
}

/** Words that mean the same under every code. */
export const KNOWN_WORDS = [
	{ says: 'Wechatpay-Serial', means: 'unknownPublicKeyId' },
	{ says: '未设置APIv3密钥', means: 'noNotificationKey' },
	{ says: '未设置品牌API密钥', means: 'noNotificationKey' },
	{ says: 'openid与appid不匹配', means: 'openidOfOtherAppid' },
	{ says: 'openid和appid不匹配', means: 'openidOfOtherAppid' },
	{ says: 'appid与openid不匹配', means: 'openidOfOtherAppid' },
	{ says: 'appid和openid不匹配', means: 'openidOfOtherAppid' },
] as const satisfies readonly Required<KnownRefusal>[];

/**
 * The error codes of the documentation pages. A code that stands for several things is told apart by the
 * words of its message; they choose what is told to the user and nothing else.
 */
export const KNOWN_REFUSALS = {
	PARAM_ERROR: [
		{ says: 'payload中的mchid', means: 'otherMerchantInBody' },
		{ says: 'appid必填', means: 'noAppid' },
		{ says: 'openid必填', means: 'noOpenid' },
		{ says: '券id必填', means: 'noCouponId' },
		{ says: '商户号必填', means: 'noMerchantId' },
		{ says: '批次号必填', means: 'noStockId' },
		{ says: '回调url不能为空', means: 'noNotifyUrl' },
		{ says: '回调商户不能为空', means: 'noNotifyMerchant' },
		{ says: '图片文件为空', means: 'emptyImage' },
		{ says: '时间格式错误', means: 'illegalTime' },
		{ says: '非法的批次状态', means: 'unknownStockState' },
		{ says: '页大小', means: 'pageTooLarge' },
		{ means: 'badParameter' },
	],
	INVALID_REQUEST: [
		{ says: '已过期的批次', means: 'stockExpired' },
		{ says: 'store_scope', means: 'stockInAllStores' },
		{ says: '门店ID非法或不属于当前品牌', means: 'foreignStore' },
		{ says: '委托营销合作关系不存在', means: 'noPartnership' },
		{ says: '发券模式不合法', means: 'otherCodeMode' },
		{ says: '自定义code已达上限', means: 'codesFull' },
		{ says: '活动已结束或未激活', means: 'stockNotRunning' },
		{ says: '非法的商户号', means: 'badMerchantId' },
		{ says: '缺少Accept或User-Agent', means: 'headersRemoved' },
		{ means: 'againstRules' },
	],
	SIGN_ERROR: [
		{ says: 'timestamp与发起请求的时间', means: 'clockOff' },
		{ says: '未申请过证书', means: 'noCertificate' },
		{ says: '未申请过品牌API证书', means: 'noCertificate' },
		{ says: '商户证书序列号有误', means: 'unknownSerialNo' },
		{ says: '证书已过期', means: 'certificateExpired' },
		{ says: '证书已作废', means: 'certificateRevoked' },
		{ says: '已更换证书', means: 'certificateReplaced' },
		{ says: 'Authorization值格式错误', means: 'signatureDamaged' },
		{ says: '认证类型不正确', means: 'otherScheme' },
		{ means: 'wrongSignature' },
	],
	APPID_MCHID_NOT_MATCH: [{ means: 'appidNotBound' }],
	MCH_NOT_EXISTS: [{ means: 'unknownMerchant' }],
	ALREADY_EXISTS: [{ means: 'createdBefore' }],
	RESOURCE_ALREADY_EXISTS: [
		{ says: '核销', means: 'couponUsed' },
		{ says: '批次已存在', means: 'stockCreatedBefore' },
		{ means: 'createdBefore' },
	],
	NO_AUTH: [
		{ says: '未被授权', means: 'notAuthorised' },
		{ says: '缺少业务相关权限', means: 'noProductCouponPermission' },
		{ means: 'noPermission' },
	],
	REQUEST_BLOCKED: [
		{ says: '无权发券', means: 'maySendNone' },
		{ says: '不支持跨商户发券', means: 'stockNotShared' },
		{ says: '限领', means: 'userHasAll' },
		{ says: '未知图片类型', means: 'unknownImageType' },
		{ says: 'meta信息不一致', means: 'otherImage' },
		{ says: '签名信息不匹配', means: 'wrongUploadSignature' },
		{ means: 'blocked' },
	],
	NOT_ENOUGH: [
		{ says: '余额', means: 'balanceTooLow' },
		{ says: '资金不足', means: 'balanceTooLow' },
		{ says: '预算', means: 'budgetUsedUp' },
		{ means: 'notEnough' },
	],
	RULE_LIMIT: [{ says: '不在有效期', means: 'couponNotValidNow' }, { means: 'againstCouponRule' }],
	NOT_FOUND: [
		{ says: 'stock_id', means: 'noSuchProductCouponStock' },
		{ says: 'product_coupon_id', means: 'noSuchProductCoupon' },
		{ means: 'notFound' },
	],
	RESOURCE_NOT_EXISTS: [
		{ says: '批次不存在', means: 'noSuchStock' },
		{ means: 'notFoundOrUnavailable' },
	],
	USER_NOT_EXISTS: [{ means: 'wrongOpenid' }],
	USER_ACCOUNT_ABNORMAL: [{ means: 'userRestricted' }],
	RATELIMIT_EXCEEDED: [{ means: 'tooManyForEndpoint' }],
	FREQUENCY_LIMITED: [{ means: 'tooManyForEndpoint' }],
	FREQUENCY_LIMIT_EXCEED: [{ means: 'tooManyForEndpoint' }],
	SYSTEM_ERROR: [{ means: 'systemTrouble' }],
} as const satisfies Readonly<Record<string, readonly KnownRefusal[]>>;

/** What codes and words can mean. */
export type CodeMeaning =
	| (typeof KNOWN_WORDS)[number]['means']
	| (typeof KNOWN_REFUSALS)[keyof typeof KNOWN_REFUSALS][number]['means'];
