import { createCipheriv } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decrypt } from '../../../wechatpay/decryption.ts';
import { Aes } from 'wechatpay-axios-plugin';
import { runs } from '../helpers/runs.mts';
import vectors from '../vectors/notifications.json';

const KEY = '0123456789abcdef0123456789abcdef';

describe('published vectors', () => {
	test.each(vectors.aead)('$name', ({ key, plaintext, ...encrypted }) => {
		const opened = decrypt(encrypted, key)?.toString('utf8');
		// AES-128, which the documents do not have.
		expect(opened).toBe(key.length === 32 ? plaintext : undefined);
	});
});

function encrypted(text: string, associatedData = 'coupon', tagBytes = 16) {
	const nonce = 'j9g1wAzF9Xn1';
	const cipher = createCipheriv('aes-256-gcm', KEY, nonce, { authTagLength: tagBytes });
	cipher.setAAD(Buffer.from(associatedData));
	const bytes = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
	return { ciphertext: bytes.toString('base64'), nonce, associatedData };
}

test('opens what a third-party client seals, and the other way round', () => {
	const texts = fc.string({ unit: 'binary', maxLength: 200 });
	fc.assert(
		fc.property(texts, texts, (text, associatedData) => {
			const nonce = 'j9g1wAzF9Xn1';
			const ciphertext = Aes.AesGcm.encrypt(text, KEY, nonce, associatedData);
			expect(decrypt({ ciphertext, nonce, associatedData }, KEY)?.toString()).toBe(text);
			const ours = encrypted(text, associatedData);
			expect(Aes.AesGcm.decrypt(ours.ciphertext, KEY, nonce, associatedData)).toBe(text);
		}),
		{ numRuns: runs(200) },
	);
});

describe('is refused', () => {
	const right = encrypted('{"a":1}');

	test.each([4, 8, 12, 13, 14, 15])('a tag of %d bytes', (bytes) => {
		const cut = encrypted('{"a":1}', 'coupon', bytes);
		expect(decrypt(cut, KEY)).toBeUndefined();
	});

	test('less than a tag, and nothing', () => {
		for (const ciphertext of ['', 'AAAA', Buffer.alloc(15).toString('base64')]) {
			expect(decrypt({ ...right, ciphertext }, KEY)).toBeUndefined();
		}
		expect(decrypt(encrypted(''), KEY)).toHaveLength(0);
		for (const bytes of [12, 15])
			expect(decrypt(encrypted('', 'coupon', bytes), KEY)).toBeUndefined();
	});

	test.each([
		['no padding', (text: string) => text.replace(/=+$/, '')],
		['a line end', (text: string) => `${text}\n`],
		['a blank', (text: string) => `${text.slice(0, 4)} ${text.slice(4)}`],
		['the alphabet of addresses', (text: string) => text.replace(/[+/]/, '-')],
	])('Base64 with %s', (_, change) => {
		const text = Array.from({ length: 50 }, (_, number) => encrypted(`${number}`)).find(
			({ ciphertext }) => /[+/]/.test(ciphertext) && ciphertext.endsWith('='),
		)!;
		expect(decrypt(text, KEY)).toBeDefined();
		expect(decrypt({ ...text, ciphertext: change(text.ciphertext) }, KEY)).toBeUndefined();
	});

	test.each(['', 'short', KEY.slice(1), `${KEY}0`, KEY.replace('0', '1'), '券'.repeat(32)])(
		'the key %j',
		(key) => {
			expect(decrypt(right, key)).toBeUndefined();
		},
	);

	test('another nonce or other associated data', () => {
		for (const nonce of ['', 'j9g1wAzF9Xn2', 'j9g1wAzF9Xn', 'x'.repeat(200)]) {
			expect(decrypt({ ...right, nonce }, KEY)).toBeUndefined();
		}
		for (const associatedData of ['', 'coupon ', 'Coupon']) {
			expect(decrypt({ ...right, associatedData }, KEY)).toBeUndefined();
		}
	});
});
