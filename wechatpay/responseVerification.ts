import { verify, type KeyObject } from 'node:crypto';

/** An answer as it came from the wire. Header names may be in any case. */
export interface RawAnswer {
	headers: Record<string, unknown>;
	/** the bytes before any parsing */
	body: Buffer;
}

/** The key that answers must be signed with, and its ID. */
export interface AnswerKey {
	publicKeyId: string;
	publicKey: KeyObject;
}

/** The check that refused an answer. */
export type VerificationCheck = 'headers' | 'timestamp' | 'serial' | 'signature';

/** An answer that cannot be shown to come from WeChat Pay, unchanged and recent. It gives no data. */
export class VerificationError extends Error {
	constructor(
		/** the check that refused it */
		readonly check: VerificationCheck,
		message: string,
		/** what to do, a sentence */
		readonly remedy: string,
	) {
		super(message);
		this.name = 'VerificationError';
	}
}

/** Clocks may differ by less than this, in seconds. */
const TOLERANCE = 300;
/** WeChat Pay now and then signs an answer wrongly on purpose, to see whether the receiver checks. */
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/';

function header(headers: RawAnswer['headers'], name: string): string {
	const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
	if (typeof found?.[1] === 'string' && found[1] !== '') return found[1];
	throw new VerificationError(
		'headers',
		`the header ${name} is missing, so the answer is not signed`,
		'Check that API Base URL leads to WeChat Pay and that no proxy removes headers.',
	);
}

function checkTimestamp(timestamp: string, now: number): void {
	const age = now - Number(timestamp);
	if (/^\d+$/.test(timestamp) && Math.abs(age) < TOLERANCE) return;
	throw new VerificationError(
		'timestamp',
		`the timestamp of the answer is not within ${TOLERANCE / 60} minutes of this machine's clock`,
		'Set the clock of the machine that runs n8n; if it is right, the answer is an old one sent again.',
	);
}

function checkSerial(serial: string, publicKeyId: string): void {
	if (serial === publicKeyId) return;
	throw new VerificationError(
		'serial',
		'the answer is signed with a key other than the one in WeChat Pay Public Key ID',
		'Compare WeChat Pay Public Key ID in the credential with the merchant platform under Account Center > API Security.',
	);
}

function checkSignature(message: Buffer, signature: string, publicKey: KeyObject): void {
	const bytes = Buffer.from(signature, 'base64');
	// Node's decoder forgives stray characters; a signature that was touched must not pass for the same.
	const untouched = bytes.toString('base64') === signature;
	if (untouched && verify('RSA-SHA256', message, publicKey, bytes)) return;
	throw new VerificationError(
		'signature',
		signature.startsWith(PROBE_PREFIX)
			? 'the answer is a probe of WeChat Pay, signed wrongly on purpose'
			: 'the signature of the answer does not fit its content',
		'Check that WeChat Pay Public Key in the credential belongs to this merchant; if it does, the answer was changed on its way.',
	);
}

/**
 * Opens an answer: the only way from what was received to what may be parsed.
 *
 * @param answer as received, status 2xx
 * @param now Unix time in seconds
 * @returns the body, byte for byte as WeChat Pay signed it
 * @throws VerificationError naming the check that refused the answer
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4013053420
 */
export function verifiedBody(answer: RawAnswer, key: AnswerKey, now: number): Buffer {
	const timestamp = header(answer.headers, 'Wechatpay-Timestamp');
	const nonce = header(answer.headers, 'Wechatpay-Nonce');
	const signature = header(answer.headers, 'Wechatpay-Signature');
	const serial = header(answer.headers, 'Wechatpay-Serial');
	checkTimestamp(timestamp, now);
	checkSerial(serial, key.publicKeyId);
	const head = Buffer.from(`${timestamp}\n${nonce}\n`);
	const message = Buffer.concat([head, answer.body, Buffer.from('\n')]);
	checkSignature(message, signature, key.publicKey);
	return answer.body;
}
