import { sign, verify, type KeyObject } from 'node:crypto';

// The forms with a callback compute in another thread: thousands of calls do not hold up whoever else
// runs in the process.

const ALGORITHM = 'RSA-SHA256';
/** Bytes up to which a check is over sooner, some 0.05 ms, than it could be handed to another thread. */
const SHORT = 64 * 1024;

/**
 * Signs with RSA (PKCS #1 v1.5) and SHA-256, off the event loop.
 *
 * @returns the signature in Base64
 * @throws what node:crypto says of a key that cannot sign
 */
export async function signed(message: Buffer, privateKey: KeyObject): Promise<string> {
	const signature = await new Promise<Buffer>((resolve, reject) => {
		sign(ALGORITHM, message, privateKey, (error, made) => (error ? reject(error) : resolve(made)));
	});
	return signature.toString('base64');
}

/**
 * Checks a signature, that of a long message off the event loop.
 *
 * @param signature Base64, exactly as an encoder writes it: one that was touched must not pass for the same
 * @throws what node:crypto says of a key that cannot verify
 */
export async function isSignatureOf(
	message: Buffer,
	signature: string,
	publicKey: KeyObject,
): Promise<boolean> {
	const bytes = Buffer.from(signature, 'base64');
	// Node.js forgives stray characters.
	if (bytes.toString('base64') !== signature) return false;
	if (message.length <= SHORT) return verify(ALGORITHM, message, publicKey, bytes);
	return await new Promise<boolean>((resolve, reject) => {
		verify(ALGORITHM, message, publicKey, bytes, (error, isValid) =>
			error ? reject(error) : resolve(isValid),
		);
	});
}
