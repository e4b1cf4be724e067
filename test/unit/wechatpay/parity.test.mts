import { sign } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import { authorization, requestMessage } from '../../../wechatpay/requestSignature.ts';
import { openAnswer } from '../../../wechatpay/responseVerification.ts';
import { BRAND_SCHEME } from '../../../wechatpay/scheme.ts';
import { pairsOf } from '../helpers/authorization.mts';
import { MCHID, PUBLIC_KEY_ID, SCHEME, SERIAL_NO } from '../helpers/credential.mts';
import { privatePem, publicPem, rsaKeyPair } from '../helpers/keys.mts';
import { runs } from '../helpers/runs.mts';

interface Rs256 {
	sign(message: string, key: string): string;
	verify(message: string, signature: string, key: string): boolean;
}

/** The primitive that jsonwebtoken signs with; it has no types of its own. */
const rs256 = jest.requireActual<(algorithm: string) => Rs256>('jwa')('RS256');

const { privateKey, publicKey } = rsaKeyPair();
const privateText = privatePem(privateKey);
const publicText = publicPem(publicKey);
const signer = { scheme: SCHEME, callerId: MCHID, serialNo: SERIAL_NO, privateKey };

const base64Url = (base64: string): string =>
	base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const requests = fc.record({
	method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
	target: fc.webPath().map((path) => path || '/'),
	body: fc.string({ unit: 'binary', maxLength: 300 }),
});
const moments = fc.record({
	timestamp: fc.integer({ min: 1, max: 4_000_000_000 }),
	nonce: fc.stringMatching(/^[0-9A-Za-z]{1,32}$/),
});

describe('jsonwebtoken', () => {
	test.each([signer, { ...signer, scheme: BRAND_SCHEME, callerId: '120344' }])(
		'signs the same message of $callerId with the same signature',
		async (caller) => {
			await fc.assert(
				fc.asyncProperty(requests, moments, async (request, moment) => {
					const { signature } = pairsOf(await authorization(request, caller, moment));
					const message = `${request.method}\n${request.target}\n${moment.timestamp}\n${moment.nonce}\n${request.body}\n`;
					expect(base64Url(signature)).toBe(rs256.sign(message, privateText));
					expect(rs256.verify(message, base64Url(signature), publicText)).toBe(true);
				}),
				{ numRuns: runs(100) },
			);
		},
	);

	test('its tokens show that its primitive is the one above', () => {
		const token = jwt.sign({ mchid: MCHID }, privateText, { algorithm: 'RS256' });
		const [head, payload, signature] = token.split('.');
		expect(rs256.sign(`${head}.${payload}`, privateText)).toBe(signature);
	});
});

describe('wechatpay-axios-plugin', () => {
	test('makes the same message, header and signature', async () => {
		await fc.assert(
			fc.asyncProperty(requests, moments, async (request, moment) => {
				const { method, target, body } = request;
				const { nonce, timestamp } = moment;
				const message = Formatter.request(method, target, timestamp, nonce, body);
				expect(requestMessage(request, moment).toString('utf8')).toBe(message);

				const ours = await authorization(request, signer, moment);
				const signature = Rsa.sign(message, privateText);
				const theirs = Formatter.authorization(MCHID, nonce, signature, timestamp, SERIAL_NO);
				expect(ours.split(' ')[0]).toBe(theirs.split(' ')[0]);
				expect(pairsOf(ours)).toEqual(pairsOf(theirs));
				expect(Rsa.verify(message, pairsOf(ours).signature, publicText)).toBe(true);
			}),
			{ numRuns: runs(100) },
		);
	});

	test('signs answers that we open', async () => {
		await fc.assert(
			fc.asyncProperty(requests, moments, async ({ body }, { timestamp, nonce }) => {
				const headers = {
					'wechatpay-timestamp': String(timestamp),
					'wechatpay-nonce': nonce,
					'wechatpay-serial': PUBLIC_KEY_ID,
					'wechatpay-signature': Rsa.sign(Formatter.response(timestamp, nonce, body), privateText),
				};
				const key = { scheme: SCHEME, publicKeyId: PUBLIC_KEY_ID, publicKey };
				const answer = { headers, body: Buffer.from(body) };
				expect(await openAnswer(answer, key, timestamp)).toEqual({ body: Buffer.from(body) });
			}),
			{ numRuns: runs(100) },
		);
	});

	test('refuses what we refuse: a signature over another message', async () => {
		const message = Formatter.response(1554208460, 'nonce', '{}');
		const other = sign('RSA-SHA256', Buffer.from(`${message}\n`), privateKey).toString('base64');
		expect(Rsa.verify(message, other, publicText)).toBe(false);
		const headers = {
			'wechatpay-timestamp': '1554208460',
			'wechatpay-nonce': 'nonce',
			'wechatpay-serial': PUBLIC_KEY_ID,
			'wechatpay-signature': other,
		};
		const key = { scheme: SCHEME, publicKeyId: PUBLIC_KEY_ID, publicKey };
		expect(await openAnswer({ headers, body: Buffer.from('{}') }, key, 1554208460)).toMatchObject({
			refusal: { check: 'signature' },
		});
	});
});
