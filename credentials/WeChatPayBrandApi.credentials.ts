import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { brandWords } from '../marketing/words/brand';
import { BRAND } from '../wechatpay/credential';
import { baseUrl, privateKey, publicKey, serialNo } from './fields';
import { signedBy } from './signing';
import { testRules } from './testRules';

/** What WeChat Pay says of the header of a signature, in either spelling of HTTP. */
const OF_HEADER = [
	'头Authorization中的timestamp与发起请求的时间不得超过5分钟',
	'头Authorization值格式错误',
	'头Authorization认证类型不正确',
].flatMap((message) => [`HTTP${message}`, `Http${message}`]);

/** What it says, word for word, of a signature and of its certificate. */
const OF_SIGNATURE = [
	'品牌商户未设置品牌API密钥',
	'品牌商户未申请过品牌API证书',
	'品牌商户证书序列号有误',
	'品牌商户证书已过期',
	'品牌商户证书已作废',
	'已更换证书，请使用新证书',
];

const MESSAGES: ReadonlyArray<readonly [string, string]> = [
	...[...OF_HEADER, ...OF_SIGNATURE].map((message) => ['SIGN_ERROR', message] as const),
	['INVALID_REQUEST', 'Http头缺少Accept或User-Agent'],
];

/** The request has nothing in it that could be against the rules but the ID of the public key. */
const WRONG_KEY_ID = brandWords.refusal({
	status: 400,
	code: 'INVALID_REQUEST',
	message: 'Wechatpay-Serial',
	requestId: '',
});

const CODES = [
	['SIGN_ERROR'],
	['INVALID_REQUEST', `${WRONG_KEY_ID.meaning}. ${WRONG_KEY_ID.remedy}`],
] as const;

/**
 * Signs every request of a brand that calls for itself. Answers are verified by whoever receives them: the
 * WeChat Pay Brand node does, with the same credential.
 */
export class WeChatPayBrandApi implements ICredentialType {
	name = 'weChatPayBrandApi';

	displayName = 'WeChat Pay Brand API';

	icon: Icon = {
		light: 'file:../icons/weChatPayBrand.svg',
		dark: 'file:../icons/weChatPayBrand.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechatpay-marketing/n8n-nodes-wechatpay-marketing#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Brand ID',
			name: 'brandId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 120344',
			description: 'The brand that makes the calls: at most seven digits',
			hint: 'On the WeChat Pay brand platform (pay.weixin.qq.com/xdc/brandhomeweb/brand/home); it came with the approval of the brand',
		},
		serialNo({
			displayName: 'Brand API Certificate Serial Number',
			hint: 'Under Account Management > Security Center > Brand API Certificate (账号管理 > 安全中心 > 品牌API证书)',
		}),
		privateKey('Brand Private Key', 'Account Management > Security Center > API Security'),
		{
			displayName: 'WeChat Pay Public Key ID',
			name: 'publicKeyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. PUB_KEY_ID_0000000000000024101100397200000006',
			description: 'Of the key of this brand that answers are verified with; every call names it',
			hint: 'Under Account Management > Security Center > Manage Public Keys (账号管理 > 安全中心 > 管理公钥)',
		},
		publicKey('brand'),
		{
			displayName: 'Brand API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Notifications are decrypted with it',
			hint: 'Only the trigger needs it: the 32 characters that were set under Account Management > Security Center > API Security (账号管理 > 安全中心 > API安全 > 设置密钥)',
		},
		baseUrl,
	];

	/** @see signedBy */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await signedBy(credentials, requestOptions, { kind: BRAND, words: brandWords });
	}

	/**
	 * Asks for a product coupon that cannot exist. Every answer of WeChat Pay to that has a code: that there is no
	 * such product coupon, or no permission, proves that the signature and the ID of the public key were accepted.
	 * The address is made whole by `authenticate`.
	 */
	test: ICredentialTestRequest = {
		request: {
			url: '/brand/marketing/product-coupon/product-coupons/0',
			ignoreHttpStatusErrors: true,
		},
		rules: testRules(brandWords, { messages: MESSAGES, codes: CODES }),
	};
}
