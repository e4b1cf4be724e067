import { TLS_CODE, type CallError } from './callError';

/** What of a failed attempt decides about the next one. */
export type FailedAttempt = Pick<CallError, 'kind' | 'status' | 'code' | 'retryAfter'>;

export interface RetryPolicy {
	/** attempts after the first one */
	maxRetries: number;
	/** whether WeChat Pay may carry the call out twice without harm */
	safeToRepeat: boolean;
}

/** milliseconds: the longest first wait, the longest wait of all */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

const RETRYABLE_STATUSES = [429, 500, 502, 503, 504];
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Whether no connection to the host came about, so that another host may do better. */
export function isUnreachable({ kind, code }: Pick<CallError, 'kind' | 'code'>): boolean {
	return kind === 'unanswered' && NEVER_SENT.includes(code);
}

function isPassing({ kind, status, code }: FailedAttempt): boolean {
	if (kind === 'unverified') return true;
	if (kind === 'unanswered') return code !== 'ERR_CANCELED' && !TLS_CODE.test(code);
	return kind === 'refused' && (RETRYABLE_STATUSES.includes(status) || code === 'SYSTEM_ERROR');
}

/** Whether WeChat Pay may have carried the call out although the attempt gave no result. */
export function isOutcomeUnknown(failure: FailedAttempt): boolean {
	return isPassing(failure) && failure.status !== 429 && !isUnreachable(failure);
}

/**
 * Decides whether a call is tried again: only what may pass by itself, only what is safe to repeat or was
 * certainly not carried out, and `maxRetries` times at most. The wait is any time up to a limit that doubles
 * with every attempt (full jitter), and not less than the answer's Retry-After.
 *
 * @param attempt how many attempts failed before this one
 * @param random at least 0, less than 1
 * @returns milliseconds to wait before the next attempt; `undefined` to give up
 */
export function waitBeforeRetry(
	failure: FailedAttempt,
	attempt: number,
	policy: RetryPolicy,
	random: number,
): number | undefined {
	if (attempt >= policy.maxRetries || !isPassing(failure)) return undefined;
	if (!policy.safeToRepeat && isOutcomeUnknown(failure)) return undefined;
	const { retryAfter = 0 } = failure;
	if (retryAfter > LONGEST_WAIT) return undefined;
	const limit = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
	return Math.max(retryAfter, Math.floor(random * limit));
}
