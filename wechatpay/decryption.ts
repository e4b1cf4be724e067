import { createDecipheriv } from 'node:crypto';

/** A resource that was encrypted with AEAD_AES_256_GCM. */
export interface Encrypted {
	/** Base64 of the encrypted text with its tag of 16 bytes behind it */
	ciphertext: string;
	/** text, 12 bytes as documented */
	nonce: string;
	/** text of any length, also empty */
	associatedData: string;
}

const TAG_BYTES = 16;

function open(bytes: Buffer, { nonce, associatedData }: Encrypted, key: Buffer): Buffer {
	// Throws for another length of key or tag.
	const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce), {
		authTagLength: TAG_BYTES,
	});
	decipher.setAAD(Buffer.from(associatedData));
	decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
	const text = decipher.update(bytes.subarray(0, -TAG_BYTES));
	// Throws when the tag does not fit: nothing of the text leaves before.
	return Buffer.concat([text, decipher.final()]);
}

/**
 * Decrypts a resource of a notification.
 *
 * @param key 32 characters
 * @returns the bytes, after the tag over them was checked; `undefined` for another key, another length of key
 * or tag, text that is not exact Base64, and anything that was changed
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012071382
 */
export function decrypt(encrypted: Encrypted, key: string): Buffer | undefined {
	const bytes = Buffer.from(encrypted.ciphertext, 'base64');
	if (bytes.toString('base64') !== encrypted.ciphertext) return undefined;
	try {
		return open(bytes, encrypted, Buffer.from(key));
	} catch {
		return undefined;
	}
}
