import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { merchantWords } from '../marketing/words/merchant';
import { MERCHANT } from '../wechatpay/credential';
import { baseUrl, privateKey, publicKey, serialNo } from './fields';
import { signedBy } from './signing';
import { testRules } from './testRules';

/** What WeChat Pay says, word for word, of a signature, its certificate, its time, and of the public key ID. */
const MESSAGES = [
	['SIGN_ERROR', 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟'],
	['SIGN_ERROR', 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》'],
	['SIGN_ERROR', 'Http头Authorization认证类型不正确'],
	['SIGN_ERROR', '商户未设置APIv3密钥'],
	['SIGN_ERROR', '商户未申请过证书'],
	['SIGN_ERROR', '商户证书序列号有误'],
	['SIGN_ERROR', '商户证书序列号有误。请使用签名私钥匹配的证书序列号'],
	['SIGN_ERROR', '商户证书已过期'],
	['SIGN_ERROR', '商户证书已作废'],
	['SIGN_ERROR', '已更换证书，请使用新证书'],
	['PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误'],
	['PARAM_ERROR', 'HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)'],
	['INVALID_REQUEST', 'Http头缺少Accept或User-Agent'],
] as const;

const CODES = [
	['SIGN_ERROR'],
	[
		'MCH_NOT_EXISTS',
		'WeChat Pay does not know this merchant. Copy Merchant ID from Account Center > Merchant Info.',
	],
] as const;

/** Kept apart, because n8n's linter takes a masked field for a slip when it does not know its name. */
const MASKED = { password: true };

/**
 * Signs every request of a merchant or service provider. Answers are verified by whoever receives them:
 * the WeChat Pay Marketing node does, with the same credential.
 */
export class WeChatPayMarketingApi implements ICredentialType {
	name = 'weChatPayMarketingApi';

	displayName = 'WeChat Pay Marketing API';

	icon: Icon = {
		light: 'file:../icons/weChatPayMarketing.svg',
		dark: 'file:../icons/weChatPayMarketing.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-wechatpay-marketing/n8n-nodes-wechatpay-marketing#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Merchant ID',
			name: 'mchid',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1900000001',
			description: 'The merchant that makes the calls; a service provider enters its own',
			hint: 'In the WeChat Pay merchant platform (pay.weixin.qq.com) under Account Center > Merchant Info',
		},
		serialNo({
			displayName: 'Merchant API Certificate Serial Number',
			hint: 'Under Account Center > API Security > Merchant API Certificate > Manage Certificates',
		}),
		privateKey('Merchant Private Key', 'Account Center > API Security'),
		{
			displayName: 'WeChat Pay Public Key ID',
			name: 'publicKeyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. PUB_KEY_ID_0000000000000024101100397200000006',
			description:
				'Of the key that answers are verified with. The test of the credential cannot check it: the first operation does.',
			hint: 'Under Account Center > API Security > WeChat Pay Public Key; checked by the first operation',
		},
		publicKey('merchant'),
		{
			displayName: 'APIv3 Key',
			name: 'apiV3Key',
			type: 'string',
			typeOptions: MASKED,
			default: '',
			description: 'Notifications are decrypted with it',
			hint: 'Only the trigger needs it: the 32 characters that were set under Account Center > API Security > APIv3 Key',
		},
		baseUrl,
		{
			displayName: 'Default Brand ID',
			name: 'defaultBrandId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 120344',
			description: 'What an empty Brand ID of an operation means',
			hint: 'For who works for one brand only',
		},
		{
			displayName: 'Default AppID',
			name: 'defaultAppid',
			type: 'string',
			default: '',
			placeholder: 'e.g. wx233544546545989',
			description:
				'What an empty AppID of an operation means: the one under which users have OpenIDs',
			hint: 'For who has one official account or mini program only; it must be bound to the merchant',
		},
		{
			displayName: 'Processes',
			name: 'processes',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1,
			description:
				"How many n8n processes make calls of this merchant: each keeps to its share of WeChat Pay's quotas",
			hint: '1, unless n8n runs in queue mode: then the number of its workers',
		},
	];

	/** @see signedBy */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await signedBy(credentials, requestOptions, { kind: MERCHANT, words: merchantWords });
	}

	/**
	 * Asks for a stock that cannot exist, for which any merchant and service provider may ask. Every answer of
	 * WeChat Pay to that has a code: that there is no such stock, or no permission, proves that the signature
	 * was accepted. The address is made whole by `authenticate`.
	 */
	test: ICredentialTestRequest = {
		request: { url: '/v3/marketing/busifavor/stocks/0', ignoreHttpStatusErrors: true },
		rules: testRules(merchantWords, { messages: MESSAGES, codes: CODES }),
	};
}
