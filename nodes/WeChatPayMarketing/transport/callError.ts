import { explain, type Refusal } from '../../../wechatpay/errorCodes';
import type { VerificationRefusal } from '../../../wechatpay/responseVerification';

/** Why a call gave no data, as n8n classes it. */
export type FailureCause =
	| 'rate-limited'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

/** A call that gave no data: what happened, what to do, and what WeChat Pay's support asks for. */
export class CallError extends Error {
	/** what to do, sentences */
	readonly remedy: string;
	/** HTTP status; 0 when no answer came */
	readonly status: number;
	/** WeChat Pay's code, or the name of the check or of the network condition */
	readonly code: string;
	/** WeChat Pay's own words, or ours when it said nothing */
	readonly reason: string;
	/** for WeChat Pay's support; empty when no answer came */
	readonly requestId: string;
	readonly failureCause: FailureCause | undefined;

	constructor(
		message: string,
		details: Pick<
			CallError,
			'remedy' | 'status' | 'code' | 'reason' | 'requestId' | 'failureCause'
		>,
	) {
		super(message);
		this.name = 'CallError';
		this.remedy = details.remedy;
		this.status = details.status;
		this.code = details.code;
		this.reason = details.reason;
		this.requestId = details.requestId;
		this.failureCause = details.failureCause;
	}
}

function causeOfStatus(status: number): FailureCause | undefined {
	if (status === 401) return 'credential-invalid';
	if (status === 403) return 'configuration-invalid';
	if (status === 429) return 'rate-limited';
	return status >= 500 ? 'temporarily-unavailable' : undefined;
}

/** An answer outside 2xx. */
export function refusedCall(refusal: Refusal): CallError {
	const { meaning, remedy } = explain(refusal);
	const words = [refusal.code, refusal.message && `“${refusal.message}”`].filter(Boolean).join(' ');
	return new CallError(words ? `${meaning} (WeChat Pay: ${words})` : meaning, {
		remedy,
		status: refusal.status,
		code: refusal.code || `HTTP_${refusal.status}`,
		reason: refusal.message || meaning,
		requestId: refusal.requestId,
		failureCause: causeOfStatus(refusal.status),
	});
}

/** One of many in a call whose answer says that it was not done. */
export function refusedMember(refusal: Omit<Refusal, 'status'>): CallError {
	return refusedCall({ ...refusal, status: 200 });
}

/** One of many in a call whose answer says nothing about it, so that it cannot be called done. */
export function unmentionedMember(requestId: string): CallError {
	const meaning =
		'The answer of WeChat Pay does not mention this one, so it does not count as done';
	return new CallError(meaning, {
		remedy: 'Look it up to see what became of it, or run the workflow again.',
		status: 200,
		code: 'NOT_IN_ANSWER',
		reason: meaning,
		requestId,
		failureCause: undefined,
	});
}

/** An answer that did not pass verification, so nothing of it is used. */
export function unverifiedAnswer(refusal: VerificationRefusal, requestId: string): CallError {
	return new CallError(
		`The answer was not used, because it could not be verified as coming from WeChat Pay (check: ${refusal.check}): ${refusal.reason}`,
		{
			remedy: refusal.remedy,
			status: 200,
			code: `UNVERIFIED_${refusal.check.toUpperCase()}`,
			reason: refusal.reason,
			requestId,
			failureCause: 'configuration-invalid',
		},
	);
}

/** An answer that passed verification and still is not what the documentation says. */
export function unexpectedAnswer(meaning: string, requestId: string): CallError {
	return new CallError(meaning, {
		remedy: 'Run the workflow again later; if it stays, report it with the Request-ID.',
		status: 200,
		code: 'UNEXPECTED_ANSWER',
		reason: meaning,
		requestId,
		failureCause: undefined,
	});
}

const NETWORK_CONDITIONS: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'WeChat Pay could not be reached: the connection was refused',
	ENOTFOUND: 'WeChat Pay could not be reached: its host name was not found',
	EAI_AGAIN: 'WeChat Pay could not be reached: its host name was not found',
	ECONNABORTED: 'WeChat Pay did not answer in time',
	ETIMEDOUT: 'WeChat Pay did not answer in time',
	ERR_CANCELED: 'The execution was cancelled',
};

/**
 * A call without an answer.
 *
 * @param networkCode Node's code of the condition, such as `ECONNRESET`
 */
export function unansweredCall(networkCode: string): CallError {
	const meaning = NETWORK_CONDITIONS[networkCode] ?? 'The connection to WeChat Pay was lost';
	return new CallError(meaning, {
		remedy: `Check the network of the machine that runs n8n and API Base URL in the credential, then run the workflow again (${networkCode}).`,
		status: 0,
		code: networkCode,
		reason: meaning,
		requestId: '',
		failureCause: 'temporarily-unavailable',
	});
}
