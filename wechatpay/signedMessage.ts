import type { KeyObject } from 'node:crypto';
import { isSignatureOf } from './rsa';
import type { Scheme } from './scheme';

/** An answer or a notification as it came from the wire. Header names may be in any case. */
export interface SignedMessage {
	headers: Record<string, unknown>;
	/** the bytes before any parsing */
	body: Buffer;
}

/** The key that messages of WeChat Pay must be signed with, its ID, and how. */
export interface VerificationKey {
	/** how what is sent to an account of its kind is signed */
	scheme: Scheme;
	publicKeyId: string;
	publicKey: KeyObject;
}

/** The check that a message did not pass, and what it found. */
export type FailedCheck =
	| { check: 'headers'; header: string }
	| { check: 'type' }
	| { check: 'timestamp' }
	| { check: 'serial'; serial: string }
	| { check: 'signature'; found: 'probe' | 'otherContent' };

const SIGNATURE_HEADERS = [
	'Wechatpay-Timestamp',
	'Wechatpay-Nonce',
	'Wechatpay-Signature',
	'Wechatpay-Serial',
];
/** May be missing; names the kind of signature. */
const TYPE_HEADER = 'Wechatpay-Signature-Type';
/** Clocks may differ by less than this, in seconds. */
const TOLERANCE = 300;
/** The same in minutes. */
export const TOLERANCE_MINUTES = TOLERANCE / 60;
/** WeChat Pay now and then signs a message wrongly on purpose, to see whether the receiver checks. */
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/';

/** Node.js joins headers that came several times by a comma, or lists them. */
function headerValues(headers: SignedMessage['headers'], name: string): unknown[] {
	const wanted = name.toLowerCase();
	return Object.keys(headers)
		.filter((key) => key.length === name.length && key.toLowerCase() === wanted)
		.map((key) => headers[key])
		.filter((value) => value !== undefined)
		.flatMap((value) => (typeof value === 'string' ? value.split(',') : [value]));
}

/** @returns the value of a header that is there once; else an empty text */
function onlyHeader(headers: SignedMessage['headers'], name: string): string {
	const [value, ...others] = headerValues(headers, name);
	return typeof value === 'string' && others.length === 0 ? value : '';
}

function isOfScheme(headers: SignedMessage['headers'], { name, mayBeUnnamed }: Scheme): boolean {
	if (headerValues(headers, TYPE_HEADER).length === 0) return mayBeUnnamed;
	return onlyHeader(headers, TYPE_HEADER) === name;
}

/** Whether a message makes no claim to be signed: none of the headers of a signature is there. */
export function isUnsigned(headers: SignedMessage['headers']): boolean {
	return [...SIGNATURE_HEADERS, TYPE_HEADER].every(
		(name) => headerValues(headers, name).length === 0,
	);
}

function isRecent(timestamp: string, now: number): boolean {
	return /^\d+$/.test(timestamp) && Math.abs(now - Number(timestamp)) < TOLERANCE;
}

/**
 * Checks what an answer and a notification have in common: all four headers, each once, the kind of
 * signature, the clock, the serial and the signature over timestamp, nonce and body, in this order.
 *
 * @param now Unix time in seconds
 * @returns the check that the message did not pass; `undefined` when it is WeChat Pay's
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4013053420
 */
export async function failedCheck(
	{ headers, body }: SignedMessage,
	key: VerificationKey,
	now: number,
): Promise<FailedCheck | undefined> {
	const missing = SIGNATURE_HEADERS.find((name) => onlyHeader(headers, name) === '');
	if (missing) return { check: 'headers', header: missing };
	if (!isOfScheme(headers, key.scheme)) return { check: 'type' };
	const timestamp = onlyHeader(headers, 'Wechatpay-Timestamp');
	if (!isRecent(timestamp, now)) return { check: 'timestamp' };
	const serial = onlyHeader(headers, 'Wechatpay-Serial');
	if (serial !== key.publicKeyId) return { check: 'serial', serial };
	const head = `${timestamp}\n${onlyHeader(headers, 'Wechatpay-Nonce')}\n`;
	const message = Buffer.concat([Buffer.from(head), body, Buffer.from('\n')]);
	const signature = onlyHeader(headers, 'Wechatpay-Signature');
	if (await isSignatureOf(message, signature, key.publicKey)) return undefined;
	const isProbe = signature.startsWith(PROBE_PREFIX);
	return { check: 'signature', found: isProbe ? 'probe' : 'otherContent' };
}
