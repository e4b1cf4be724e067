import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Both halves of a key. */
export interface KeyPair {
	publicKey: KeyObject;
	privateKey: KeyObject;
}

/** A new RSA key pair. Nothing of it is written anywhere; it ends with the process. */
export function rsaKeyPair(modulusLength = 2048): KeyPair {
	return generateKeyPairSync('rsa', { modulusLength });
}

/** The text of a file that holds the private key. */
export function privatePem(key: KeyObject, type: 'pkcs8' | 'pkcs1' = 'pkcs8'): string {
	return key.export({ type, format: 'pem' }).toString();
}

/** The text of a file that holds the public key. */
export function publicPem(key: KeyObject, type: 'spki' | 'pkcs1' = 'spki'): string {
	return key.export({ type, format: 'pem' }).toString();
}

/** DER bytes as a PEM file: lines of 64 characters between a `BEGIN` and an `END` line. */
export function pemFile(label: string, der: Buffer): string {
	const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The Base64 text of a PEM file without its first and last line. */
export function bareBase64(pem: string): string {
	return pem.trim().split('\n').slice(1, -1).join('\n');
}
