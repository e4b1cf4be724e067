import type { Advice } from './errorCodes';

/**
 * The detail codes of WeChat Pay's trouble-shooting guide: the digits after the last `-` of the `Request-ID`
 * header. They say more than code and message do.
 */
export const DETAIL_CODES: Readonly<Record<string, Advice>> = {
	268435461: {
		meaning: 'Illegal parameter',
		remedy:
			'Check RFC 3339 times, amounts in fen, enumerations, https URLs, invisible characters and brand_id.',
	},
	268435462: {
		meaning: 'A parameter is too long',
		remedy: 'Check the maximum lengths.',
	},
	268435463: {
		meaning: 'A parameter is too short',
		remedy: 'Check the minimum lengths.',
	},
	268435464: {
		meaning: 'A parameter is out of range',
		remedy: 'Check amounts, counts, percent_off (1-99) and the number of uses (3-15).',
	},
	268577984: {
		meaning: '{The stock:stock_id} is not in the SENDING state',
		remedy: 'Check the state and the dates of the stock.',
	},
	268578101: {
		meaning: 'The input is not legal',
		remedy: 'Check JSON, required fields, names and nesting.',
	},
	268578224: {
		meaning: 'A parameter does not meet the requirements of its field',
		remedy:
			'Read the message; stock period and the place of the discount rule are the usual causes.',
	},
	268578367: {
		meaning: '{The user coupon:coupon_code} is in a state that does not allow the operation',
		remedy:
			'Get the coupon: CONFIRMING means confirm was not called; only EFFECTIVE can be used, only USED can be returned.',
	},
	268578404: {
		meaning: 'A product coupon image is missing',
		remedy: 'Give the image fields.',
	},
	268578526: {
		meaning: '{The OpenID:openid} cannot be resolved',
		remedy: 'The openid must belong to the appid of the same call.',
	},
	268578532: {
		meaning: '{The OpenID:openid} cannot be resolved',
		remedy: 'The openid must belong to the appid.',
	},
	268578608: {
		meaning: 'What the call is about does not exist{values}',
		remedy: 'Check that product_coupon_id, stock_id, coupon_code and brand_id belong together.',
	},
	268578704: {
		meaning: '{The AppID:appid} is illegal',
		remedy: 'Bind the AppID to the brand or the provider first.',
	},
	268578776: {
		meaning: '{The user coupon:coupon_code} has expired',
		remedy:
			'Final state: no further use or return. The validity starts at the callback time: confirm quickly and never change the period on your side.',
	},
	268578813: {
		meaning: '{The stock:stock_id} is valid in all stores',
		remedy: 'Stores can only be changed when store_scope is SPECIFIC.',
	},
	268578851: {
		meaning: '{The user coupon:coupon_code} does not exist',
		remedy: 'Check coupon_code, openid, stock_id and product_coupon_id.',
	},
	268578927: {
		meaning: 'Same request number, different data',
		remedy: 'Use a new number for a new operation, the same body for a retry.',
	},
	268579803: {
		meaning: 'The service provider has no permission for this API',
		remedy: 'The brand must grant the product-coupon product to the provider.',
	},
	268584404: {
		meaning: '{The store:store_id} is not allowed for this coupon',
		remedy:
			'Use a store of the brand, open and associated with the stock when store_scope is SPECIFIC.',
	},
	268586067: {
		meaning: 'The non-decreasing discounts are not valid',
		remedy: 'The discounts of a multi-use coupon must not decrease.',
	},
	270087680: {
		meaning: 'The image is too large',
		remedy: 'Use an image of 2 MB at most.',
	},
	270924289: {
		meaning: 'The calls are too frequent',
		remedy:
			'Lower Requests Per Second under Options. All brands of a service provider share its quota.',
	},
	272755200: {
		meaning: 'The send request is repeated with another request number',
		remedy: 'Keep send_request_no for a retry.',
	},
	272755715: {
		meaning: '{The coupon:coupon_code} is outside its validity period',
		remedy: 'Check valid_begin_time and valid_end_time.',
	},
	272755717: {
		meaning: '{The coupon:coupon_code} is outside the periods of its rule',
		remedy: 'Check the weekly and daily periods of the stock.',
	},
	272756740: {
		meaning: '{The user:openid} has reached the receive limit',
		remedy: 'Raise max_count_per_user with a new stock or stop sending to this user.',
	},
	272756745: {
		meaning: '{The coupon:coupon_code} was already used by another order',
		remedy: 'Do not use it again; read the coupon for the order it belongs to.',
	},
	272756746: {
		meaning: '{The coupon:coupon_code} is locked by the redemption of another order',
		remedy: 'Wait for that order, then retry.',
	},
	272756769: {
		meaning: '{The coupon:coupon_code} was deleted by the user',
		remedy: 'Final state; send a new coupon.',
	},
	272756790: {
		meaning: '{The coupon:coupon_code} has expired, no further operation',
		remedy: 'Final state: no further use or return.',
	},
};

/** @returns the detail code of a Request-ID, `undefined` when it has none */
export function detailCode(requestId: string): Advice | undefined {
	const code = requestId.slice(requestId.lastIndexOf('-') + 1);
	return Object.hasOwn(DETAIL_CODES, code) ? DETAIL_CODES[code] : undefined;
}
