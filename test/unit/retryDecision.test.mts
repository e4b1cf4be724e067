import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	isOutcomeUnknown,
	isUnreachable,
	waitBeforeRetry,
	type FailedAttempt,
} from '../../nodes/WeChatPayMarketing/transport/retryDecision.ts';
import { runs } from './helpers/runs.mts';

const safe = { maxRetries: 3, safeToRepeat: true };
const unsafe = { maxRetries: 3, safeToRepeat: false };

const refused = (status: number, code = '', retryAfter?: number): FailedAttempt => ({
	kind: 'refused',
	status,
	code,
	retryAfter,
});
const unanswered = (code: string): FailedAttempt => ({
	kind: 'unanswered',
	status: 0,
	code,
	retryAfter: undefined,
});
const unverified: FailedAttempt = {
	kind: 'unverified',
	status: 200,
	code: 'UNVERIFIED_SIGNATURE',
	retryAfter: undefined,
};
const unexpected: FailedAttempt = { ...unverified, kind: 'unexpected', code: 'UNEXPECTED_ANSWER' };

describe('What is tried again', () => {
	test.each([
		refused(429, 'RATELIMIT_EXCEEDED'),
		refused(429),
		refused(500, 'SYSTEM_ERROR'),
		refused(502),
		refused(503, 'SERVICE_UNAVAILABLE'),
		refused(504),
		refused(400, 'SYSTEM_ERROR'),
		unanswered('ECONNRESET'),
		unanswered('ECONNABORTED'),
		unanswered('ETIMEDOUT'),
		unanswered('ECONNREFUSED'),
		unanswered('ENOTFOUND'),
		unanswered('NO_ANSWER'),
		unverified,
	])('what may pass by itself: %j', (failure) => {
		expect(waitBeforeRetry(failure, 0, safe, 0.5)).toBe(500);
	});

	test.each([
		refused(400, 'PARAM_ERROR'),
		refused(401, 'SIGN_ERROR'),
		refused(403, 'NO_AUTH'),
		refused(404, 'NOT_FOUND'),
		refused(302),
		refused(501),
		unanswered('ERR_CANCELED'),
		unanswered('CERT_HAS_EXPIRED'),
		unanswered('ERR_TLS_CERT_ALTNAME_INVALID'),
		unexpected,
		{ ...unexpected, status: 500 },
	])('and nothing else: %j', (failure) => {
		expect(waitBeforeRetry(failure, 0, safe, 0.5)).toBeUndefined();
	});

	test.each([
		[refused(429), true],
		[unanswered('ECONNREFUSED'), true],
		[unanswered('ENOTFOUND'), true],
		[refused(500), false],
		[refused(502), false],
		[refused(400, 'SYSTEM_ERROR'), false],
		[unanswered('ECONNRESET'), false],
		[unanswered('ETIMEDOUT'), false],
		[unverified, false],
	])('unsafe to repeat, only when it was certainly not carried out: %j %s', (failure, again) => {
		expect(waitBeforeRetry(failure, 0, unsafe, 0) !== undefined).toBe(again);
		expect(isOutcomeUnknown(failure)).toBe(!again);
	});

	test('maxRetries times at most', () => {
		const attempts = [0, 1, 2, 3, 4].map((attempt) =>
			waitBeforeRetry(refused(503), attempt, safe, 0),
		);
		expect(attempts).toEqual([0, 0, 0, undefined, undefined]);
		const never = { ...safe, maxRetries: 0 };
		expect(waitBeforeRetry(refused(503), 0, never, 0)).toBeUndefined();
	});
});

describe('How long to wait', () => {
	const patient = { maxRetries: 20, safeToRepeat: true };

	test('up to 1, 2, 4 … and 30 seconds at most', () => {
		const longest = [0, 1, 2, 3, 4, 5, 10].map((attempt) =>
			waitBeforeRetry(refused(503), attempt, patient, 0.9999999),
		);
		expect(longest).toEqual([999, 1999, 3999, 7999, 15_999, 29_999, 29_999]);
	});

	test('never shorter than Retry-After, and not at all when it asks for more than 30 seconds', () => {
		expect(waitBeforeRetry(refused(429, '', 5000), 0, patient, 0)).toBe(5000);
		expect(waitBeforeRetry(refused(429, '', 5000), 5, patient, 0.5)).toBe(15_000);
		expect(waitBeforeRetry(refused(503, '', 30_000), 0, patient, 0)).toBe(30_000);
		expect(waitBeforeRetry(refused(503, '', 30_001), 0, patient, 0)).toBeUndefined();
	});

	test('a whole number within the limit, whatever chance says', () => {
		fc.assert(
			fc.property(
				fc.nat(19),
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				fc.option(fc.nat(30_000), { nil: undefined }),
				(attempt, random, retryAfter) => {
					const wait = waitBeforeRetry(refused(429, '', retryAfter), attempt, patient, random);
					expect(Number.isInteger(wait)).toBe(true);
					expect(wait).toBeGreaterThanOrEqual(retryAfter ?? 0);
					expect(wait).toBeLessThanOrEqual(30_000);
				},
			),
			{ numRuns: runs(5000) },
		);
	});
});

test('a host counts as unreachable only when no connection came about', () => {
	expect(isUnreachable(unanswered('ENOTFOUND'))).toBe(true);
	expect(isUnreachable(unanswered('ECONNRESET'))).toBe(false);
	expect(isUnreachable(refused(502, 'ECONNREFUSED'))).toBe(false);
});
