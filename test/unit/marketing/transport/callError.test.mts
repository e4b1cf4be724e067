import { expect, test } from '@jest/globals';
import { CallError, unknownOutcome } from '../../../../marketing/transport/callError.ts';

const failure = { code: 'NOT_FOUND', remedy: 'Check the ID.' };

test('says no more than is known', () => {
	const error = new CallError('There is no such stock', { ...failure, condition: 'notFound' });
	expect({ ...error }).toEqual({
		...failure,
		name: 'CallError',
		condition: 'notFound',
		outcome: 'refused',
		reason: 'There is no such stock',
		requestId: '',
		httpCode: undefined,
		retryAfter: undefined,
	});
	expect(error).toBeInstanceOf(Error);
	expect(error.facts).toEqual({ reached: 'yes', passes: false });
});

test('what is known counts', () => {
	const known = {
		...failure,
		condition: 'tooMany',
		outcome: 'unknown',
		reason: '频率限制',
		requestId: '0A-1',
		httpCode: '429',
		retryAfter: 1000,
	} as const;
	expect(new CallError('…', known)).toMatchObject(known);
});

test('of which nothing is known: said behind what happened, and all else stays', () => {
	const lost = new CallError('The connection to WeChat Pay was lost', {
		...failure,
		condition: 'lost',
		requestId: '0A-1',
	});
	const told = unknownOutcome(lost);
	expect(told.message).toBe(
		'The connection to WeChat Pay was lost. It is not known whether WeChat Pay carried the call out',
	);
	expect({ ...told }).toEqual({ ...lost });
});
