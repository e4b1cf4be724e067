/** How the requests of a kind of account are signed, and what WeChat Pay sends to it. */
export interface Scheme {
	/** the word before a signature in `Authorization`, and the `Wechatpay-Signature-Type` of what WeChat Pay sends */
	name: string;
	/** the member of `Authorization` that says who calls */
	callerMember: 'mchid' | 'brand_id';
	/** whether what WeChat Pay sends may come without its `Wechatpay-Signature-Type` */
	mayBeUnnamed: boolean;
}

/** That of merchants and service providers. */
export const MERCHANT_SCHEME: Scheme = {
	name: 'WECHATPAY2-SHA256-RSA2048',
	callerMember: 'mchid',
	mayBeUnnamed: true,
};

/**
 * That of brands that call for themselves.
 *
 * @see https://pay.weixin.qq.com/doc/brand/4015407523
 */
export const BRAND_SCHEME: Scheme = {
	name: 'WECHATPAY-BRAND-SHA256-RSA2048',
	callerMember: 'brand_id',
	mayBeUnnamed: false,
};
