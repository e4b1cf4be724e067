import type { KeyObject } from 'node:crypto';
import { isSignatureOf } from './rsa';

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

/** Why an answer cannot be shown to come from WeChat Pay, unchanged and recent. */
export interface VerificationRefusal {
	/** the check that refused it */
	check: 'headers' | 'timestamp' | 'serial' | 'signature';
	/** what is wrong, a sentence without capital and full stop */
	reason: string;
	/** what to do, a sentence */
	remedy: string;
}

/** The body of an answer that was verified, or why there is none. */
export type Verification = { body: Buffer } | { refusal: VerificationRefusal };

const SIGNATURE_HEADERS = [
	'Wechatpay-Timestamp',
	'Wechatpay-Nonce',
	'Wechatpay-Signature',
	'Wechatpay-Serial',
];
/** Clocks may differ by less than this, in seconds. */
const TOLERANCE = 300;
/** WeChat Pay now and then signs an answer wrongly on purpose, to see whether the receiver checks. */
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/';

function readHeader(headers: RawAnswer['headers'], name: string): string {
	const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
	return typeof found?.[1] === 'string' ? found[1] : '';
}

function missingHeader(name: string): VerificationRefusal {
	return {
		check: 'headers',
		reason: `the header ${name} is missing, so the answer is not signed`,
		remedy: 'Check that API Base URL leads to WeChat Pay and that no proxy removes headers.',
	};
}

const CLOCK: VerificationRefusal = {
	check: 'timestamp',
	reason: `the timestamp of the answer is not within ${TOLERANCE / 60} minutes of this machine's clock`,
	remedy:
		'Set the clock of the machine that runs n8n; if it is right, the answer is an old one sent again.',
};

const FOREIGN_SERIAL: VerificationRefusal = {
	check: 'serial',
	reason: 'the answer is signed with a key other than the one in WeChat Pay Public Key ID',
	remedy:
		'Compare WeChat Pay Public Key ID in the credential with the merchant platform under Account Center > API Security > WeChat Pay Public Key; if they are equal, see there whether answers are still signed with a platform certificate.',
};

const WRONG_SIGNATURE: VerificationRefusal = {
	check: 'signature',
	reason: 'the signature of the answer does not fit its content',
	remedy:
		'Check that WeChat Pay Public Key in the credential is the one of this merchant and of WeChat Pay Public Key ID; if it is, the answer was changed on its way.',
};

const PROBE: VerificationRefusal = {
	check: 'signature',
	reason: 'the answer is a probe of WeChat Pay, signed wrongly on purpose',
	remedy:
		'Run the workflow again, with Max Retries of 1 or more, so that a probe is followed by another try.',
};

function isRecent(timestamp: string, now: number): boolean {
	return /^\d+$/.test(timestamp) && Math.abs(now - Number(timestamp)) < TOLERANCE;
}

/**
 * Opens an answer: the only way from what was received to what may be parsed.
 *
 * @param answer as received, status 2xx
 * @param now Unix time in seconds
 * @returns the body, byte for byte as WeChat Pay signed it, or the check that refused the answer
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4013053420
 */
export async function openAnswer(
	answer: RawAnswer,
	key: AnswerKey,
	now: number,
): Promise<Verification> {
	const missing = SIGNATURE_HEADERS.find((name) => readHeader(answer.headers, name) === '');
	if (missing) return { refusal: missingHeader(missing) };
	const timestamp = readHeader(answer.headers, 'Wechatpay-Timestamp');
	if (!isRecent(timestamp, now)) return { refusal: CLOCK };
	if (readHeader(answer.headers, 'Wechatpay-Serial') !== key.publicKeyId) {
		return { refusal: FOREIGN_SERIAL };
	}
	const head = `${timestamp}\n${readHeader(answer.headers, 'Wechatpay-Nonce')}\n`;
	const message = Buffer.concat([Buffer.from(head), answer.body, Buffer.from('\n')]);
	const signature = readHeader(answer.headers, 'Wechatpay-Signature');
	if (!(await isSignatureOf(message, signature, key.publicKey))) {
		return { refusal: signature.startsWith(PROBE_PREFIX) ? PROBE : WRONG_SIGNATURE };
	}
	return { body: answer.body };
}
