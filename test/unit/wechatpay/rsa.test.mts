import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { isSignatureOf, signed } from '../../../wechatpay/rsa.ts';
import { rsaKeyPair } from '../helpers/keys.mts';

const { privateKey, publicKey } = rsaKeyPair();
const message = Buffer.from('GET\n/v3/certificates\n');

test('signs as the form without a callback does', async () => {
	const expected = sign('RSA-SHA256', message, privateKey).toString('base64');
	expect(await signed(message, privateKey)).toBe(expected);
	expect(await isSignatureOf(message, expected, publicKey)).toBe(true);
	expect(await isSignatureOf(Buffer.from('another'), expected, publicKey)).toBe(false);
});

describe('others run meanwhile', () => {
	const long = Buffer.alloc(1024 * 1024);

	// What is computed on the loop is done before it turns.
	async function isDoneBefore(work: Promise<unknown>): Promise<boolean> {
		let isDone = false;
		void work.then(() => (isDone = true));
		await new Promise((resolve) => setImmediate(resolve));
		return isDone;
	}

	test('while something is signed', async () => {
		expect(await isDoneBefore(signed(message, privateKey))).toBe(false);
	});

	test('while something long is verified, not something short', async () => {
		const ofLong = await signed(long, privateKey);
		expect(await isDoneBefore(isSignatureOf(long, ofLong, publicKey))).toBe(false);
		expect(await isSignatureOf(long, ofLong, publicKey)).toBe(true);
		expect(await isSignatureOf(long.subarray(1), ofLong, publicKey)).toBe(false);
		const ofShort = await signed(message, privateKey);
		expect(await isDoneBefore(isSignatureOf(message, ofShort, publicKey))).toBe(true);
	});
});

test('a key that cannot sign or verify is told', async () => {
	await expect(signed(message, publicKey)).rejects.toThrow();
	const { privateKey: other } = generateKeyPairSync('x25519');
	const signature = await signed(message, privateKey);
	await expect(isSignatureOf(message, signature, createPublicKey(other))).rejects.toThrow();
});
