import type { DetailMeaning } from '../../wechatpay/detailCodes';
import { TOGETHER } from './refusals';
import type { Explanation } from './told';

/** What is told of detail codes, after WeChat Pay's trouble-shooting guide. */
export const DETAILS: Readonly<Record<DetailMeaning, Explanation>> = {
	illegalParameter: {
		meaning: 'Illegal parameter',
		remedy:
			'Check RFC 3339 times, amounts in fen, enumerations, https URLs, invisible characters and brand_id.',
	},
	parameterTooLong: {
		meaning: 'A parameter is too long',
		remedy: 'Check the maximum lengths.',
	},
	parameterTooShort: {
		meaning: 'A parameter is too short',
		remedy: 'Check the minimum lengths.',
	},
	parameterOutOfRange: {
		meaning: 'A parameter is out of range',
		remedy: 'Check amounts, counts, percent_off (1-99) and the number of uses (3-15).',
	},
	stockNotSending: {
		meaning: '{The stock:stock_id} is not in the SENDING state',
		remedy: 'Check the state and the dates of the stock.',
	},
	illegalInput: {
		meaning: 'The input is not legal',
		remedy: 'Check JSON, required fields, names and nesting.',
	},
	parameterAgainstItsField: {
		meaning: 'A parameter does not meet the requirements of its field',
		remedy:
			'Read the message; stock period and the place of the discount rule are the usual causes.',
	},
	userCouponInOtherState: {
		meaning: '{The user coupon:coupon_code} is in a state that does not allow the operation',
		remedy:
			'Get the coupon: CONFIRMING means confirm was not called; only EFFECTIVE can be used, only USED can be returned.',
	},
	noImage: {
		meaning: 'A product coupon image is missing',
		remedy: 'Give the image fields.',
	},
	unresolvedOpenid: {
		meaning: '{The OpenID:openid} cannot be resolved',
		remedy: 'The openid must belong to the appid of the same call.',
	},
	unresolvedOpenidOfBrand: {
		meaning: '{The OpenID:openid} cannot be resolved',
		remedy: 'The openid must belong to the appid.',
	},
	nothingThere: {
		meaning: 'What the call is about does not exist{values}',
		remedy: TOGETHER,
	},
	illegalAppid: {
		meaning: '{The AppID:appid} is illegal',
		remedy: 'Bind the AppID to the brand or the provider first.',
	},
	userCouponExpired: {
		meaning: '{The user coupon:coupon_code} has expired',
		remedy:
			'Final state: no further use or return. The validity starts at the callback time: confirm quickly and never change the period on your side.',
	},
	stockForAllStores: {
		meaning: '{The stock:stock_id} is valid in all stores',
		remedy: 'Stores can only be changed when store_scope is SPECIFIC.',
	},
	noSuchUserCoupon: {
		meaning: '{The user coupon:coupon_code} does not exist',
		remedy: TOGETHER,
	},
	sameNumberOtherData: {
		meaning: 'Same request number, different data',
		remedy: 'Use a new number for a new operation, the same body for a retry.',
	},
	providerWithoutPermission: {
		meaning: 'The account has no permission for this API',
		remedy:
			'Product coupons must be enabled for the brand, and granted to whoever else calls on its behalf.',
	},
	storeNotAllowed: {
		meaning: '{The store:store_id} is not allowed for this coupon',
		remedy:
			'Use a store of the brand, open and associated with the stock when store_scope is SPECIFIC.',
	},
	decreasingDiscounts: {
		meaning: 'The non-decreasing discounts are not valid',
		remedy: 'The discounts of a multi-use coupon must not decrease.',
	},
	imageTooLarge: {
		meaning: 'The image is too large',
		remedy: 'Use an image of 2 MB at most.',
	},
	tooFrequent: {
		meaning: 'The calls are too frequent',
		remedy:
			'Lower Requests Per Second under Options. All programs and all brands of one account share its quota.',
	},
	sentUnderOtherNumber: {
		meaning: 'The send request is repeated with another request number',
		remedy: 'Keep send_request_no for a retry.',
	},
	couponOutsideValidity: {
		meaning: '{The coupon:coupon_code} is outside its validity period',
		remedy: 'Check valid_begin_time and valid_end_time.',
	},
	couponOutsidePeriods: {
		meaning: '{The coupon:coupon_code} is outside the periods of its rule',
		remedy: 'Check the weekly and daily periods of the stock.',
	},
	receiveLimitReached: {
		meaning: '{The user:openid} has reached the receive limit',
		remedy: 'Raise max_count_per_user with a new stock or stop sending to this user.',
	},
	couponUsedByOtherOrder: {
		meaning: '{The coupon:coupon_code} was already used by another order',
		remedy: 'Do not use it again; read the coupon for the order it belongs to.',
	},
	couponLocked: {
		meaning: '{The coupon:coupon_code} is locked by the redemption of another order',
		remedy: 'Wait for that order, then retry.',
	},
	couponDeleted: {
		meaning: '{The coupon:coupon_code} was deleted by the user',
		remedy: 'Final state; send a new coupon.',
	},
	couponExpired: {
		meaning: '{The coupon:coupon_code} has expired, no further operation',
		remedy: 'Final state: no further use or return.',
	},
};
