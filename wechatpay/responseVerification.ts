import {
	failedCheck,
	isUnsigned,
	TOLERANCE_MINUTES,
	type FailedCheck,
	type SignedMessage,
	type VerificationKey,
	type VerificationRefusal,
} from './signedMessage';

/** The body of an answer that was verified, or why there is none. */
export type Verification = { body: Buffer } | { refusal: VerificationRefusal };

function missingHeader(name: string): VerificationRefusal {
	return {
		check: 'headers',
		reason: `the header ${name} is missing or came twice, so the answer is not signed`,
		remedy: 'Check that API Base URL leads to WeChat Pay and that no proxy removes headers.',
	};
}

const OTHER_TYPE: VerificationRefusal = {
	check: 'type',
	reason: 'the answer is signed in another way than those to merchants and service providers',
	remedy: 'Check that Merchant ID in the credential is that of a merchant or service provider.',
};

const CLOCK: VerificationRefusal = {
	check: 'timestamp',
	reason: `the timestamp of the answer is not within ${TOLERANCE_MINUTES} minutes of this machine's clock`,
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

function refusalOf(failed: FailedCheck): VerificationRefusal {
	if (failed.check === 'headers') return missingHeader(failed.header);
	if (failed.check === 'type') return OTHER_TYPE;
	if (failed.check === 'timestamp') return CLOCK;
	if (failed.check === 'serial') return FOREIGN_SERIAL;
	return failed.isProbe ? PROBE : WRONG_SIGNATURE;
}

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
	return failed ? { refusal: refusalOf(failed) } : { body: answer.body };
}
