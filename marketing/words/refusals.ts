import type { CodeMeaning } from '../../wechatpay/errorCodes';
import type { StatusMeaning } from '../../wechatpay/refusalMeaning';
import type { Explanation } from './told';

/** `{names}` are those of the IDs that the call has. */
export const TOGETHER = 'Check the IDs{names} and that they belong together.';

const LATER = 'Run the workflow again later with the same values.';

const LATER_OR_SLOWER =
	'Run the workflow again later with the same values, or lower Requests Per Second under Options.';

/** What is told of refusals that are not about the account, whoever it is. */
export const REFUSALS = {
	otherMerchantInBody: {
		meaning: 'The merchant ID in the request is not that of the credential',
		remedy: 'Use the same merchant in both.',
	},
	noAppid: {
		meaning: 'The AppID is missing',
		remedy: 'Fill in AppID.',
	},
	noOpenid: {
		meaning: 'The OpenID is missing',
		remedy: 'Fill in OpenID.',
	},
	noCouponId: {
		meaning: 'The coupon ID is missing',
		remedy: 'Fill in Coupon ID.',
	},
	noMerchantId: {
		meaning: 'The merchant ID is missing',
		remedy: 'Fill in Merchant ID.',
	},
	noStockId: {
		meaning: 'The stock ID is missing',
		remedy: 'Fill in Stock ID.',
	},
	noNotifyUrl: {
		meaning: 'The notification address is missing',
		remedy: 'Fill in the address.',
	},
	noNotifyMerchant: {
		meaning: 'The merchant of the notification address is missing',
		remedy: 'Fill in the merchant.',
	},
	emptyImage: {
		meaning: 'The image is empty',
		remedy: 'Use another file.',
	},
	illegalTime: {
		meaning: 'A time is not written as WeChat Pay wants it',
		remedy: 'Give date, time and zone, such as 2026-12-01T10:00:00+08:00.',
	},
	unknownStockState: {
		meaning: 'The state of the stock that was asked for does not exist',
		remedy: 'Choose one of the states in the list.',
	},
	pageTooLarge: {
		meaning: 'More entries were asked for than fit on a page',
		remedy: 'Ask for fewer at once.',
	},
	badParameter: {
		meaning: 'A parameter is missing or not valid',
		remedy: 'Correct the parameter that WeChat Pay names.',
	},
	stockExpired: {
		meaning: '{The stock:stock_id} has expired, so its stores can no longer be listed or changed',
		remedy: 'Check the validity period of the stock; an expired stock needs no clean-up.',
	},
	stockInAllStores: {
		meaning:
			'{The stock:stock_id} is valid in all stores of the brand (store_scope is ALL), so it has no list of stores',
		remedy: 'Use a stock whose store_scope is SPECIFIC.',
	},
	foreignStore: {
		meaning: '{The store:store_id} is not valid or belongs to another brand',
		remedy: 'Check the store ID and the brand ID of this row.',
	},
	noPartnership: {
		meaning: 'There is no such partnership',
		remedy: 'Check the partner and the stock.',
	},
	otherCodeMode: {
		meaning: '{The stock:stock_id} does not allow this way of sending coupons',
		remedy:
			'Check coupon_code_mode of the stock: MERCHANT_UPLOAD takes codes that are uploaded beforehand, MERCHANT_API needs Coupon Code when a coupon is sent, WECHATPAY_MODE takes neither.',
	},
	codesFull: {
		meaning: '{The stock:stock_id} has as many uploaded codes as it can hold',
		remedy: 'Use a new stock.',
	},
	openidOfOtherAppid: {
		meaning: '{The OpenID:openid} does not belong to {the AppID:appid}',
		remedy: 'Use the OpenID that the user has for this AppID.',
	},
	stockNotRunning: {
		meaning: '{The stock:stock_id} has ended or was not started',
		remedy: 'Check its state; start it before coupons of it are sent.',
	},
	badMerchantId: {
		meaning: 'A merchant ID is not valid',
		remedy: 'Check every merchant ID that was given to the node.',
	},
	headersRemoved: {
		meaning: 'The request reached WeChat Pay without its Accept or User-Agent header',
		remedy: 'Check that no proxy on the way removes headers.',
	},
	againstRules: {
		meaning: 'The request does not follow the rules of the API or of the business',
		remedy:
			'Follow the message of WeChat Pay; check that the IDs belong together and the object is in the right state.',
	},
	clockOff: {
		meaning: 'The time in the signature is too far from the time at WeChat Pay',
		remedy: 'Set the clock of the machine that runs n8n: it may be off by five minutes at most.',
	},
	signatureDamaged: {
		meaning: 'The signature did not reach WeChat Pay as it was sent',
		remedy: 'Check that no proxy on the way removes or changes the Authorization header.',
	},
	createdBefore: {
		meaning: 'What was to be created exists already',
		remedy:
			'Check whether the request number was used before; to create another one, use a new number.',
	},
	couponUsed: {
		meaning: '{The coupon:coupon_code} was already used by another order',
		remedy: 'Look the coupon up to see which order used it.',
	},
	stockCreatedBefore: {
		meaning: 'The stock already exists',
		remedy: 'Check whether the request number was used before.',
	},
	stockNotShared: {
		meaning: '{The stock:stock_id} is not shared with others',
		remedy: 'Have its creator share it first, with a partnership.',
	},
	userHasAll: {
		meaning: '{The user:openid} has as many coupons of the stock as a user may have',
		remedy: 'Raise the limit of the stock, or leave this user out.',
	},
	unknownImageType: {
		meaning: 'The file is not an image that WeChat Pay takes',
		remedy: 'Use a JPG, BMP or PNG file.',
	},
	otherImage: {
		meaning: 'The image that reached WeChat Pay is not the one that was announced',
		remedy: 'Upload it again; a proxy on the way may have changed it.',
	},
	couponNotValidNow: {
		meaning: '{The coupon:coupon_code} is outside its validity period',
		remedy: 'Check whether the coupon can be used now.',
	},
	againstCouponRule: {
		meaning: 'A rule of the coupon or of WeChat Pay does not allow it',
		remedy: 'Follow the message of WeChat Pay.',
	},
	noSuchProductCouponStock: {
		meaning: 'There is no {such stock:stock_id}{ in product coupon?product_coupon_id}',
		remedy: TOGETHER,
	},
	noSuchProductCoupon: {
		meaning: 'There is no {such product coupon:product_coupon_id} in this brand',
		remedy: 'Check the product coupon ID and that it belongs to the brand.',
	},
	notFound: {
		meaning: 'WeChat Pay does not find what was asked for{values}',
		remedy: TOGETHER,
	},
	noSuchStock: {
		meaning: 'There is no {such stock:stock_id}{, or no report of it for?bill_date}',
		remedy:
			'Check the stock ID and the merchant that created the stock, and the day of a report, which is there in the morning after it. Product coupons, merchant coupons and cash coupons have operations of their own.',
	},
	notFoundOrUnavailable: {
		meaning: 'WeChat Pay does not find what was asked for, or it is not available{values}',
		remedy: 'Check the IDs and the state of the object.',
	},
	wrongOpenid: {
		meaning: '{The OpenID:openid} is not right',
		remedy: 'Check the OpenID and that it belongs to the AppID.',
	},
	userRestricted: {
		meaning: '{The user:openid} cannot get coupons, because the account is restricted',
		remedy: 'Leave this user out; the user can turn to the customer service of WeChat Pay.',
	},
	notEnough: {
		meaning: 'What is left is not enough for this{values}',
		remedy:
			'Follow the message of WeChat Pay: it can be the budget or the count of the stock, or the balance of who pays.',
	},
	tooManyForEndpoint: {
		meaning: 'WeChat Pay received more calls than it allows for this endpoint',
		remedy: LATER_OR_SLOWER,
	},
	systemTrouble: {
		meaning: 'WeChat Pay could not handle the call because of trouble on its side',
		remedy: LATER,
	},
	tooMany: {
		meaning: 'WeChat Pay received more calls than it allows',
		remedy: LATER_OR_SLOWER,
	},
	unavailable: {
		meaning: 'WeChat Pay is not available at the moment (HTTP {status})',
		remedy: LATER,
	},
} as const satisfies Partial<Record<CodeMeaning | StatusMeaning, Explanation>>;
