import { sign } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Endpoint } from '../../nodes/WeChatPayMarketing/transport/endpoint.ts';
import { Session } from '../../nodes/WeChatPayMarketing/transport/session.ts';
import { BACKUP_HOST, MAIN_HOST, MCHID, PUBLIC_KEY_ID, SERIAL_NO } from './helpers/credential.mts';
import { privatePem, rsaKeyPair } from './helpers/keys.mts';
import { VirtualTime } from './helpers/virtualTime.mts';

const merchant = rsaKeyPair();
const weChatPay = rsaKeyPair();

const endpoint: Endpoint = {
	method: 'GET',
	path: '/v3/things/{id}',
	requestsPerSecond: Infinity,
	safeToRepeat: true,
	documentationUrl: 'https://pay.weixin.qq.com/',
};
const settings = { timeout: 1000, maxRetries: 3 };

function signedAnswer(time: VirtualTime) {
	const timestamp = String(Math.floor(time.now() / 1000));
	const body = Buffer.from('{"id":"1"}');
	const message = Buffer.concat([Buffer.from(`${timestamp}\nnonce\n`), body, Buffer.from('\n')]);
	return {
		statusCode: 200,
		headers: {
			'wechatpay-timestamp': timestamp,
			'wechatpay-nonce': 'nonce',
			'wechatpay-serial': PUBLIC_KEY_ID,
			'wechatpay-signature': sign('RSA-SHA256', message, weChatPay.privateKey).toString('base64'),
			'request-id': '0A-0',
		},
		body,
	};
}

/** A session whose attempts come to what the script says: an answer, or a network condition. */
function scripted(script: string[], baseUrl = MAIN_HOST) {
	const time = new VirtualTime();
	const stop = new AbortController();
	const sent: IHttpRequestOptions[] = [];
	const getCredentials = jest.fn(async () => ({
		mchid: MCHID,
		serialNo: SERIAL_NO,
		privateKey: privatePem(merchant.privateKey),
		publicKeyId: PUBLIC_KEY_ID,
		publicKey: weChatPay.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
		baseUrl,
	}));
	const context = {
		getNode: () => ({ name: 'WeChat Pay' }),
		getCredentials,
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions) => {
				const step = script[sent.length] ?? 'answer';
				sent.push(options);
				if (step === 'answer') return signedAnswer(time);
				if (/^\d+$/.test(step)) {
					return { statusCode: Number(step), headers: {}, body: Buffer.from('') };
				}
				throw Object.assign(new Error('n8n says something'), { cause: { code: step } });
			},
		},
	} as unknown as IExecuteFunctions;
	const session = new Session(context, Infinity, time, stop.signal);
	return { session, time, sent, stop, getCredentials };
}

describe('Session', () => {
	test('goes to the backup host when the main host cannot be reached, and back', async () => {
		const { session, time, sent } = scripted(['ENOTFOUND', 'ECONNREFUSED', '502', 'answer']);
		const result = await time.runToEnd(session.call(endpoint, { id: '1' }, settings));
		expect(result.data).toEqual({ id: '1' });
		expect(sent.map(({ url }) => url)).toEqual([
			`${MAIN_HOST}/v3/things/1`,
			`${BACKUP_HOST}/v3/things/1`,
			`${MAIN_HOST}/v3/things/1`,
			`${MAIN_HOST}/v3/things/1`,
		]);
		expect(session).toMatchObject({ calls: 4, retries: 3 });
	});

	test('stays with a host that the user configured', async () => {
		const { session, time, sent } = scripted(['ENOTFOUND', 'answer'], 'https://gateway.example');
		await time.runToEnd(session.call(endpoint, { id: '1' }, settings));
		expect(sent.map(({ url }) => url)).toEqual(
			Array(2).fill('https://gateway.example/v3/things/1'),
		);
	});

	test.each([
		{ script: ['ECONNRESET'], repeatedBlindly: true },
		{ script: ['500'], repeatedBlindly: true },
		{ script: ['ECONNREFUSED'], repeatedBlindly: false },
		{ script: ['429'], repeatedBlindly: false },
		{ script: ['ECONNABORTED', '429'], repeatedBlindly: true },
		{ script: [], repeatedBlindly: false },
	])('knows after $script whether work may have been done', async ({ script, repeatedBlindly }) => {
		const { session, time } = scripted(script);
		const result = await time.runToEnd(session.call(endpoint, { id: '1' }, settings));
		expect(result.wasRepeatedBlindly).toBe(repeatedBlindly);
	});

	test('stops at once when the execution is cancelled during a wait', async () => {
		const { session, sent, stop } = scripted(['503']);
		const call = session.call(endpoint, { id: '1' }, settings);
		setImmediate(() => setImmediate(() => stop.abort()));
		await expect(call).rejects.toMatchObject({ code: 'ERR_CANCELED' });
		expect(sent).toHaveLength(1);
	});

	test('reads the credential once for all calls', async () => {
		const { session, time, getCredentials } = scripted(['503']);
		const calls = ['1', '2', '3'].map((id) => session.call(endpoint, { id }, settings));
		await time.runToEnd(Promise.all(calls));
		expect(session.calls).toBe(4);
		expect(getCredentials).toHaveBeenCalledTimes(1);
	});

	test('does not repeat what is not safe to repeat', async () => {
		const { session, time, sent } = scripted(['ECONNRESET']);
		const unsafe = { ...endpoint, safeToRepeat: false };
		const call = time.runToEnd(session.call(unsafe, { id: '1' }, settings));
		await expect(call).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(sent).toHaveLength(1);
	});
});
