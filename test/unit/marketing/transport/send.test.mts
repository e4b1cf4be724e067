import { describe, expect, jest, test } from '@jest/globals';
import type {
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import {
	isGood,
	refusalOf,
	refusedCall,
	requestIdOf,
	send,
} from '../../../../marketing/transport/send.ts';
import { NotSignedError } from '../../../../marketing/words/requests.ts';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import { MAIN_HOST } from '../../helpers/credential.mts';

const credential: ICredentialsDecrypted = { id: '7', name: 'Shop', type: 'shopApi', data: {} };
const url = `${MAIN_HOST}/v3/things`;

/** Has a request sent by a helper that does this. */
async function sent(
	work: (this: IExecuteFunctions, ...given: unknown[]) => Promise<unknown>,
	signal?: AbortSignal,
) {
	const request = jest.fn(work);
	const context = {
		getExecutionCancelSignal: () => 'of the execution',
		helpers: { httpRequestWithAuthentication: request },
	} as unknown as IExecuteFunctions;
	const outcome = await send(context, credential, { method: 'GET', url }, signal).catch(
		(error: unknown) => error,
	);
	return { outcome, given: request.mock.calls[0], sender: request.mock.contexts[0]! };
}

describe('a request', () => {
	test('is signed by the credential, follows nothing, and gives the answer whatever its status', async () => {
		const answer = { statusCode: 404 };
		const { outcome, given } = await sent(async () => answer);
		expect(outcome).toBe(answer);
		expect(given).toEqual([
			'shopApi',
			{
				method: 'GET',
				url,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			} satisfies IHttpRequestOptions,
			{ credentialsDecrypted: credential },
		]);
	});

	test('ends with the signal of the execution, or with its own', async () => {
		const answer = async () => ({ statusCode: 200 });
		const { signal } = new AbortController();
		expect((await sent(answer)).sender.getExecutionCancelSignal()).toBe('of the execution');
		expect((await sent(answer, signal)).sender.getExecutionCancelSignal()).toBe(signal);
	});

	test.each([
		[{ isAxiosError: true, code: 'ECONNRESET' }, 'lost'],
		[{ isAxiosError: true, code: 'ECONNREFUSED' }, 'unreachable'],
		[Object.assign(new Error('…'), { cause: new NotSignedError('no') }), 'unsendable'],
		[new Error('boom'), 'notSent'],
	])('without an answer is classed: %j', async (thrown, condition) => {
		const { outcome } = await sent(async () => await Promise.reject(thrown));
		expect(outcome).toMatchObject({ name: 'CallError', condition });
	});
});

describe('an answer', () => {
	const answer = (statusCode: number, headers = {}) =>
		({ statusCode, headers }) as IN8nHttpFullResponse;

	test.each([
		[199, false],
		[200, true],
		[299, true],
		[300, false],
	])('of status %d is good: %s', (status, good) => {
		expect(isGood(answer(status))).toBe(good);
	});

	test('has its Request-ID, or none', () => {
		expect(requestIdOf(answer(200, { 'request-id': '0A-1' }))).toBe('0A-1');
		expect(requestIdOf(answer(200))).toBe('');
	});

	test('outside 2xx is read and explained', () => {
		const headers = { 'request-id': '0A-1', 'retry-after': '2' };
		const body = Buffer.from('{"code":"FREQUENCY_LIMITED","message":"频率限制"}');
		expect(refusalOf(merchantWords, answer(403, headers), body, {})).toMatchObject({
			condition: 'tooMany',
			code: 'FREQUENCY_LIMITED',
			reason: '频率限制',
			requestId: '0A-1',
			httpCode: '403',
			retryAfter: 2000,
			message: expect.stringMatching(/^[A-Z].* \(WeChat Pay: FREQUENCY_LIMITED “频率限制”\)$/),
		});
	});

	test.each(['Wed, 21 Oct 2026 07:28:00 GMT', '-1', ''])('waits for no %p', (value) => {
		const retryAfter = refusalOf(
			merchantWords,
			answer(503, { 'retry-after': value }),
			Buffer.of(),
			{},
		).retryAfter;
		expect(retryAfter).toBeUndefined();
	});

	test('of a gateway is told by its status', () => {
		const error = refusalOf(
			merchantWords,
			answer(502),
			Buffer.from('<html>Bad Gateway</html>'),
			{},
		);
		expect(error).toMatchObject({ condition: 'unavailable', code: 'HTTP_502', httpCode: '502' });
		expect(error.message).not.toContain('WeChat Pay:');
		expect(error.reason).toBe(error.message);
	});
});

test('a refused member of a good answer has no HTTP status of its own', () => {
	const refusal = { status: 200, code: 'NOT_FOUND', message: '未找到', requestId: '0A-1' };
	expect(refusedCall(merchantWords, refusal, {})).toMatchObject({
		condition: 'refusedMember',
		outcome: 'refused',
		httpCode: undefined,
		reason: '未找到',
	});
});

test("WeChat Pay's words name no person whole", () => {
	const message = '用户oUpF8uMuAJO_M2pxb1Q9zNjWeS6o（13812345678）不存在';
	const refusal = { status: 404, code: 'USER_NOT_EXISTS', message, requestId: '' };
	const error = refusedCall(merchantWords, refusal, {});
	expect(error.reason).toBe('用户oUpF8u…jWeS6o（138…678）不存在');
	expect(error.message).toContain(error.reason);
});
