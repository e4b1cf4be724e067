import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	CONDITIONS,
	conditionOfRefusal,
	type Condition,
} from '../../../../marketing/transport/conditions.ts';
import { noAnswerOf } from '../../../../marketing/transport/noAnswer.ts';
import {
	growingWait,
	waitBeforeRetry,
	waitForTurn,
	type FailedAttempt,
} from '../../../../marketing/transport/retryDecision.ts';
import { MAIN_HOST } from '../../helpers/credential.mts';
import { runs } from '../../helpers/runs.mts';

/** maxRetries */
const THREE = 3;

const refused = (status: number, code = '', retryAfter?: number): FailedAttempt => ({
	condition: conditionOfRefusal({ status, code }),
	retryAfter,
});
const unanswered = (code: string, syscall?: string): FailedAttempt => ({
	condition: noAnswerOf({ isAxiosError: true, code, syscall }, MAIN_HOST)!.condition,
});
const of = (condition: Condition): FailedAttempt => ({ condition });
const isOutcomeUnknown = ({ condition }: FailedAttempt) =>
	CONDITIONS[condition].reached === 'maybe';

describe('What is tried again', () => {
	test.each([
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
		unanswered('ETIMEDOUT', 'connect'),
		unanswered('NO_ANSWER'),
		unanswered('EPROTO'),
		unanswered('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'),
		of('notSent'),
		of('unverified'),
		of('forgedFile'),
	])('what may pass by itself: %j', (failure) => {
		expect(waitBeforeRetry(failure, 0, THREE, 0.5)).toBe(500);
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
		of('badCredential'),
		of('unsendable'),
		of('cancelledBefore'),
		of('unexpected'),
		of('notStored'),
	])('and nothing else: %j', (failure) => {
		expect(waitBeforeRetry(failure, 0, THREE, 0.5)).toBeUndefined();
	});

	test.each([
		[of('notSent'), true],
		[unanswered('ECONNREFUSED'), true],
		[unanswered('ENOTFOUND'), true],
		[unanswered('ETIMEDOUT', 'connect'), true],
		[unanswered('EHOSTUNREACH', 'connect'), true],
		[refused(500), false],
		[refused(502), false],
		[refused(400, 'SYSTEM_ERROR'), false],
		[unanswered('ECONNRESET'), false],
		[unanswered('ETIMEDOUT'), false],
		[unanswered('EHOSTUNREACH', 'read'), false],
		[unanswered('EPROTO'), false],
		[unanswered('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'), false],
		[of('unverified'), false],
	])('whether it was certainly not carried out: %j %s', (failure, isSure) => {
		expect(waitBeforeRetry(failure, 0, THREE, 0)).toBe(0);
		expect(isOutcomeUnknown(failure)).toBe(!isSure);
	});

	test('maxRetries times at most', () => {
		const attempts = [0, 1, 2, 3, 4].map((attempt) =>
			waitBeforeRetry(refused(503), attempt, THREE, 0),
		);
		expect(attempts).toEqual([0, 0, 0, undefined, undefined]);
		expect(waitBeforeRetry(refused(503), 0, 0, 0)).toBeUndefined();
	});
});

describe('How long to wait', () => {
	/** maxRetries */
	const patient = 20;

	test('up to 1, 2, 4 … and 30 seconds at most', () => {
		const longest = [0, 1, 2, 3, 4, 5, 10].map((attempt) =>
			waitBeforeRetry(refused(503), attempt, patient, 0.9999999),
		);
		expect(longest).toEqual([999, 1999, 3999, 7999, 15_999, 29_999, 29_999]);
	});

	test('never shorter than Retry-After, and not at all when it asks for more than 30 seconds', () => {
		expect(waitBeforeRetry(refused(503, '', 5000), 0, patient, 0)).toBe(5000);
		expect(waitBeforeRetry(refused(503, '', 5000), 5, patient, 0.5)).toBe(15_000);
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
					const wait = waitBeforeRetry(refused(503, '', retryAfter), attempt, patient, random);
					expect(Number.isInteger(wait)).toBe(true);
					expect(wait).toBeGreaterThanOrEqual(retryAfter ?? 0);
					expect(wait).toBeLessThanOrEqual(30_000);
				},
			),
			{ numRuns: runs(5000) },
		);
	});
});

describe('What WeChat Pay may have carried out', () => {
	test.each([
		[unanswered('ERR_CANCELED'), true],
		[of('unexpected'), true],
		[refused(404, 'NOT_FOUND'), false],
		[refused(200, 'INVALID_REQUEST'), false],
		[refused(429), false],
		[refused(503, 'FREQUENCY_LIMITED'), false],
		[unanswered('CERT_HAS_EXPIRED'), false],
		[unanswered('EPROTO'), true],
		[of('notSent'), false],
		[of('cancelledBefore'), false],
	])('%j: %s', (failure, isUnknown) => {
		expect(isOutcomeUnknown(failure)).toBe(isUnknown);
	});
});

describe('One call too many', () => {
	test.each([
		[refused(429), true],
		[refused(429, 'RATELIMIT_EXCEEDED'), true],
		[refused(403, 'FREQUENCY_LIMITED'), true],
		[refused(400, 'FREQUENCY_LIMIT_EXCEED'), true],
		[refused(503, 'SYSTEM_ERROR'), false],
		// A member of an answer that is a success as a whole: nothing of the call is left to repeat.
		[refused(200, 'FREQUENCY_LIMITED'), false],
	])('%j: %s', ({ condition }, isTooMany) => {
		expect(condition === 'tooMany').toBe(isTooMany);
	});

	test('waits longer each time, half of it by chance, 30 seconds at most', () => {
		const shortest = [0, 1, 2, 3, 4, 5, 9].map((attempt) => growingWait(attempt, 0));
		expect(shortest).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
		const longest = [0, 1, 5, 9].map((attempt) => growingWait(attempt, 0.9999999));
		expect(longest).toEqual([999, 1999, 29_999, 29_999]);
	});

	test('never asks again before Retry-After', () => {
		expect(waitForTurn(refused(429, '', 60_000), 0, 0, 0.5)).toBe(60_000);
	});

	test('asks for five minutes', () => {
		expect(waitForTurn(refused(429), 9, 285_000, 0)).toBe(15_000);
		expect(waitForTurn(refused(429), 9, 285_001, 0)).toBeUndefined();
		expect(waitForTurn(refused(429, '', 300_001), 0, 0, 0)).toBeUndefined();
	});

	test('asks as long as the call has patience', () => {
		expect(waitForTurn(refused(429), 0, 0, 0, 500)).toBe(500);
		expect(waitForTurn(refused(429), 0, 0, 0, 499)).toBeUndefined();
	});
});
