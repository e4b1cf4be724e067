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

function expectSignError(answer: Received, field: string, issue: string): void {
	expect(answer.status).toBe(401);
	expect(answer.json).toMatchObject({
		code: 'SIGN_ERROR',
		detail: { field, issue, location: 'authorization' },
	});
	expect(answer.headers).not.toHaveProperty('wechatpay-signature');
	expect(answer.headers['request-id']).toMatch(/-0$/);
	expect(simulator.requests.at(-1)).toMatchObject({
		signature: `${field}: ${issue}`,
		status: 401,
		code: 'SIGN_ERROR',
	});
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
		expectSignError(answer, 'Authorization', 'header missing');
	});

	test('another scheme', async () => {
		const other = authorization(simulator, { url }).replace('WECHATPAY2', 'WECHATPAY-BRAND');
		const answer = await send({ headers: { Authorization: other } });
		expectSignError(answer, 'Authorization', 'scheme is not WECHATPAY2-SHA256-RSA2048');
	});

	test.each(['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no'])(
		'without %s',
		async (pair) => {
			const answer = await send({ pairs: { [pair]: undefined } });
			expectSignError(answer, 'Authorization', `missing: ${pair}`);
		},
	);

	test('an unknown pair', async () => {
		const answer = await send({ pairs: { brand_id: '1' } });
		expectSignError(answer, 'Authorization', 'unknown pair');
	});

	test('a pair twice', async () => {
		const twice = `${authorization(simulator, { url })},mchid="1"`;
		const answer = await send({ headers: { Authorization: twice } });
		expectSignError(answer, 'Authorization', 'mchid twice');
	});

	test('blanks between the pairs', async () => {
		const spaced = authorization(simulator, { url }).replaceAll(',', ', ');
		const answer = await send({ headers: { Authorization: spaced } });
		expect(answer.status).toBe(401);
	});

	test.each([
		['mchid', '1900000001', 'unknown merchant'],
		['serial_no', '00', 'unknown serial number'],
		['nonce_str', '', 'nonce empty'],
		['timestamp', 'now', 'timestamp expired'],
		['timestamp', String(NOW * 1000), 'timestamp expired'],
		['nonce_str', 'another', 'sign not match', 'signature'],
		['timestamp', String(NOW + 1), 'sign not match', 'signature'],
		['signature', 'AAAA', 'sign not match', 'signature'],
	])('%s "%s": %s', async (pair, value, issue, field = pair) => {
		expectSignError(await send({ pairs: { [pair]: value } }), field, issue);
	});

	test('the serial number in lower case', async () => {
		const serial_no = simulator.credential.serialNo.toLowerCase();
		expectSignError(await send({ pairs: { serial_no } }), 'serial_no', 'unknown serial number');
	});

	test.each([-301, 301])('a clock %d s off', async (skew) => {
		const answer = await send({ timestamp: NOW + skew });
		expectSignError(answer, 'timestamp', 'timestamp expired');
	});

	test.each([
		['method', { method: 'POST' }],
		['path', { url: `${url}/` }],
		['query', { url: `${url}?a=1` }],
		['body', { body: '{}' }],
	])('another %s is signed', async (_, signed) => {
		expectSignError(await send({ signed }), 'signature', 'sign not match');
	});

	test('the decoded URL is signed', async () => {
		const answer = await send({
			url: '/v3/marketing/busifavor/stocks/a%2Fb',
			signed: { url: '/v3/marketing/busifavor/stocks/a/b' },
		});
		expectSignError(answer, 'signature', 'sign not match');
	});

	test('a body changed on its way', async () => {
		const draft = { method: 'POST', url: '/v3/security/echo', body: '{"echo_message":"a"}' };
		const answer = await send({ ...draft, signed: { body: '{"echo_message": "a"}' } });
		expectSignError(answer, 'signature', 'sign not match');
	});

	test('a nonce used again', async () => {
		expect((await send({ nonce: 'once' })).status).toBe(200);
		expectSignError(await send({ nonce: 'once' }), 'nonce_str', 'nonce repeated');
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
