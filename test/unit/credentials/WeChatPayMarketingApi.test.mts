import { describe, expect, test } from '@jest/globals';
import { NodeApiError, type IHttpRequestOptions, type INode } from 'n8n-workflow';
import { WeChatPayMarketingApi } from '../../../credentials/WeChatPayMarketingApi.credentials.ts';
import { pairsOf } from '../helpers/authorization.mts';
import { MAIN_HOST, MCHID, PUBLIC_KEY_ID, SERIAL_NO } from '../helpers/credential.mts';
import { privatePem, publicPem, rsaKeyPair } from '../helpers/keys.mts';

const values = {
	mchid: MCHID,
	serialNo: SERIAL_NO,
	privateKey: privatePem(rsaKeyPair().privateKey),
	publicKeyId: PUBLIC_KEY_ID,
	publicKey: publicPem(rsaKeyPair().publicKey),
	baseUrl: MAIN_HOST,
};
const sign = async (options: IHttpRequestOptions, changed = {}) =>
	await new WeChatPayMarketingApi().authenticate({ ...values, ...changed }, options);

test('a request is signed, under the name of the package unless it has one', async () => {
	const { url, headers } = await sign({ url: '/v3/certificates' });
	expect(url).toBe(`${MAIN_HOST}/v3/certificates`);
	expect(headers).toMatchObject({ 'User-Agent': 'n8n-nodes-wechatpay-marketing' });
	expect(pairsOf(headers?.Authorization)).toMatchObject({ mchid: MCHID, serial_no: SERIAL_NO });
	const own = await sign({ url: '/v3/certificates', headers: { 'user-agent': 'shop' } });
	expect(own.headers).toMatchObject({ 'user-agent': 'shop' });
	expect(own.headers).not.toHaveProperty('User-Agent');
});

describe('what keeps a request from being signed is told as n8n shows it', () => {
	test.each([
		[
			{ url: '/v3/a' },
			{ mchid: '' },
			'Merchant ID in the credential is empty. Copy the number that the merchant platform shows under Account Center > Merchant Info.',
		],
		[
			{ url: 'https://evil.com/v3/a' },
			{},
			'Requests to evil.com are not signed: this credential is only for WeChat Pay and for the API Base URL in it.',
		],
	])('%j with %j', async (options, changed, message) => {
		const error = await sign(options, changed).catch((thrown: Error) => thrown);
		const shown = new NodeApiError({ name: 'HTTP Request' } as INode, error as never);
		expect(shown.message).toBe(message);
		expect(shown.description).toBeUndefined();
	});
});
