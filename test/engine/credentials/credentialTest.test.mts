import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { testCredential } from '../helpers/credentialTester.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const servers: Server[] = [];

afterEach(async () => {
	await Promise.all(
		servers.splice(0).map(async (server) => {
			await new Promise((resolve) => server.close(resolve));
		}),
	);
});

/** What the test says when this answers in WeChat Pay's place. */
async function testAt(status: number, body: string, type = 'application/json') {
	const server = createServer((_, response) => {
		response.writeHead(status, { 'Content-Type': type, Connection: 'close' }).end(body);
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return await testCredential({
		...simulator().credential,
		baseUrl: `http://127.0.0.1:${port}`,
	});
}

const PASSED = { status: 'OK', message: 'Connection successful!' };
const FOREIGN = {
	status: 'Error',
	message: expect.stringMatching(/^The answer does not come from the API of WeChat Pay\./),
};

describe('the test of the credential', () => {
	test('passes when WeChat Pay accepts the signature', async () => {
		expect(await testCredential(simulator().credential)).toEqual(PASSED);
		expect(simulator().requests).toMatchObject([
			{ method: 'GET', path: '/v3/marketing/busifavor/stocks/0', signature: 'valid' },
		]);
	});

	test('passes with values as they come out of a form', async () => {
		const { credential } = simulator();
		const result = await testCredential({
			...credential,
			mchid: ` \u202d${credential.mchid}\u202c`,
			serialNo: `0x${credential.serialNo.toLowerCase()}`,
			privateKey: Buffer.from(credential.privateKey).toString('base64'),
			publicKey: credential.publicKey.replaceAll('\n', '\\\\n'),
			baseUrl: `\u200b ${credential.baseUrl}/ \ufeff`,
		});
		expect(result).toEqual(PASSED);
	});

	test('fails with a private key of another merchant, and names the fields', async () => {
		const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
		const privateKey = stranger.export({ type: 'pkcs8', format: 'pem' }).toString();
		const result = await testCredential({ ...simulator().credential, privateKey });
		expect(result.status).toBe('Error');
		expect(result.message).toContain('Merchant Private Key');
		expect(result.message).toContain('Merchant API Certificate Serial Number');
	});

	test('fails before any call when a field is wrong', async () => {
		const result = await testCredential({ ...simulator().credential, publicKeyId: 'x' });
		expect(result.message).toMatch(/^WeChat Pay Public Key ID in the credential is not/);
		expect(simulator().requests).toEqual([]);
	});

	test('fails when nothing answers', async () => {
		const { credential } = simulator();
		const result = await testCredential({ ...credential, baseUrl: 'http://127.0.0.1:1' });
		expect(result.status).toBe('Error');
	});
});

describe('an answer of WeChat Pay that proves that the signature was accepted', () => {
	test.each<[number, string, string]>([
		[404, 'RESOURCE_NOT_EXISTS', '查询的资源不存在'],
		[404, 'NOT_FOUND', '未找到 stock_id 对应的商品券批次'],
		[403, 'NO_AUTH', '无权限'],
		[403, 'NO_AUTH', '商户未被授权'],
		[400, 'PARAM_ERROR', '参数错误'],
		[400, 'INVALID_REQUEST', '请求参数符合参数格式,但不符合业务规则'],
		[400, 'APPID_MCHID_NOT_MATCH', 'appid与mchid不匹配'],
	])('%d %s', async (status, code, message) => {
		expect(await testAt(status, JSON.stringify({ code, message }))).toEqual(PASSED);
	});
});

describe('an answer of WeChat Pay that says what is wrong', () => {
	test.each<[number, string, string, RegExp]>([
		[401, 'SIGN_ERROR', '签名错误', /Merchant Private Key/],
		[401, 'SIGN_ERROR', '签名信息错误，验签失败', /Merchant Private Key/],
		[401, 'SIGN_ERROR', 'something new', /Merchant Private Key/],
		[
			401,
			'SIGN_ERROR',
			'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟',
			/Set the clock of the machine/,
		],
		[401, 'SIGN_ERROR', '商户未设置APIv3密钥。', /no APIv3 key/],
		[401, 'SIGN_ERROR', '商户未申请过证书。', /no API certificate/],
		[
			401,
			'SIGN_ERROR',
			'商户证书序列号有误。请使用签名私钥匹配的证书序列号',
			/Merchant API Certificate Serial Number/,
		],
		[401, 'SIGN_ERROR', '商户证书已过期', /expired/],
		[401, 'SIGN_ERROR', '商户证书已作废。', /revoked/],
		[401, 'SIGN_ERROR', '已更换证书，请使用新证书', /replaced/],
		[400, 'PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误', /WeChat Pay Public Key ID/],
		[
			400,
			'PARAM_ERROR',
			'HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)',
			/WeChat Pay Public Key ID/,
		],
		[400, 'INVALID_REQUEST', 'Http头缺少Accept或User-Agent', /proxy/],
		[400, 'MCH_NOT_EXISTS', '商户号不存在', /Copy Merchant ID/],
		[500, 'SYSTEM_ERROR', '系统异常,请稍后重试', /Try again later/],
		[503, 'SERVICE_UNAVAILABLE', '服务不可用', /Try again later/],
		[429, 'FREQUENCY_LIMITED', '频率限制', /Try again later/],
		[429, 'FREQUENCY_LIMIT_EXCEED', '接口限频', /Try again later/],
		[429, 'RATELIMIT_EXCEEDED', '请求超过接口频率限制', /Try again later/],
	])('%d %s %s', async (status, code, message, told) => {
		const result = await testAt(status, JSON.stringify({ code, message }));
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(told) });
		expect(result.message).not.toMatch(/\p{Script=Han}/u);
	});
});

describe('an answer that is not WeChat Pay’s', () => {
	test.each([
		'{"message":"no Route matched with those values"}',
		'{}',
		'{"error":"bad gateway"}',
		'{"code":403,"msg":"blocked"}',
		'{"code":403,"message":"blocked"}',
		'{"code":0,"data":{}}',
		'{"code":-1,"message":"blocked"}',
		'{"code":"403","message":"blocked"}',
		'{"code":"-1","message":"blocked"}',
		'{"code":"","message":"blocked"}',
		'{"code":null,"message":"blocked"}',
		'{"code":true,"message":"blocked"}',
		'{"code":["NOT_FOUND"],"message":"blocked"}',
		'{"code":{"value":"NOT_FOUND"}}',
		'{"code":"not_found","message":"blocked"}',
		'{"code":"NotFound","message":"blocked"}',
		'{"code":"Forbidden","message":"blocked"}',
		'{"code":"A0403","message":"blocked"}',
		'{"code":"FORBIDDEN","message":"blocked"}',
		'{"code":"UNAUTHORIZED","message":"blocked"}',
		'{"code":"BAD_GATEWAY","message":"blocked"}',
		'{"code":"INTERNAL_SERVER_ERROR"}',
		'{"status":404,"error":"Not Found","path":"/v3/marketing/busifavor/stocks/0"}',
		'{"error":{"code":"NOT_FOUND","message":"blocked"}}',
		'{"data":[]}',
		'[[]]',
		'["NOT_FOUND"]',
		'[null]',
		'[7]',
		'null',
		'true',
		'7',
		'"NOT_FOUND"',
		'',
		'not JSON',
		'{"code":"NOT_FOUND"',
	])('%s', async (body) => {
		for (const status of [200, 403, 404, 502]) {
			expect(await testAt(status, body)).toEqual(FOREIGN);
		}
	});

	test.each(['text/html', 'text/plain', 'application/octet-stream'])('text as %s', async (type) => {
		for (const text of ['<html><body>502 Bad Gateway</body></html>', 'Not Found', '']) {
			expect(await testAt(502, text, type)).toEqual(FOREIGN);
		}
	});

	test('an empty list, at which n8n itself stumbles', async () => {
		await expect(testAt(200, '[]')).rejects.toThrow();
	});

	test('a redirect', async () => {
		expect(await testAt(302, '')).toEqual(FOREIGN);
	});
});
