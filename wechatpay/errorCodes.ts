import { detailCode } from './detailCodes';

/** What WeChat Pay says about a call that it refused. */
export interface Refusal {
	/** HTTP status */
	status: number;
	/** `code` of the body; empty when the body is not WeChat Pay's */
	code: string;
	/** `message` of the body, mostly Chinese */
	message: string;
	/** the `Request-ID` header; empty when there is none */
	requestId: string;
}

/** A refusal in English. */
export interface Explanation {
	/** what happened, a sentence without its full stop */
	meaning: string;
	/** what to do, one or more sentences */
	remedy: string;
}

interface KnownRefusal extends Explanation {
	code: string;
	/** words of WeChat Pay's message; without them the entry stands for every other message of the code */
	says?: string;
}

/**
 * The error codes of the documentation pages. A code that stands for several things is told apart by the
 * words of its message.
 */
const KNOWN_REFUSALS: readonly KnownRefusal[] = [
	{
		code: 'PARAM_ERROR',
		meaning: 'A parameter is missing or not valid',
		remedy: 'Correct the parameter that the message of WeChat Pay names.',
	},
	{
		code: 'INVALID_REQUEST',
		says: '已过期的批次',
		meaning: 'The stock has expired, so its stores can no longer be listed or taken off',
		remedy: 'Check the validity period of the stock; an expired stock needs no clean-up.',
	},
	{
		code: 'INVALID_REQUEST',
		says: 'store_scope',
		meaning:
			'The stock is valid in all stores of the brand (store_scope is ALL), so it has no list of stores',
		remedy: 'Use a stock whose store_scope is SPECIFIC.',
	},
	{
		code: 'INVALID_REQUEST',
		says: '门店ID非法或不属于当前品牌',
		meaning: 'The store ID is not valid or the store belongs to another brand',
		remedy: 'Check the store ID and the brand ID of this row.',
	},
	{
		code: 'INVALID_REQUEST',
		says: '委托营销合作关系不存在',
		meaning: 'There is no such partnership',
		remedy: 'Check the partner and the stock.',
	},
	{
		code: 'INVALID_REQUEST',
		says: '发券模式不合法',
		meaning: 'The stock does not allow this way of sending coupons',
		remedy: 'Use a stock whose codes are uploaded beforehand.',
	},
	{
		code: 'INVALID_REQUEST',
		says: '自定义code已达上限',
		meaning: 'The stock has as many uploaded codes as it can hold',
		remedy: 'Use a new stock.',
	},
	{
		code: 'INVALID_REQUEST',
		meaning: 'The request does not follow the rules of the API or of the business',
		remedy:
			'Follow the message of WeChat Pay; check that the IDs belong together and the object is in the right state.',
	},
	{
		code: 'SIGN_ERROR',
		says: '时间戳',
		meaning: 'The time in the signature is too far from the time at WeChat Pay',
		remedy: 'Set the clock of the machine that runs n8n: it may be off by five minutes at most.',
	},
	{
		code: 'SIGN_ERROR',
		meaning: 'WeChat Pay does not accept the signature of the request',
		remedy:
			'Check in the credential that Merchant Private Key, Merchant API Certificate Serial Number and Merchant ID belong together, that the certificate is still in force, and that the clock of the machine that runs n8n is right.',
	},
	{
		code: 'APPID_MCHID_NOT_MATCH',
		meaning: 'The AppID is not bound to this merchant',
		remedy: 'Check the AppID, or bind it to the merchant in the merchant platform.',
	},
	{
		code: 'MCH_NOT_EXISTS',
		meaning: 'The merchant ID does not exist',
		remedy:
			'Check Merchant ID in the credential, and every merchant ID that was given to the node.',
	},
	{
		code: 'RESOURCE_ALREADY_EXISTS',
		says: '核销',
		meaning: 'The coupon was already used by another order',
		remedy: 'Look the coupon up to see which order used it.',
	},
	{
		code: 'RESOURCE_ALREADY_EXISTS',
		meaning: 'The stock already exists',
		remedy: 'Check whether the request number was used before.',
	},
	{
		code: 'NO_AUTH',
		says: '未被授权',
		meaning: 'The merchant is not authorised for this',
		remedy: 'Check the authorisation in the merchant platform and the IDs that were given.',
	},
	{
		code: 'NO_AUTH',
		says: '缺少业务相关权限',
		meaning: 'The merchant has no permission for product coupons of this brand',
		remedy:
			'Check the brand ID, that the brand has authorised this service provider, and that product coupons are enabled in the merchant platform.',
	},
	{
		code: 'NO_AUTH',
		meaning: 'The merchant has no permission for this',
		remedy:
			'Check the IDs, and that the feature is enabled for this merchant in the merchant platform.',
	},
	{
		code: 'RULE_LIMIT',
		meaning: 'The coupon is outside its validity period',
		remedy: 'Check whether the coupon can be used now.',
	},
	{
		code: 'NOT_FOUND',
		says: 'stock_id',
		meaning: 'There is no such stock in this product coupon',
		remedy: 'Check the stock ID and that it belongs to the product coupon.',
	},
	{
		code: 'NOT_FOUND',
		says: 'product_coupon_id',
		meaning: 'There is no such product coupon in this brand',
		remedy: 'Check the product coupon ID and that it belongs to the brand.',
	},
	{
		code: 'NOT_FOUND',
		meaning: 'WeChat Pay does not find what was asked for',
		remedy: 'Check the IDs and that they belong together.',
	},
	{
		code: 'RESOURCE_NOT_EXISTS',
		meaning: 'WeChat Pay does not find what was asked for, or it is not available',
		remedy: 'Check the IDs and the state of the object.',
	},
	{
		code: 'USER_NOT_EXISTS',
		meaning: 'The OpenID is not right',
		remedy: 'Check the OpenID and that it belongs to the AppID.',
	},
	{
		code: 'RATELIMIT_EXCEEDED',
		meaning: 'WeChat Pay received more calls than it allows for this endpoint',
		remedy:
			'Run the workflow again later with the same values, or lower Requests Per Second under Options.',
	},
	{
		code: 'FREQUENCY_LIMITED',
		meaning: 'WeChat Pay received more calls than it allows for this endpoint',
		remedy:
			'Run the workflow again later with the same values, or lower Requests Per Second under Options.',
	},
	{
		code: 'SYSTEM_ERROR',
		meaning: 'WeChat Pay could not handle the call because of trouble on its side',
		remedy: 'Run the workflow again later with the same values.',
	},
];

function byStatus({ status, code, requestId }: Refusal): Explanation {
	if (status === 429) {
		return {
			meaning: 'WeChat Pay received more calls than it allows',
			remedy:
				'Run the workflow again later with the same values, or lower Requests Per Second under Options.',
		};
	}
	if (status >= 500) {
		return {
			meaning: `WeChat Pay is not available at the moment (HTTP ${status})`,
			remedy: 'Run the workflow again later with the same values.',
		};
	}
	if (status >= 300 && status < 400) {
		return {
			meaning: `The answer is a redirect (HTTP ${status}), which is never followed`,
			remedy: 'Check API Base URL in the credential.',
		};
	}
	if (status >= 400 && code === '' && requestId === '') {
		return {
			meaning: `What answered is not the API of WeChat Pay (HTTP ${status})`,
			remedy: 'Check API Base URL in the credential, and any proxy on the way.',
		};
	}
	return {
		// One of many is refused in an answer that is a success as a whole.
		meaning:
			status < 300 ? 'WeChat Pay refused this one' : `WeChat Pay refused the call (HTTP ${status})`,
		remedy:
			'Follow the message of WeChat Pay; without one, check API Base URL in the credential. WeChat Pay support asks for the Request-ID.',
	};
}

/**
 * Says in English what a refusal means and what to do: by the code and the words of the message, by the
 * detail code of the Request-ID, else by the code alone or by the HTTP status.
 *
 * @see https://pay.weixin.qq.com/docs/partner/development/interface-rules/basic-rules.html
 */
export function explain(refusal: Refusal): Explanation {
	const ofCode = KNOWN_REFUSALS.filter(({ code }) => code === refusal.code);
	const specific = ofCode.find(({ says }) => says !== undefined && refusal.message.includes(says));
	const general = ofCode.find(({ says }) => says === undefined) ?? byStatus(refusal);
	const detail = detailCode(refusal.requestId);
	const { meaning } = specific ?? detail ?? general;
	const remedies = [(specific ?? general).remedy, detail?.remedy ?? ''];
	return { meaning, remedy: remedies.filter(Boolean).join(' ') };
}
