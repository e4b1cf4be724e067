import { explain } from '../../../wechatpay/explanation';
import type { Refusal } from '../../../wechatpay/refusal';
import type { VerificationRefusal } from '../../../wechatpay/responseVerification';

/** Why a call gave no data, as n8n classes it. */
export type FailureCause =
	| 'rate-limited'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

interface CallErrorDetails {
	/** an answer outside 2xx, one that was not verified, none at all, or one that makes no sense */
	kind: 'refused' | 'unverified' | 'unanswered' | 'unexpected';
	/** what to do, sentences */
	remedy: string;
	/** HTTP status; 0 when no answer came */
	status: number;
	/** WeChat Pay's code, or the name of the check or of the network condition */
	code: string;
	/** WeChat Pay's own words, or ours when it said nothing */
	reason: string;
	/** for WeChat Pay's support; empty when no answer came */
	requestId: string;
	/** milliseconds before which the answer wants no other call */
	retryAfter?: number;
	failureCause?: FailureCause;
	/** whether WeChat Pay may have carried out what the call was to change */
	isOutcomeUnknown?: boolean;
	outcome?: 'refused' | 'unknown' | 'notSent';
}

/** A call that gave no data: what happened, what to do, and what WeChat Pay's support asks for. */
export class CallError extends Error implements CallErrorDetails {
	readonly kind: CallErrorDetails['kind'];
	readonly remedy: string;
	readonly status: number;
	readonly code: string;
	readonly reason: string;
	readonly requestId: string;
	readonly retryAfter: number | undefined;
	readonly failureCause: FailureCause | undefined;
	readonly isOutcomeUnknown: boolean;
	readonly outcome: 'refused' | 'unknown' | 'notSent';
	readonly httpCode: string | undefined;

	/** @param message what happened */
	constructor(message: string, details: CallErrorDetails) {
		super(message);
		this.name = 'CallError';
		this.kind = details.kind;
		this.remedy = details.remedy;
		this.status = details.status;
		this.code = details.code;
		this.reason = details.reason;
		this.requestId = details.requestId;
		this.retryAfter = details.retryAfter;
		this.failureCause = details.failureCause;
		this.isOutcomeUnknown = details.isOutcomeUnknown ?? false;
		this.outcome = details.outcome ?? (this.isOutcomeUnknown ? 'unknown' : 'refused');
		this.httpCode = undefined;
	}
}

function causeOfStatus(status: number): FailureCause | undefined {
	if (status === 401) return 'credential-invalid';
	if (status === 403) return 'configuration-invalid';
	if (status === 429) return 'rate-limited';
	return status >= 500 ? 'temporarily-unavailable' : undefined;
}

/**
 * An answer outside 2xx.
 *
 * @param retryAfter milliseconds that the answer asks to wait
 */
export function refusedCall(refusal: Refusal, retryAfter?: number): CallError {
	const { meaning, remedy } = explain(refusal);
	const words = [refusal.code, refusal.message && `“${refusal.message}”`].filter(Boolean).join(' ');
	return new CallError(words ? `${meaning} (WeChat Pay: ${words})` : meaning, {
		kind: 'refused',
		remedy,
		status: refusal.status,
		code: refusal.code || `HTTP_${refusal.status}`,
		reason: refusal.message || meaning,
		requestId: refusal.requestId,
		retryAfter,
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
		kind: 'unexpected',
		remedy: 'Look it up to see what became of it, or run the workflow again.',
		status: 200,
		code: 'NOT_IN_ANSWER',
		reason: meaning,
		requestId,
	});
}

/** An answer that did not pass verification, so nothing of it is used. */
export function unverifiedAnswer(refusal: VerificationRefusal, requestId: string): CallError {
	return new CallError(
		`The answer was not used, because it could not be verified as coming from WeChat Pay (check: ${refusal.check}): ${refusal.reason}`,
		{
			kind: 'unverified',
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
		kind: 'unexpected',
		remedy:
			'Run the workflow again later. If the message stays, report it as an issue of this node, with the Request-ID.',
		status: 200,
		code: 'UNEXPECTED_ANSWER',
		reason: meaning,
		requestId,
	});
}

interface NetworkCondition {
	meaning: string;
	/** what to do, a sentence without its full stop */
	remedy: string;
}

const CHECK_NETWORK =
	'Check the network of the machine that runs n8n and API Base URL in the credential, then run the workflow again';

const LOST: NetworkCondition = {
	meaning: 'The connection to WeChat Pay was lost',
	remedy: CHECK_NETWORK,
};

const NO_HOST: NetworkCondition = {
	meaning: 'WeChat Pay could not be reached: its host name was not found',
	remedy: CHECK_NETWORK,
};

const NO_ROUTE: NetworkCondition = {
	meaning: 'WeChat Pay could not be reached: no network leads to its host',
	remedy: CHECK_NETWORK,
};

const TOO_SLOW: NetworkCondition = {
	meaning: 'WeChat Pay did not answer in time',
	remedy: `Run the workflow again, or raise Timeout under Options. If the message stays: ${CHECK_NETWORK}`,
};

const NOT_SECURE: NetworkCondition = {
	meaning: 'No secure connection to WeChat Pay came about',
	remedy:
		'Check API Base URL in the credential, the clock of the machine that runs n8n, and that n8n trusts the certificate of any proxy on the way',
};

const NETWORK_CONDITIONS: Readonly<Record<string, NetworkCondition>> = {
	ECONNREFUSED: {
		meaning: 'WeChat Pay could not be reached: the connection was refused',
		remedy: CHECK_NETWORK,
	},
	ENOTFOUND: NO_HOST,
	EAI_AGAIN: NO_HOST,
	EHOSTUNREACH: NO_ROUTE,
	ENETUNREACH: NO_ROUTE,
	ECONNABORTED: TOO_SLOW,
	ETIMEDOUT: TOO_SLOW,
	ERR_CANCELED: {
		meaning: 'The execution was cancelled',
		remedy: 'Run the workflow again when it is to go on',
	},
};

/** The many codes of TLS, such as `CERT_HAS_EXPIRED` and `UNABLE_TO_VERIFY_LEAF_SIGNATURE`. */
export const TLS_CODE = /CERT|TLS|SSL|VERIFY|EPROTO/;

function networkCondition(code: string): NetworkCondition {
	return NETWORK_CONDITIONS[code] ?? (TLS_CODE.test(code) ? NOT_SECURE : LOST);
}

/**
 * A call without an answer.
 *
 * @param code Node's code of the condition, such as `ECONNRESET`
 */
export function unansweredCall(code: string): CallError {
	const { meaning, remedy } = networkCondition(code);
	return new CallError(meaning, {
		kind: 'unanswered',
		remedy: `${remedy} (${code}).`,
		status: 0,
		code,
		reason: meaning,
		requestId: '',
		failureCause: 'temporarily-unavailable',
	});
}

/** A call that changes something and gave no result, although WeChat Pay may have carried it out. */
export function unknownOutcome(failure: CallError): CallError {
	return new CallError(
		`${failure.message}. It is not known whether WeChat Pay carried the call out`,
		{ ...failure, isOutcomeUnknown: true },
	);
}
