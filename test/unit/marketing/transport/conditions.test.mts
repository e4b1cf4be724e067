import { describe, expect, test } from '@jest/globals';
import { CallError, type CallOutcome } from '../../../../marketing/transport/callError.ts';
import {
	CONDITIONS,
	conditionOfRefusal,
	type Condition,
	type ConditionFacts,
	type FailureCause,
} from '../../../../marketing/transport/conditions.ts';
import { waitBeforeRetry } from '../../../../marketing/transport/retryDecision.ts';

/** When the call is tried again: after a wait, when its turn comes again, or never. */
type Again = 'later' | 'turn' | 'never';

type Row = [Again, CallOutcome, isOtherHost: boolean, isCall: boolean, FailureCause | undefined];

const EXPECTED: Record<Condition, Row> = {
	cancelledBefore: ['never', 'notSent', false, false, undefined],
	badCredential: ['never', 'notSent', false, false, 'credential-invalid'],
	unsendable: ['never', 'notSent', false, false, undefined],
	notSent: ['later', 'notSent', false, false, undefined],

	unreachable: ['later', 'notSent', true, true, 'temporarily-unavailable'],
	proxyUnreachable: ['later', 'notSent', false, true, 'temporarily-unavailable'],
	untrusted: ['never', 'notSent', false, true, 'configuration-invalid'],
	insecure: ['later', 'unknown', false, true, 'temporarily-unavailable'],
	tooSlow: ['later', 'unknown', false, true, 'temporarily-unavailable'],
	lost: ['later', 'unknown', false, true, 'temporarily-unavailable'],
	cancelledUnderWay: ['never', 'unknown', false, true, undefined],
	cancelledConnecting: ['never', 'notSent', false, true, undefined],

	tooMany: ['turn', 'refused', false, true, 'rate-limited'],
	unavailable: ['later', 'unknown', false, true, 'temporarily-unavailable'],
	serverFault: ['never', 'unknown', false, true, undefined],
	badRequest: ['never', 'refused', false, true, undefined],
	unauthorized: ['never', 'refused', false, true, 'credential-invalid'],
	forbidden: ['never', 'refused', false, true, 'configuration-invalid'],
	notFound: ['never', 'refused', false, true, undefined],
	refused: ['never', 'refused', false, true, undefined],
	refusedMember: ['never', 'refused', false, true, undefined],

	unverified: ['later', 'unknown', false, true, 'configuration-invalid'],
	unexpected: ['never', 'unknown', false, true, undefined],
	unmentioned: ['never', 'unknown', false, true, undefined],

	forgedFile: ['later', 'unknown', false, true, undefined],
	unusableFile: ['never', 'unknown', false, true, undefined],
	notStored: ['never', 'unknown', false, true, undefined],
};

function againAfter(condition: Condition): Again {
	if (condition === 'tooMany') return 'turn';
	return waitBeforeRetry({ condition }, 0, 1, 0) === undefined ? 'never' : 'later';
}

test.each(Object.entries(EXPECTED) as Array<[Condition, Row]>)('%s', (condition, expected) => {
	const { otherHost, isUnsent, cause }: ConditionFacts = CONDITIONS[condition];
	const { outcome } = new CallError('…', { condition, code: '…', remedy: '…' });
	const again = againAfter(condition);
	expect([again, outcome, otherHost ?? false, !isUnsent, cause]).toEqual(expected);
});

describe('What a refusal is', () => {
	test.each<[status: number, code: string, Condition]>([
		[500, '', 'unavailable'],
		[500, 'SYSTEM_ERROR', 'unavailable'],
		[502, '', 'unavailable'],
		[503, 'SERVICE_UNAVAILABLE', 'unavailable'],
		[504, '', 'unavailable'],
		[400, 'SYSTEM_ERROR', 'unavailable'],
		[403, 'SYSTEM_ERROR', 'unavailable'],
		[501, '', 'serverFault'],
		[505, '', 'serverFault'],
		[429, '', 'tooMany'],
		[429, 'RATELIMIT_EXCEEDED', 'tooMany'],
		[429, 'SYSTEM_ERROR', 'tooMany'],
		[403, 'RATELIMIT_EXCEEDED', 'tooMany'],
		[403, 'FREQUENCY_LIMITED', 'tooMany'],
		[400, 'FREQUENCY_LIMIT_EXCEED', 'tooMany'],
		[503, 'FREQUENCY_LIMITED', 'tooMany'],
		[400, 'PARAM_ERROR', 'badRequest'],
		[401, 'SIGN_ERROR', 'unauthorized'],
		[403, 'NO_AUTH', 'forbidden'],
		[404, 'NOT_FOUND', 'notFound'],
		[302, '', 'refused'],
		[409, 'RESOURCE_ALREADY_EXISTS', 'refused'],
		// A member of an answer that is a success as a whole: nothing of the call is left to repeat.
		[200, 'INVALID_REQUEST', 'refusedMember'],
		[200, 'FREQUENCY_LIMITED', 'refusedMember'],
		[200, 'SYSTEM_ERROR', 'refusedMember'],
	])('%d %s: %s', (status, code, condition) => {
		expect(conditionOfRefusal({ status, code })).toBe(condition);
	});
});
