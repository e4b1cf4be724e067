import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { testCredential } from '../helpers/credentialTester.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
let server: Server | undefined;
afterEach(async () => {
	await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
	server = undefined;
});

/** What the test says when this answers in WeChat Pay's place. */
async function testAt(status: number, answer: object) {
	server = createServer((_, response) => {
		const headers = { 'Content-Type': 'application/json', Connection: 'close' };
		response.writeHead(status, headers).end(JSON.stringify(answer));
	});
	await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return await testCredential({
		...simulator().brandCredential,
		baseUrl: `http://127.0.0.1:${port}`,
	});
}

const PASSED = { status: 'OK', message: 'Connection successful!' };

describe("the test of a brand's credential", () => {
	test('passes when WeChat Pay accepts the signature: there is no product coupon 0', async () => {
		expect(await testCredential(simulator().brandCredential)).toEqual(PASSED);
		expect(simulator().requests).toMatchObject([
			{
				method: 'GET',
				path: '/brand/marketing/product-coupon/product-coupons/0',
				signature: 'valid',
				status: 404,
			},
		]);
	});

	test('fails with the private key of another brand, and names the fields', async () => {
		const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
		const privateKey = stranger.export({ type: 'pkcs8', format: 'pem' }).toString();
		const { message } = await testCredential({ ...simulator().brandCredential, privateKey });
		expect(message).toMatch(/Brand Private Key, Brand API Certificate Serial Number and Brand ID/);
	});

	test('fails with the ID of another public key, which a merchant learns from the first operation', async () => {
		const publicKeyId = `PUB_KEY_ID_${'1'.repeat(34)}`;
		const result = await testCredential({ ...simulator().brandCredential, publicKeyId });
		expect(result).toEqual({
			status: 'Error',
			message: expect.stringMatching(/does not know the key in WeChat Pay Public Key ID/),
		});
	});

	test('fails before any call with the ID of a merchant', async () => {
		const { message } = await testCredential({
			...simulator().brandCredential,
			brandId: '1900000001',
		});
		expect(message).toMatch(/^Brand ID in the credential is a merchant ID/);
		expect(simulator().requests).toEqual([]);
	});
});

test.each<[number, string, string]>([
	[404, 'NOT_FOUND', '未找到 product_coupon_id 对应的商品券'],
	[403, 'NO_AUTH', '缺少业务相关权限'],
	[400, 'PARAM_ERROR', '参数错误'],
])('%d %s proves that the signature was accepted', async (status, code, message) => {
	expect(await testAt(status, { code, message })).toEqual(PASSED);
});

test.each<[number, string, string, RegExp]>([
	[401, 'SIGN_ERROR', '错误的签名，导致验签失败。', /Brand Private Key/],
	[401, 'SIGN_ERROR', '品牌商户未设置品牌API密钥。', /no brand API key/],
	[401, 'SIGN_ERROR', '品牌商户未设置品牌API密钥', /no brand API key/],
	[401, 'SIGN_ERROR', '品牌商户未申请过品牌API证书。', /no API certificate/],
	[401, 'SIGN_ERROR', '品牌商户证书序列号有误。', /Brand API Certificate Serial Number/],
	[401, 'SIGN_ERROR', '品牌商户证书已过期。', /expired/],
	[401, 'SIGN_ERROR', '品牌商户证书已作废。', /revoked/],
	[401, 'SIGN_ERROR', '已更换证书，请使用新证书', /replaced/],
	[401, 'SIGN_ERROR', 'HTTP头Authorization认证类型不正确', /another kind of signature/],
	[401, 'SIGN_ERROR', 'Http头Authorization值格式错误。', /no proxy on the way/],
	[
		401,
		'SIGN_ERROR',
		'HTTP头Authorization中的timestamp与发起请求的时间不得超过5分钟',
		/Set the clock of the machine/,
	],
	[400, 'INVALID_REQUEST', '参数不符合规则', /WeChat Pay Public Key ID/],
	[400, 'INVALID_REQUEST', 'Http头缺少Accept或User-Agent', /proxy/],
	[500, 'SYSTEM_ERROR', '系统异常', /Try again later/],
	[200, '0', '', /does not come from the API/],
])('%d %s %s says what is wrong', async (status, code, message, told) => {
	const result = await testAt(status, { code, message });
	expect(result).toEqual({ status: 'Error', message: expect.stringMatching(told) });
	expect(result.message).not.toMatch(/\p{Script=Han}/u);
});
