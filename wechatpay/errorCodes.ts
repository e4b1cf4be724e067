/** What a refusal means, in English, and what to do about it. */
export interface Advice {
	/**
	 * What happened, a sentence without its full stop. `{the stock:stock_id}` becomes "stock 123" when the
	 * value is known, else "the stock"; `{, or of the day?bill_date}` stands there only when the value is known;
	 * `{values}` lists all values that are known.
	 */
	meaning: string;
	/** what to do, one or more sentences */
	remedy: string;
}

/** A kind of refusal. */
export interface KnownRefusal extends Advice {
	/** words of WeChat Pay's message; without them the entry stands for every other message of the code */
	says?: string;
}

const TOO_MANY_CALLS: Advice = {
	meaning: 'WeChat Pay received more calls than it allows for this endpoint',
	remedy:
		'Run the workflow again later with the same values, or lower Requests Per Second under Options.',
};

const KEYS_BELONG_TOGETHER =
	'Check in the credential that Merchant Private Key, Merchant API Certificate Serial Number and Merchant ID belong together.';

const NEW_CERTIFICATE =
	'Apply for a new one under Account Center > API Security > Merchant API Certificate, and enter its serial number and its private key in the credential.';

/** Words that mean the same under every code. */
export const KNOWN_WORDS: readonly Required<KnownRefusal>[] = [
	{
		says: 'Wechatpay-Serial',
		meaning: 'WeChat Pay does not know the key in WeChat Pay Public Key ID as one of this merchant',
		remedy:
			'Copy WeChat Pay Public Key ID and WeChat Pay Public Key into the credential anew, from Account Center > API Security > WeChat Pay Public Key of this merchant.',
	},
	{
		says: '未设置APIv3密钥',
		meaning: 'The merchant has no APIv3 key, and without one WeChat Pay takes no calls',
		remedy:
			'Set one in the merchant platform under Account Center > API Security > APIv3 Key, then run the workflow again.',
	},
];

/**
 * The error codes of the documentation pages. A code that stands for several things is told apart by the
 * words of its message; they choose what is told to the user and nothing else.
 */
export const KNOWN_REFUSALS: Readonly<Record<string, readonly KnownRefusal[]>> = {
	PARAM_ERROR: [
		{
			says: 'payload中的mchid',
			meaning: 'The merchant ID in the request is not that of the credential',
			remedy: 'Use the same merchant in both.',
		},
		{ says: 'appid必填', meaning: 'The AppID is missing', remedy: 'Fill in AppID.' },
		{ says: 'openid必填', meaning: 'The OpenID is missing', remedy: 'Fill in OpenID.' },
		{ says: '券id必填', meaning: 'The coupon ID is missing', remedy: 'Fill in Coupon ID.' },
		{ says: '商户号必填', meaning: 'The merchant ID is missing', remedy: 'Fill in Merchant ID.' },
		{ says: '批次号必填', meaning: 'The stock ID is missing', remedy: 'Fill in Stock ID.' },
		{
			says: '回调url不能为空',
			meaning: 'The notification address is missing',
			remedy: 'Fill in the address.',
		},
		{
			says: '回调商户不能为空',
			meaning: 'The merchant of the notification address is missing',
			remedy: 'Fill in the merchant.',
		},
		{ says: '图片文件为空', meaning: 'The image is empty', remedy: 'Use another file.' },
		{
			says: '时间格式错误',
			meaning: 'A time is not written as WeChat Pay wants it',
			remedy: 'Give date, time and zone, such as 2026-12-01T10:00:00+08:00.',
		},
		{
			says: '非法的批次状态',
			meaning: 'The state of the stock that was asked for does not exist',
			remedy: 'Choose one of the states in the list.',
		},
		{
			says: '页大小',
			meaning: 'More entries were asked for than fit on a page',
			remedy: 'Ask for fewer at once.',
		},
		{
			meaning: 'A parameter is missing or not valid',
			remedy: 'Correct the parameter that WeChat Pay names.',
		},
	],
	INVALID_REQUEST: [
		{
			says: '已过期的批次',
			meaning: '{The stock:stock_id} has expired, so its stores can no longer be listed or changed',
			remedy: 'Check the validity period of the stock; an expired stock needs no clean-up.',
		},
		{
			says: 'store_scope',
			meaning:
				'{The stock:stock_id} is valid in all stores of the brand (store_scope is ALL), so it has no list of stores',
			remedy: 'Use a stock whose store_scope is SPECIFIC.',
		},
		{
			says: '门店ID非法或不属于当前品牌',
			meaning: '{The store:store_id} is not valid or belongs to another brand',
			remedy: 'Check the store ID and the brand ID of this row.',
		},
		{
			says: '委托营销合作关系不存在',
			meaning: 'There is no such partnership',
			remedy: 'Check the partner and the stock.',
		},
		{
			says: '发券模式不合法',
			meaning: '{The stock:stock_id} does not allow this way of sending coupons',
			remedy:
				'Check coupon_code_mode of the stock: MERCHANT_UPLOAD takes codes that are uploaded beforehand, MERCHANT_API needs Coupon Code when a coupon is sent, WECHATPAY_MODE takes neither.',
		},
		{
			says: '自定义code已达上限',
			meaning: '{The stock:stock_id} has as many uploaded codes as it can hold',
			remedy: 'Use a new stock.',
		},
		{
			says: 'openid与appID不匹配',
			meaning: '{The OpenID:openid} does not belong to {the AppID:appid}',
			remedy: 'Use the OpenID that the user has for this AppID.',
		},
		{
			says: '活动已结束或未激活',
			meaning: '{The stock:stock_id} has ended or was not started',
			remedy: 'Check its state; start it before coupons of it are sent.',
		},
		{
			says: '非法的商户号',
			meaning: 'A merchant ID is not valid',
			remedy: 'Check every merchant ID that was given to the node.',
		},
		{
			says: '缺少Accept或User-Agent',
			meaning: 'The request reached WeChat Pay without its Accept or User-Agent header',
			remedy: 'Check that no proxy on the way removes headers.',
		},
		{
			meaning: 'The request does not follow the rules of the API or of the business',
			remedy:
				'Follow the message of WeChat Pay; check that the IDs belong together and the object is in the right state.',
		},
	],
	SIGN_ERROR: [
		{
			says: 'timestamp与发起请求的时间',
			meaning: 'The time in the signature is too far from the time at WeChat Pay',
			remedy: 'Set the clock of the machine that runs n8n: it may be off by five minutes at most.',
		},
		{
			says: '未申请过证书',
			meaning: 'The merchant has no API certificate',
			remedy: NEW_CERTIFICATE,
		},
		{
			says: '商户证书序列号有误',
			meaning: 'WeChat Pay does not know the serial number of the merchant API certificate',
			remedy:
				'Copy Merchant API Certificate Serial Number into the credential anew: that of the certificate to which Merchant Private Key belongs.',
		},
		{
			says: '证书已过期',
			meaning: 'The merchant API certificate has expired',
			remedy: NEW_CERTIFICATE,
		},
		{
			says: '证书已作废',
			meaning: 'The merchant API certificate was revoked',
			remedy: NEW_CERTIFICATE,
		},
		{
			says: '已更换证书',
			meaning: 'The merchant API certificate was replaced by another one',
			remedy:
				'Enter the serial number and the private key of the new certificate in the credential.',
		},
		{
			says: 'Authorization值格式错误',
			meaning: 'The signature did not reach WeChat Pay as it was sent',
			remedy: 'Check that no proxy on the way removes or changes the Authorization header.',
		},
		{
			says: '认证类型不正确',
			meaning: 'WeChat Pay wants another kind of signature at this address',
			remedy:
				'Use an address for merchants and service providers: those for brands are signed with a key of the brand.',
		},
		{
			meaning: 'WeChat Pay does not accept the signature of the request',
			remedy: KEYS_BELONG_TOGETHER,
		},
	],
	APPID_MCHID_NOT_MATCH: [
		{
			meaning: '{The AppID:appid} is not bound to this merchant',
			remedy: 'Check the AppID, or bind it to the merchant in the merchant platform.',
		},
	],
	MCH_NOT_EXISTS: [
		{
			meaning: 'The merchant ID does not exist',
			remedy:
				'Check Merchant ID in the credential, and every merchant ID that was given to the node.',
		},
	],
	ALREADY_EXISTS: [
		{
			meaning: 'What was to be created exists already',
			remedy:
				'Check whether the request number was used before; to create another one, use a new number.',
		},
	],
	RESOURCE_ALREADY_EXISTS: [
		{
			says: '核销',
			meaning: '{The coupon:coupon_code} was already used by another order',
			remedy: 'Look the coupon up to see which order used it.',
		},
		{
			meaning: 'The stock already exists',
			remedy: 'Check whether the request number was used before.',
		},
	],
	NO_AUTH: [
		{
			says: '未被授权',
			meaning: 'The merchant is not authorised for this',
			remedy: 'Check the authorisation in the merchant platform and the IDs that were given.',
		},
		{
			says: '缺少业务相关权限',
			meaning: 'The merchant has no permission for product coupons of {this brand:brand_id}',
			remedy:
				'Check the brand ID, that the brand has authorised this service provider, and that product coupons are enabled in the merchant platform.',
		},
		{
			meaning: 'The merchant has no permission for this',
			remedy:
				'Check the IDs, and that the feature is enabled for this merchant in the merchant platform.',
		},
	],
	REQUEST_BLOCKED: [
		{
			says: '无权发券',
			meaning: 'The merchant may not send coupons of {this stock:stock_id}',
			remedy: 'Use a stock of this merchant, or one that another merchant has shared with it.',
		},
		{
			says: '不支持跨商户发券',
			meaning: '{The stock:stock_id} is not shared with other merchants',
			remedy: 'Have its creator share it first, with a partnership.',
		},
		{
			says: '限领',
			meaning: '{The user:openid} has as many coupons of the stock as a user may have',
			remedy: 'Raise the limit of the stock, or leave this user out.',
		},
		{
			says: '未知图片类型',
			meaning: 'The file is not an image that WeChat Pay takes',
			remedy: 'Use a JPG, BMP or PNG file.',
		},
		{
			says: 'meta信息不一致',
			meaning: 'The image that reached WeChat Pay is not the one that was announced',
			remedy: 'Upload it again; a proxy on the way may have changed it.',
		},
		{
			says: '签名信息不匹配',
			meaning: 'WeChat Pay does not accept the signature of the upload',
			remedy: KEYS_BELONG_TOGETHER,
		},
		{
			meaning: 'WeChat Pay does not let the merchant do this',
			remedy:
				'Check the message of WeChat Pay, and that the product is enabled for this merchant in the merchant platform.',
		},
	],
	NOT_ENOUGH: [
		{
			meaning: 'The budget of {the stock:stock_id} is used up',
			remedy: 'Add to its budget in the merchant platform, or use another stock.',
		},
	],
	RULE_LIMIT: [
		{
			says: '不在有效期',
			meaning: '{The coupon:coupon_code} is outside its validity period',
			remedy: 'Check whether the coupon can be used now.',
		},
		{
			meaning: 'A rule of the coupon or of WeChat Pay does not allow it',
			remedy: 'Follow the message of WeChat Pay.',
		},
	],
	NOT_FOUND: [
		{
			says: 'stock_id',
			meaning: 'There is no {such stock:stock_id} in {this product coupon:product_coupon_id}',
			remedy: 'Check the stock ID and that it belongs to the product coupon.',
		},
		{
			says: 'product_coupon_id',
			meaning: 'There is no {such product coupon:product_coupon_id} in this brand',
			remedy: 'Check the product coupon ID and that it belongs to the brand.',
		},
		{
			meaning: 'WeChat Pay does not find what was asked for{values}',
			remedy: 'Check the IDs and that they belong together.',
		},
	],
	RESOURCE_NOT_EXISTS: [
		{
			says: '批次不存在',
			meaning: 'There is no {such stock:stock_id}{, or no report of it for?bill_date}',
			remedy:
				'Check the stock ID and the merchant that created the stock, and the day of a report, which is there in the morning after it.',
		},
		{
			meaning: 'WeChat Pay does not find what was asked for, or it is not available{values}',
			remedy: 'Check the IDs and the state of the object.',
		},
	],
	USER_NOT_EXISTS: [
		{
			meaning: '{The OpenID:openid} is not right',
			remedy: 'Check the OpenID and that it belongs to the AppID.',
		},
	],
	USER_ACCOUNT_ABNORMAL: [
		{
			meaning: '{The user:openid} cannot get coupons, because the account is restricted',
			remedy: 'Leave this user out; the user can turn to the customer service of WeChat Pay.',
		},
	],
	RATELIMIT_EXCEEDED: [TOO_MANY_CALLS],
	FREQUENCY_LIMITED: [TOO_MANY_CALLS],
	FREQUENCY_LIMIT_EXCEED: [TOO_MANY_CALLS],
	SYSTEM_ERROR: [
		{
			meaning: 'WeChat Pay could not handle the call because of trouble on its side',
			remedy: 'Run the workflow again later with the same values.',
		},
	],
};
