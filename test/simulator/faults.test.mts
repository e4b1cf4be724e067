import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, type Draft, isSigned, type Received } from './client.mts';
import { type Fault, type Simulator, startSimulator } from './index.mts';
import { BRANDS, PRODUCT_COUPONS, STOCKS } from './shop.mts';
import { merchantCouponStockPath, storesPath } from './urls.mts';

const NOW = 1_700_000_000;
const { effective } = PRODUCT_COUPONS;
const stockUrl = merchantCouponStockPath('100088');

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ clock: () => NOW * 1000 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const send = (draft: Partial<Draft> = {}) =>
	call(simulator, { url: stockUrl, timestamp: NOW, ...draft });
const disassociate = (to: Simulator = simulator) =>
	call(to, {
		timestamp: NOW,
		method: 'POST',
		url: storesPath(effective, STOCKS.stores200, 'disassociate-stores'),
		body: JSON.stringify({ brand_id: BRANDS.coffee, store_list: [{ store_id: '100000001' }] }),
	});
const storesLeft = () => simulator.shop.associatedStores(effective, STOCKS.stores200).length;

async function sendWith(fault: Fault): Promise<Received> {
	simulator.misbehave(fault);
	return await send();
}

describe('instead of the work', () => {
	test.each([
		[500, 'SYSTEM_ERROR', '系统异常，请稍后重试'],
		[429, 'RATELIMIT_EXCEEDED', '请求超过接口频率限制'],
		[418, 'SYSTEM_ERROR', '系统异常，请稍后重试'],
	])('status %d', async (status, code, message) => {
		simulator.misbehave({ kind: 'status', status });
		const answer = await disassociate();
		expect(answer).toMatchObject({ status, json: { code, message } });
		expect(answer.headers).not.toHaveProperty('wechatpay-signature');
		expect(storesLeft()).toBe(200);
		expect(simulator.requests[0]).toMatchObject({ signature: 'valid', status, code });
	});

	test('status with code, message and headers', async () => {
		const headers = { 'Retry-After': '7' };
		const own = { code: 'FREQUENCY_LIMITED', message: '频率限制' };
		const answer = await sendWith({ kind: 'status', status: 429, headers, ...own });
		expect(answer).toMatchObject({ status: 429, json: own, headers: { 'retry-after': '7' } });
	});

	test("status with a gateway's HTML", async () => {
		const body = '<html><h1>502 Bad Gateway</h1></html>';
		const answer = await sendWith({ kind: 'status', status: 502, body });
		expect(answer).toMatchObject({ status: 502, text: body });
		expect(answer.headers['content-type']).toBe('text/html');
	});

	test.each([undefined, 307])('redirect, status %s', async (status) => {
		const location = 'http://127.0.0.1:1/elsewhere';
		const answer = await sendWith({ kind: 'redirect', location, status });
		expect(answer).toMatchObject({ status: status ?? 302, headers: { location }, text: '' });
	});

	test('resetBeforeWork', async () => {
		simulator.misbehave({ kind: 'resetBeforeWork' });
		await expect(disassociate()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(storesLeft()).toBe(200);
		expect(simulator.requests[0]).not.toHaveProperty('status');
	});
});

describe('after the work', () => {
	test('resetAfterWork', async () => {
		simulator.misbehave({ kind: 'resetAfterWork' });
		await expect(disassociate()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(storesLeft()).toBe(199);
	});

	test('truncated', async () => {
		simulator.misbehave({ kind: 'truncated' });
		await expect(disassociate()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(storesLeft()).toBe(199);
	});
});

describe('no answer until the simulator closes', () => {
	test.each([
		['neverAnswer', 200],
		['neverAnswerAfterWork', 199],
	] as const)('%s', async (kind, left) => {
		const silent = await startSimulator({ clock: () => NOW * 1000 });
		const { shop } = silent;
		let unanswered: Promise<unknown>;
		try {
			silent.misbehave({ kind });
			unanswered = disassociate(silent).catch((error: unknown) => error);
			while (silent.requests.length < 1) await new Promise(setImmediate);
			// An answered call after it shows that the first has had its turn.
			expect((await call(silent, { url: stockUrl, timestamp: NOW })).status).toBe(200);
			expect(shop.associatedStores(effective, STOCKS.stores200)).toHaveLength(left);
		} finally {
			await silent.close();
		}
		expect(await unanswered).toMatchObject({ code: 'ECONNRESET' });
	});
});

describe('a spoiled answer', () => {
	test.each(['changedBody', 'changedSignature', 'foreignKey', 'probe'] as const)(
		'%s does not verify',
		async (kind) => {
			const answer = await sendWith({ kind });
			expect(answer.status).toBe(200);
			expect(answer.headers['wechatpay-serial']).toBe(simulator.credential.publicKeyId);
			expect(isSigned(simulator, answer)).toBe(false);
		},
	);

	test('changedBody is still JSON and says something else', async () => {
		const good = await send();
		const spoiled = await sendWith({ kind: 'changedBody' });
		expect(spoiled.json).not.toEqual({});
		expect(spoiled.json).not.toEqual(good.json);
	});

	test('changedBody of a body without digits', async () => {
		simulator.misbehave({ kind: 'changedBody' });
		const answer = await send({
			method: 'POST',
			url: '/v3/security/echo',
			body: '{"echo_message":"abc"}',
			headers: { 'Wechatpay-Serial': simulator.credential.publicKeyId },
		});
		expect(answer.text).toBe('{"echo_message":"abc"} ');
		expect(isSigned(simulator, answer)).toBe(false);
	});

	test('probe starts with its mark', async () => {
		const { headers } = await sendWith({ kind: 'probe' });
		expect(headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
	});

	test('wrongSerial is another key ID over a good signature', async () => {
		const answer = await sendWith({ kind: 'wrongSerial' });
		expect(isSigned(simulator, answer)).toBe(true);
		expect(answer.headers['wechatpay-serial']).toMatch(/^PUB_KEY_ID_\d{34}$/);
		expect(answer.headers['wechatpay-serial']).not.toBe(simulator.credential.publicKeyId);
	});

	test.each([
		['oldTimestamp', -360],
		['futureTimestamp', 360],
	] as const)('%s is %d s off over a good signature', async (kind, skew) => {
		const answer = await sendWith({ kind });
		expect(isSigned(simulator, answer)).toBe(true);
		expect(answer.headers['wechatpay-timestamp']).toBe(String(NOW + skew));
	});

	test('missingHeader, whatever its case', async () => {
		const answer = await sendWith({ kind: 'missingHeader', header: 'wechatpay-NONCE' });
		expect(answer.headers).not.toHaveProperty('wechatpay-nonce');
		expect(answer.headers).toHaveProperty('wechatpay-signature');
	});

	test('answer: another body, rightly signed, after the work', async () => {
		simulator.misbehave({ kind: 'answer', change: () => ({ total_count: 1 }) });
		const answer = await disassociate();
		expect(answer.json).toEqual({ total_count: 1 });
		expect(isSigned(simulator, answer)).toBe(true);
		expect(storesLeft()).toBe(199);
	});

	test('an error answer stays as it is', async () => {
		simulator.misbehave({ kind: 'changedBody' });
		const answer = await send({ url: merchantCouponStockPath('1') });
		expect(answer.json).toMatchObject({ code: 'RESOURCE_NOT_EXISTS' });
	});
});

describe('which requests a fault befalls', () => {
	const fault: Fault = { kind: 'status', status: 503 };
	const statuses = async (count: number) => {
		const list: number[] = [];
		for (let index = 0; index < count; index += 1) list.push((await send()).status);
		return list;
	};

	test('one unless told', async () => {
		simulator.misbehave(fault);
		expect(await statuses(2)).toEqual([503, 200]);
	});

	test('times and skip', async () => {
		simulator.misbehave(fault, { times: 2, skip: 1 });
		expect(await statuses(4)).toEqual([200, 503, 503, 200]);
	});

	test('all of them, until reset', async () => {
		simulator.misbehave(fault, { times: Infinity });
		expect(await statuses(3)).toEqual([503, 503, 503]);
		simulator.reset();
		expect(await statuses(1)).toEqual([200]);
	});

	test('one after the other', async () => {
		simulator.misbehave(fault);
		simulator.misbehave({ kind: 'status', status: 500 });
		expect(await statuses(3)).toEqual([503, 500, 200]);
	});

	test('by method and path; others are not counted', async () => {
		simulator.misbehave(fault, { method: 'POST', path: /disassociate-stores$/, skip: 1 });
		expect(await statuses(1)).toEqual([200]);
		expect((await disassociate()).status).toBe(200);
		expect(await statuses(1)).toEqual([200]);
		expect((await disassociate()).status).toBe(503);
	});
});
