import type { CallError } from './callError';
import { CONDITIONS } from './conditions';

/** What of a failed attempt decides about the next one. */
export type FailedAttempt = Pick<CallError, 'condition' | 'retryAfter'>;

/** milliseconds: the longest first wait, the longest wait of all */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** milliseconds for which a call that is one too many asks again */
const PATIENCE = 300_000;

/** The longest wait doubles with every attempt. */
function limitOf(attempt: number): number {
	return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
}

/**
 * How long to wait when only waiting helps: the wait grows, and half of it is left to chance.
 *
 * @param attempt how many failed before this one
 * @param random at least 0, less than 1
 * @returns milliseconds
 */
export function growingWait(attempt: number, random: number): number {
	return Math.floor((limitOf(attempt) / 2) * (1 + random));
}

/**
 * Decides whether a call is tried again: only what may pass by itself, and not for ever. The wait is any time up
 * to a limit that doubles with every attempt (full jitter), and not less than the answer's Retry-After.
 *
 * @param attempt how many attempts failed before this one
 * @param maxRetries attempts after the first one
 * @param random at least 0, less than 1
 * @returns milliseconds to wait before the next attempt; `undefined` to give up
 */
export function waitBeforeRetry(
	failure: FailedAttempt,
	attempt: number,
	maxRetries: number,
	random: number,
): number | undefined {
	if (attempt >= maxRetries || !CONDITIONS[failure.condition].passes) return undefined;
	const { retryAfter = 0 } = failure;
	if (retryAfter > LONGEST_WAIT) return undefined;
	return Math.max(retryAfter, Math.floor(random * limitOf(attempt)));
}

/**
 * How long a call that was one too many waits before it asks for its turn again. That did nothing, so it
 * costs no retry; it goes on for five minutes, or as long as the call has patience.
 *
 * @param attempt how often it was one too many before
 * @param elapsed milliseconds since it was for the first time
 * @param random at least 0, less than 1
 * @param left milliseconds of patience that are left
 * @returns milliseconds; `undefined` when they would go beyond that
 */
export function waitForTurn(
	{ retryAfter = 0 }: Pick<FailedAttempt, 'retryAfter'>,
	attempt: number,
	elapsed: number,
	random: number,
	left = PATIENCE - elapsed,
): number | undefined {
	const wait = Math.max(retryAfter, growingWait(attempt, random));
	return wait > left ? undefined : wait;
}
