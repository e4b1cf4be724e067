import {
	failedCheck,
	isUnsigned,
	type FailedCheck,
	type SignedMessage,
	type VerificationKey,
} from './signedMessage';

/** The body of an answer that was verified, or the check that it did not pass. */
export type Verification = { body: Buffer } | { refusal: FailedCheck };

/**
 * Opens an answer: the only way from what was received to what may be parsed.
 *
 * @param answer as received, status 2xx
 * @param now Unix time in seconds
 * @param mayBeUnsigned whether the documentation says that this answer carries no signature; one that is there
 * counts all the same
 * @returns the body, byte for byte as WeChat Pay signed it, or the check that refused the answer
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4013053420
 */
export async function openAnswer(
	answer: SignedMessage,
	key: VerificationKey,
	now: number,
	mayBeUnsigned = false,
): Promise<Verification> {
	if (mayBeUnsigned && isUnsigned(answer.headers)) return { body: answer.body };
	const failed = await failedCheck(answer, key, now);
	return failed ? { refusal: failed } : { body: answer.body };
}
