import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from '@jest/globals';
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

test('lets others run meanwhile', async () => {
	const order: string[] = [];
	const work = (async () => {
		const signature = await signed(message, privateKey);
		order.push('signed');
		await isSignatureOf(message, signature, publicKey);
		order.push('verified');
	})();
	// What is computed on the loop would be done before it turns.
	await new Promise((resolve) => setImmediate(resolve));
	order.push('others');
	await work;
	expect(order.indexOf('others')).toBeLessThan(order.indexOf('verified'));
});

test('a key that cannot sign or verify is told', async () => {
	await expect(signed(message, publicKey)).rejects.toThrow();
	const { privateKey: other } = generateKeyPairSync('x25519');
	const signature = await signed(message, privateKey);
	await expect(isSignatureOf(message, signature, createPublicKey(other))).rejects.toThrow();
});
