import { describe, expect, test } from '@jest/globals';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { WeChatPayBrandApi } from '../../../credentials/WeChatPayBrandApi.credentials.ts';
import { isSigned, pairsOf } from '../helpers/authorization.mts';
import { MAIN_HOST, PUBLIC_KEY_ID, SERIAL_NO } from '../helpers/credential.mts';
import { privatePem, publicPem, rsaKeyPair } from '../helpers/keys.mts';

const brand = rsaKeyPair();
const values = {
	brandId: '120344',
	serialNo: SERIAL_NO,
	privateKey: privatePem(brand.privateKey),
	publicKeyId: PUBLIC_KEY_ID,
	publicKey: publicPem(rsaKeyPair().publicKey),
	baseUrl: MAIN_HOST,
};
const sign = async (options: IHttpRequestOptions, changed = {}) =>
	await new WeChatPayBrandApi().authenticate({ ...values, ...changed }, options);

describe('a request of the HTTP Request node', () => {
	test.each<[string, IHttpRequestOptions, string]>([
		['GET', { url: '/brand/store/brandstores?limit=1' }, ''],
		['POST', { method: 'POST', url: '/brand/store/brandstores/1/close' }, ''],
		['POST', { method: 'POST', url: '/brand/store/brandstores', body: { a: '券' } }, '{"a":"券"}'],
	])('%s %j is signed as for brands, and names the public key', async (method, options, body) => {
		const { headers = {}, url, ...signed } = await sign(options);
		expect(url).toBe(`${MAIN_HOST}${options.url}`);
		expect(headers.Authorization).toMatch(/^WECHATPAY-BRAND-SHA256-RSA2048 brand_id="120344",/);
		expect(pairsOf(headers.Authorization)).toMatchObject({ serial_no: SERIAL_NO });
		expect(headers['Wechatpay-Serial']).toBe(PUBLIC_KEY_ID);
		expect(signed.body ?? '').toBe(body);
		expect('Content-Type' in headers).toBe(body !== '');
		const target = options.url;
		const received = { method, target, body, authorization: headers.Authorization };
		expect(isSigned(received, brand.publicKey)).toBe(true);
	});

	test.each([
		[{ brandId: '' }, 'Brand ID in the credential is empty.'],
		[{ brandId: '1900000001' }, 'Brand ID in the credential is a merchant ID'],
		[{ apiKey: 'x' }, 'Brand API Key in the credential is not 32 letters and digits.'],
	])('is not signed with %j', async (changed, message) => {
		await expect(sign({ url: '/brand/a' }, changed)).rejects.toThrow(message);
	});
});
