import type { Refusal } from '../../wechatpay/refusal';
import type { Complaint, Explanation } from '../words/told';
import type { Words } from '../words/words';
import {
	isBeforeSending,
	isUnreachable,
	networkCondition,
	type NoAnswer,
} from './networkConditions';

/** Why a call gave no data, as n8n classes it. */
export type FailureCause =
	| 'rate-limited'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

/**
 * What is true of the work that a call was to do: WeChat Pay said no; it may have done it although the
 * answer was lost; or it never heard of it.
 */
export type CallOutcome = 'refused' | 'unknown' | 'notSent';

interface CallErrorDetails {
	/**
	 * an answer outside 2xx, one that was not verified, none at all, one that makes no sense, or a call that
	 * never left n8n
	 */
	kind: 'refused' | 'unverified' | 'unanswered' | 'unexpected' | 'unsent';
	outcome: CallOutcome;
	/** what to do, sentences */
	remedy: string;
	/** HTTP status; 0 when no answer came */
	status: number;
	/** WeChat Pay's code, or the name of the check or of the condition */
	code: string;
	/** WeChat Pay's own words, or ours when it said nothing */
	reason: string;
	/** for WeChat Pay's support; empty when no answer came */
	requestId: string;
	/** milliseconds before which the answer wants no other call */
	retryAfter?: number;
	/** whether no connection to the host came about, so that another host may do better */
	isHostUnreachable?: boolean;
	failureCause?: FailureCause;
	/** whether an earlier attempt of the call may have been carried out although its answer was lost */
	wasRepeatedBlindly?: boolean;
}

/** A call that gave no data: what happened, what to do, and what WeChat Pay's support asks for. */
export class CallError extends Error implements CallErrorDetails {
	readonly kind: CallErrorDetails['kind'];
	readonly outcome: CallOutcome;
	readonly remedy: string;
	readonly status: number;
	readonly code: string;
	readonly reason: string;
	readonly requestId: string;
	readonly retryAfter: number | undefined;
	readonly isHostUnreachable: boolean;
	readonly failureCause: FailureCause | undefined;
	readonly wasRepeatedBlindly: boolean;

	/** @param message what happened */
	constructor(message: string, details: CallErrorDetails) {
		super(message);
		this.name = 'CallError';
		this.kind = details.kind;
		this.outcome = details.outcome;
		this.remedy = details.remedy;
		this.status = details.status;
		this.code = details.code;
		this.reason = details.reason;
		this.requestId = details.requestId;
		this.retryAfter = details.retryAfter;
		this.isHostUnreachable = details.isHostUnreachable ?? false;
		this.failureCause = details.failureCause;
		this.wasRepeatedBlindly = details.wasRepeatedBlindly ?? false;
	}

	/** The HTTP status, when it is what says that the call was refused: not of a refused member of a good answer. */
	get httpCode(): string | undefined {
		return this.kind === 'refused' && this.status >= 300 ? String(this.status) : undefined;
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
 * @param told what its user is told
 * @param values what the call was about, under WeChat Pay's names, so that the message names it
 * @param retryAfter milliseconds that the answer asks to wait
 */
export function refusedCall(
	told: Words,
	refusal: Refusal,
	values: Record<string, string>,
	retryAfter?: number,
): CallError {
	const { meaning, remedy } = told.refusal(refusal, values);
	const words = [refusal.code, refusal.message && `“${refusal.message}”`].filter(Boolean).join(' ');
	return new CallError(words ? `${meaning} (WeChat Pay: ${words})` : meaning, {
		kind: 'refused',
		outcome: 'refused',
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
export function refusedMember(
	told: Words,
	refusal: Omit<Refusal, 'status'>,
	values: Record<string, string>,
): CallError {
	return refusedCall(told, { ...refusal, status: 200 }, values);
}

/** One of many in a call whose answer says nothing about it, so that it cannot be called done. */
export function unmentionedMember(requestId: string): CallError {
	const meaning =
		'The answer of WeChat Pay does not mention this one, so it does not count as done';
	return new CallError(meaning, {
		kind: 'unexpected',
		outcome: 'unknown',
		remedy: 'Look it up to see what became of it, or run the workflow again.',
		status: 200,
		code: 'NOT_IN_ANSWER',
		reason: meaning,
		requestId,
	});
}

/**
 * An answer that did not pass verification, so nothing of it is used.
 *
 * @param check the check that it did not pass
 */
export function unverifiedAnswer(
	check: string,
	{ reason, remedy }: Complaint,
	requestId: string,
): CallError {
	return new CallError(
		`The answer was not used, because it could not be verified as coming from WeChat Pay (check: ${check}): ${reason}`,
		{
			kind: 'unverified',
			outcome: 'unknown',
			remedy,
			status: 200,
			code: `UNVERIFIED_${check.toUpperCase()}`,
			reason,
			requestId,
			failureCause: 'configuration-invalid',
		},
	);
}

/** A file that is not the one that WeChat Pay named, so nothing of it is used. */
export function forgedFile(kind: string): CallError {
	const reason = `the ${kind.toUpperCase()} hash of the file is not the one that WeChat Pay gave`;
	return new CallError(`The file was not used: ${reason}`, {
		kind: 'unverified',
		outcome: 'unknown',
		remedy:
			'Run the workflow again. If the message stays, the file is changed on its way: check API Base URL in the credential, and any proxy.',
		status: 200,
		code: 'UNVERIFIED_HASH',
		reason,
		requestId: '',
	});
}

/** A file that was fetched, or begun to be, and cannot be used as it was wanted. */
export function unusableFile(code: string, { meaning, remedy }: Explanation): CallError {
	return new CallError(meaning, {
		kind: 'unexpected',
		outcome: 'unknown',
		remedy,
		status: 200,
		code,
		reason: meaning,
		requestId: '',
	});
}

/** An answer that passed verification and still is not what the documentation says. */
export function unexpectedAnswer(meaning: string, requestId: string): CallError {
	return new CallError(meaning, {
		kind: 'unexpected',
		outcome: 'unknown',
		remedy:
			'Run the workflow again later. If the message stays, report it as an issue of this node, with the Request-ID.',
		status: 200,
		code: 'UNEXPECTED_ANSWER',
		reason: meaning,
		requestId,
	});
}

/** A call without an answer. */
export function unansweredCall(noAnswer: NoAnswer): CallError {
	const { code, proxy } = noAnswer;
	const { meaning, remedy } = networkCondition(noAnswer);
	return new CallError(meaning, {
		kind: 'unanswered',
		outcome: isBeforeSending(code) ? 'notSent' : 'unknown',
		remedy: `${remedy} (${code}).`,
		status: 0,
		code,
		reason: meaning,
		requestId: '',
		isHostUnreachable: isUnreachable(code) && proxy === undefined,
		failureCause: 'temporarily-unavailable',
	});
}

/**
 * A call that never left n8n.
 *
 * @param meaning what happened, a sentence without its full stop
 * @param remedy what to do, sentences
 */
export function unsentCall(
	code: string,
	{ meaning, remedy }: Explanation,
	failureCause?: FailureCause,
): CallError {
	return new CallError(meaning, {
		kind: 'unsent',
		outcome: 'notSent',
		remedy,
		status: 0,
		code,
		reason: meaning,
		requestId: '',
		failureCause,
	});
}

/** A file on a host that gets no signature, so that it was not fetched. */
export function foreignFile(host: string): CallError {
	return unsentCall('FOREIGN_FILE', {
		meaning: `The file was not fetched: it is on ${host}, which is neither WeChat Pay nor API Base URL`,
		remedy: 'Check API Base URL in the credential, and any proxy on the way.',
	});
}

/** A call that was not made any more, because the execution was cancelled. */
export function cancelledCall(): CallError {
	return unsentCall('ERR_CANCELED', {
		meaning: 'The execution was cancelled before the call was made',
		remedy: 'Run the workflow again when it is to go on.',
	});
}

/** The same, of a call whose earlier attempts may have reached WeChat Pay. */
export function repeatedBlindly(failure: CallError): CallError {
	const outcome = failure.outcome === 'notSent' ? 'unknown' : failure.outcome;
	return new CallError(failure.message, { ...failure, outcome, wasRepeatedBlindly: true });
}

/** Whether what kept a call from giving data is expected to pass by itself: the network, a busy WeChat Pay, a quota. */
export function isTemporary(error: unknown): boolean {
	if (!(error instanceof CallError)) return false;
	return error.failureCause === 'temporarily-unavailable' || error.failureCause === 'rate-limited';
}

/** A call that changes something and gave no result, although WeChat Pay may have carried it out. */
export function unknownOutcome(failure: CallError): CallError {
	return new CallError(
		`${failure.message}. It is not known whether WeChat Pay carried the call out`,
		{ ...failure, outcome: 'unknown' },
	);
}

/** A call that stayed one too many however long it waited for its turn. */
export function outOfTurn(failure: CallError, times: number, milliseconds: number): CallError {
	if (times === 1) return failure;
	const seconds = Math.round(milliseconds / 1000);
	return new CallError(`${failure.message}, ${times} times within ${seconds} s`, failure);
}
