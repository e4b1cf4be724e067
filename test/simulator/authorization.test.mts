import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { authorization, call, type Draft, isSigned, type Received } from './client.mts';
import { type Simulator, startSimulator } from './index.mts';
import { merchantCouponStockPath, storesPath } from './urls.mts';

const NOW = 1_700_000_000;
const url = merchantCouponStockPath('100088');

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ clock: () => NOW * 1000 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const send = (draft: Partial<Draft>) => call(simulator, { url, timestamp: NOW, ...draft });

const WRONG_FORM = 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》';
const TOO_OLD = 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟';
const MISMATCH = '错误的签名，验签失败';
const SERIAL = '商户证书序列号有误。请使用签名私钥匹配的证书序列号';

function expectSignError(answer: Received, message: string, reason: string): void {
	expect(answer.status).toBe(401);
	expect(answer.json).toMatchObject({ code: 'SIGN_ERROR', message });
	expect(answer.headers).not.toHaveProperty('wechatpay-signature');
	expect(answer.headers['request-id']).toMatch(/-0$/);
	const { signature, status, code } = simulator.requests.at(-1)!;
	expect({ signature, status, code }).toEqual({
		signature: reason,
		status: 401,
		code: 'SIGN_ERROR',
	});
}

const NO_MATCH = 'signature: sign not match';

/** A draft with a good signature that is written in another way. */
function rewritten(write: (signature: string) => string): Partial<Draft> {
	for (let round = 0; ; round += 1) {
		const draft = { url, timestamp: NOW, nonce: `rewritten${round}` };
		const good = /signature="([^"]+)"/.exec(authorization(simulator, draft))![1]!;
		const signature = write(good);
		if (signature !== good) return { ...draft, pairs: { signature } };
	}
}

describe('accepted', () => {
	test('a good signature, answered with a good signature', async () => {
		const answer = await send({});
		expect(answer.status).toBe(200);
		expect(isSigned(simulator, answer)).toBe(true);
		expect(answer.headers).toMatchObject({
			'wechatpay-serial': simulator.credential.publicKeyId,
			'wechatpay-timestamp': String(NOW),
			'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
		});
		expect(simulator.requests.at(-1)).toMatchObject({ signature: 'valid', status: 200 });
	});

	test('the five pairs in another order', async () => {
		const [scheme, pairs = ''] = authorization(simulator, { url, timestamp: NOW }).split(' ');
		const reversed = pairs.split(',').reverse().join(',');
		const answer = await send({ headers: { Authorization: `${scheme} ${reversed}` } });
		expect(answer.status).toBe(200);
	});

	test('a body of any bytes', async () => {
		const body = JSON.stringify({ store_list: [{ store_id: '门店"\n' }], brand_id: '120344' });
		const path = storesPath('200000001', '123456789', 'disassociate-stores');
		const answer = await send({ method: 'POST', url: path, body: `${body}\n` });
		expect(answer.status).toBe(200);
	});

	test.each([-300, 300])('a clock %d s off', async (skew) => {
		expect((await send({ timestamp: NOW + skew })).status).toBe(200);
	});
});

describe('refused with 401 SIGN_ERROR', () => {
	test('no Authorization header', async () => {
		const answer = await send({ headers: { Authorization: undefined } });
		expectSignError(answer, WRONG_FORM, 'header missing');
	});

	test('another scheme', async () => {
		const other = authorization(simulator, { url }).replace('WECHATPAY2', 'WECHATPAY-BRAND');
		const answer = await send({ headers: { Authorization: other } });
		expectSignError(
			answer,
			'Http头Authorization认证类型不正确',
			'scheme is not WECHATPAY2-SHA256-RSA2048',
		);
	});

	test.each(['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no'])(
		'without %s',
		async (pair) => {
			const answer = await send({ pairs: { [pair]: undefined } });
			expectSignError(answer, WRONG_FORM, `missing: ${pair}`);
		},
	);

	test('an unknown pair', async () => {
		const answer = await send({ pairs: { brand_id: '1' } });
		expectSignError(answer, WRONG_FORM, 'unknown pair');
	});

	test('a pair twice', async () => {
		const twice = `${authorization(simulator, { url })},mchid="1"`;
		const answer = await send({ headers: { Authorization: twice } });
		expectSignError(answer, WRONG_FORM, 'mchid twice');
	});

	test('blanks between the pairs', async () => {
		const spaced = authorization(simulator, { url }).replaceAll(',', ', ');
		const answer = await send({ headers: { Authorization: spaced } });
		expect(answer.status).toBe(401);
	});

	test.each([
		['mchid', '1900000001', '商户号不存在', 'mchid: unknown caller'],
		['serial_no', '00', SERIAL, 'serial_no: unknown serial number'],
		['nonce_str', '', WRONG_FORM, 'nonce_str: nonce empty'],
		['timestamp', 'now', TOO_OLD, 'timestamp: timestamp expired'],
		['timestamp', String(NOW * 1000), TOO_OLD, 'timestamp: timestamp expired'],
		['nonce_str', 'another', MISMATCH, NO_MATCH],
		['timestamp', String(NOW + 1), MISMATCH, NO_MATCH],
		['signature', 'AAAA', MISMATCH, NO_MATCH],
	])('%s "%s": %s', async (pair, value, message, reason) => {
		expectSignError(await send({ pairs: { [pair]: value } }), message, reason);
	});

	test.each([
		['a blank behind it', (text: string) => `${text} `],
		['a blank in the middle', (text: string) => `${text.slice(0, 76)} ${text.slice(76)}`],
		['no padding', (text: string) => text.replace(/=+$/, '')],
		['- instead of +', (text: string) => text.replaceAll('+', '-')],
		['_ instead of /', (text: string) => text.replaceAll('/', '_')],
		['set bits in front of the padding', (text: string) => text.replace(/A==$/, 'B==')],
	])('a good signature that is no standard Base64: %s', async (_, write) => {
		expectSignError(await send(rewritten(write)), MISMATCH, NO_MATCH);
	});

	test('a wrong signature is answered with what WeChat Pay saw', async () => {
		const path = '/v3/security/echo';
		const body = '{"echo_message":"你好"}';
		const nonce = '593BEC0C930BF1AFEB40B4A08C8FB242';
		const draft = { method: 'POST', url: path, body, nonce };
		const { json } = await send({ ...draft, signed: { body: '{}' } });
		expect(json).toEqual({
			code: 'SIGN_ERROR',
			message: MISMATCH,
			detail: {
				field: 'signature',
				issue: 'sign not match',
				location: 'authorization',
				sign_information: {
					method: 'POST',
					url: path,
					truncated_sign_message: `POST\n${path}\n${NOW}\n${nonce}\n{"echo_m\n`,
					sign_message_length: `POST${path}${NOW}${nonce}`.length + Buffer.byteLength(body) + 5,
				},
			},
		});
	});

	test('the serial number in lower case', async () => {
		const serial_no = simulator.credential.serialNo.toLowerCase();
		expectSignError(
			await send({ pairs: { serial_no } }),
			SERIAL,
			'serial_no: unknown serial number',
		);
	});

	test.each([-301, 301])('a clock %d s off', async (skew) => {
		const answer = await send({ timestamp: NOW + skew });
		expectSignError(answer, TOO_OLD, 'timestamp: timestamp expired');
	});

	test.each([
		['method', { method: 'POST' }],
		['path', { url: `${url}/` }],
		['query', { url: `${url}?a=1` }],
		['body', { body: '{}' }],
	])('another %s is signed', async (_, signed) => {
		expectSignError(await send({ signed }), MISMATCH, NO_MATCH);
	});

	test('the decoded URL is signed', async () => {
		const answer = await send({
			url: '/v3/marketing/busifavor/stocks/a%2Fb',
			signed: { url: '/v3/marketing/busifavor/stocks/a/b' },
		});
		expectSignError(answer, MISMATCH, NO_MATCH);
	});

	test('a body changed on its way', async () => {
		const draft = { method: 'POST', url: '/v3/security/echo', body: '{"echo_message":"a"}' };
		const answer = await send({ ...draft, signed: { body: '{"echo_message": "a"}' } });
		expectSignError(answer, MISMATCH, NO_MATCH);
	});

	test('a nonce used again', async () => {
		expect((await send({ nonce: 'once' })).status).toBe(200);
		expectSignError(
			await send({ nonce: 'once' }),
			'随机串重复，请求被重放',
			'nonce_str: nonce repeated',
		);
	});

	test('a nonce used again after reset is new', async () => {
		await send({ nonce: 'once' });
		simulator.reset();
		expect((await send({ nonce: 'once' })).status).toBe(200);
	});

	test('before anything else: an unknown path without signature', async () => {
		const answer = await send({ url: '/nowhere', headers: { Authorization: undefined } });
		expect(answer.status).toBe(401);
	});
});
