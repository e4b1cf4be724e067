import { describe, expect, jest, test } from '@jest/globals';
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { attempt } from '../../../../marketing/transport/attempt.ts';
import { requestOf, type Call } from '../../../../marketing/transport/endpoint.ts';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import { credentialOf, MAIN_HOST } from '../../helpers/credential.mts';
import { rsaKeyPair } from '../../helpers/keys.mts';
import { signedAnswer } from '../../helpers/signedAnswer.mts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const weChatPay = rsaKeyPair();
const caller = {
	merchant: credentialOf(rsaKeyPair(), weChatPay),
	credential: { id: '7', name: 'Shop', type: 'shopApi', data: {} },
	words: merchantWords,
};
const NOW = 1_800_000_000_000;

const call: Call = {
	endpoint: { method: 'POST', path: '/v3/things/{id}' },
	path: { id: '1' },
	query: {},
	body: { json: { state: 'OFF' } },
	headers: { 'Idempotency-Key': 'k' },
};
const signed = (text?: string) => signedAnswer(weChatPay.privateKey, NOW, text);

async function tried(answer: object, what: Call = call) {
	const request = jest.fn<(type: string, options: IHttpRequestOptions) => Promise<object>>();
	request.mockResolvedValue(answer);
	const context = {
		helpers: { httpRequestWithAuthentication: request },
	} as unknown as IExecuteFunctions;
	const to = { origin: MAIN_HOST, timeout: 1000 };
	const limits = { timing: { ...new VirtualTime(), now: () => NOW }, signal: undefined };
	const outcome = await attempt(context, caller, requestOf(what), to, limits).catch(
		(error: unknown) => error,
	);
	return { outcome, options: request.mock.calls[0]?.[1] };
}

test('sends the call to its destination, and takes the bytes of the answer', async () => {
	expect((await tried(signed())).options).toMatchObject({
		method: 'POST',
		url: `${MAIN_HOST}/v3/things/1`,
		headers: { Accept: 'application/json', 'Idempotency-Key': 'k' },
		body: '{"state":"OFF"}',
		timeout: 1000,
		encoding: 'arraybuffer',
	});
});

describe('an answer', () => {
	test('that verifies is parsed without loss', async () => {
		const { outcome } = await tried(signed('{"id":12345678901234567890}'));
		expect(outcome).toEqual({ data: { id: '12345678901234567890' }, requestId: '0A-0' });
	});

	test('may be empty', async () => {
		expect((await tried(signed(''))).outcome).toEqual({ data: {}, requestId: '0A-0' });
	});

	test.each(['[]', '1', '"text"', '<html>'])('is no JSON object: %s', async (text) => {
		expect((await tried(signed(text))).outcome).toMatchObject({
			condition: 'unexpected',
			code: 'UNEXPECTED_ANSWER',
			requestId: '0A-0',
		});
	});

	test.each<[string, object]>([
		['SIGNATURE', { ...signed(), body: Buffer.from('{"id":"2"}') }],
		['TIMESTAMP', signedAnswer(weChatPay.privateKey, NOW - 300_000)],
		['HEADERS', { ...signed(), headers: { 'request-id': '0A-0' } }],
	])('that does not verify is not used: %s', async (check, answer) => {
		expect((await tried(answer)).outcome).toMatchObject({
			condition: 'unverified',
			outcome: 'unknown',
			code: `UNVERIFIED_${check}`,
			requestId: '0A-0',
			httpCode: undefined,
			message: expect.stringContaining(`(check: ${check.toLowerCase()})`),
		});
	});

	test('needs no signature where the documentation says so', async () => {
		const unsigned = { ...signed(), headers: {} };
		const endpoint = { ...call.endpoint, mayBeUnsigned: true };
		const { outcome } = await tried(unsigned, { ...call, endpoint });
		expect(outcome).toEqual({ data: { id: '1' }, requestId: '' });
	});

	test('that refuses names what the call was about', async () => {
		const body = Buffer.from('{"code":"RESOURCE_NOT_EXISTS","message":"未找到"}');
		expect((await tried({ statusCode: 404, headers: {}, body })).outcome).toMatchObject({
			condition: 'notFound',
			outcome: 'refused',
			httpCode: '404',
		});
	});
});

test('an answer that never comes to its end is given up', async () => {
	const time = new VirtualTime();
	const request = async function (this: IExecuteFunctions): Promise<never> {
		const signal = this.getExecutionCancelSignal();
		return await new Promise((_, reject) => {
			const canceled = Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' });
			signal?.addEventListener('abort', () => reject(canceled));
		});
	};
	const context = {
		helpers: { httpRequestWithAuthentication: request },
	} as unknown as IExecuteFunctions;
	const to = { origin: MAIN_HOST, timeout: 1000 };
	const limits = { timing: time, signal: undefined };
	const outcome = attempt(context, caller, requestOf(call), to, limits).catch(
		(error: unknown) => error,
	);
	expect(await time.runToEnd(outcome)).toMatchObject({ condition: 'tooSlow', code: 'ETIMEDOUT' });
	expect(time.now()).toBe(1100);
});
