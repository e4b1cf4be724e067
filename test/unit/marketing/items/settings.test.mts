import { expect, test } from '@jest/globals';
import {
	dryRun,
	maxRemovals,
	maxRetries,
	requestsPerSecond,
	timeout,
} from '../../../../marketing/items/settings.ts';
import { expectRefusal } from '../../helpers/refusal.mts';

test('all stand in Options, with the defaults that a workflow means which stores none', () => {
	const settings = [timeout, maxRetries, requestsPerSecond(undefined), dryRun, maxRemovals];
	expect(settings.map(({ place, field }) => [place, field.name, field.default])).toEqual([
		['option', 'timeout', 30_000],
		['option', 'maxRetries', 3],
		['option', 'requestsPerSecond', 0],
		['option', 'dryRun', false],
		['option', 'maxRemovals', 0],
	]);
});

test('a quota a second is the default, one a minute is told', () => {
	const { default: perSecond, description } = requestsPerSecond({
		calls: 20,
		per: 'second',
	}).field;
	expect([perSecond, description]).toEqual([20, expect.not.stringContaining('a minute')]);
	expect(requestsPerSecond({ calls: 60, per: 'minute' }).field).toMatchObject({
		default: 0,
		description: expect.stringContaining('WeChat Pay allows 60 a minute'),
	});
});

test('no number of them is negative, and a call has some time', () => {
	expect(
		[maxRetries, maxRemovals, requestsPerSecond(undefined)].map(({ read }) => read(0)),
	).toEqual([0, 0, 0]);
	expectRefusal(() => maxRetries.read(-1), 'Max Retries is not a whole number of 0 or more');
	expectRefusal(() => timeout.read(0), 'Timeout is not a whole number of 1 or more');
});
