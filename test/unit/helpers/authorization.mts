import { createVerify, type KeyObject } from 'node:crypto';

/** What WeChat Pay reads from an Authorization header. */
export type AuthorizationPairs = Record<
	'mchid' | 'nonce_str' | 'signature' | 'timestamp' | 'serial_no',
	string
>;

/** The pairs of an Authorization header. */
export function pairsOf(header: unknown): AuthorizationPairs {
	return Object.fromEntries(
		[...String(header).matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
			name,
			value,
		]),
	) as AuthorizationPairs;
}

/** Checks a request as WeChat Pay does: five lines, made of what came over the wire. */
export function isSigned(
	received: { method: string; target: string; body: string | Buffer; authorization: unknown },
	publicKey: KeyObject,
): boolean {
	const { nonce_str, signature, timestamp } = pairsOf(received.authorization);
	const message = createVerify('sha256');
	for (const line of [received.method, received.target, timestamp, nonce_str, received.body]) {
		message.update(line).update('\n');
	}
	return message.verify(publicKey, signature, 'base64');
}
