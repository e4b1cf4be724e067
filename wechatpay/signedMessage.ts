import type { KeyObject } from 'node:crypto';
import { SCHEME } from './requestSignature';
import { isSignatureOf } from './rsa';

/** An answer or a notification as it came from the wire. Header names may be in any case. */
export interface SignedMessage {
	headers: Record<string, unknown>;
	/** the bytes before any parsing */
	body: Buffer;
}

/** The key that messages of WeChat Pay must be signed with, and its ID. */
export interface VerificationKey {
	publicKeyId: string;
	publicKey: KeyObject;
}

/** The check that a message did not pass. */
export type FailedCheck =
	| { check: 'headers'; header: string }
	| { check: 'type' }
	| { check: 'timestamp' }
	| { check: 'serial'; serial: string }
	| { check: 'signature'; isProbe: boolean };

/** Why a message cannot be shown to come from WeChat Pay, unchanged and recent. */
export interface VerificationRefusal {
	/** the check that refused it */
	check: FailedCheck['check'];
	/** what is wrong, a sentence without capital and full stop */
	reason: string;
	/** what to do, a sentence */
	remedy: string;
}

const SIGNATURE_HEADERS = [
	'Wechatpay-Timestamp',
	'Wechatpay-Nonce',
	'Wechatpay-Signature',
	'Wechatpay-Serial',
];
/** May be missing; names another kind of signature where a brand or Chinese ciphers are used. */
const TYPE_HEADER = 'Wechatpay-Signature-Type';
/** Clocks may differ by less than this, in seconds. */
const TOLERANCE = 300;
/** The same in minutes, for messages. */
export const TOLERANCE_MINUTES = TOLERANCE / 60;
/** WeChat Pay now and then signs a message wrongly on purpose, to see whether the receiver checks. */
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/';

/** Node joins headers that came several times by a comma, or lists them. */
function headerValues(headers: SignedMessage['headers'], name: string): unknown[] {
	return Object.entries(headers)
		.filter(([key, value]) => key.toLowerCase() === name.toLowerCase() && value !== undefined)
		.flatMap(([, value]) => (typeof value === 'string' ? value.split(',') : [value]));
}

/** @returns the value of a header that is there once; else an empty text */
function onlyHeader(headers: SignedMessage['headers'], name: string): string {
	const [value, ...others] = headerValues(headers, name);
	return typeof value === 'string' && others.length === 0 ? value : '';
}

function isOurType(headers: SignedMessage['headers']): boolean {
	return (
		headerValues(headers, TYPE_HEADER).length === 0 || onlyHeader(headers, TYPE_HEADER) === SCHEME
	);
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
	if (!isOurType(headers)) return { check: 'type' };
	const timestamp = onlyHeader(headers, 'Wechatpay-Timestamp');
	if (!isRecent(timestamp, now)) return { check: 'timestamp' };
	const serial = onlyHeader(headers, 'Wechatpay-Serial');
	if (serial !== key.publicKeyId) return { check: 'serial', serial };
	const head = `${timestamp}\n${onlyHeader(headers, 'Wechatpay-Nonce')}\n`;
	const message = Buffer.concat([Buffer.from(head), body, Buffer.from('\n')]);
	const signature = onlyHeader(headers, 'Wechatpay-Signature');
	if (await isSignatureOf(message, signature, key.publicKey)) return undefined;
	return { check: 'signature', isProbe: signature.startsWith(PROBE_PREFIX) };
}
