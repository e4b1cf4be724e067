import { beforeEach, describe, expect, test } from '@jest/globals';
import { TakenNotifications } from '../../../../marketing/transport/takenNotifications.ts';

let notifications: TakenNotifications;
beforeEach(() => {
	notifications = new TakenNotifications();
});

/** An answer that n8n has not ended yet. */
const underWay = () => ({ writableEnded: false, statusCode: 200 });
const take = (trigger: string, notification: string) =>
	notifications.begin(trigger, notification, { writableEnded: true, statusCode: 200 });

test('one that nobody took is new', () => {
	expect(notifications.stateOf('a')).toBe('new');
	expect(notifications.latestOf('trigger')).toEqual([]);
});

test('one whose answer has not ended is under way, and not told to others', () => {
	notifications.begin('trigger', 'a', underWay());
	expect(notifications.stateOf('a')).toBe('underWay');
	expect(notifications.stateOf('b')).toBe('new');
	expect(notifications.latestOf('trigger')).toEqual([]);
});

test.each([
	[200, 'taken', ['a']],
	[500, 'new', []],
	[503, 'new', []],
])('answered with %d it is %s', (statusCode, state, latest) => {
	const answer = underWay();
	notifications.begin('trigger', 'a', answer);
	Object.assign(answer, { writableEnded: true, statusCode });
	expect(notifications.stateOf('a')).toBe(state);
	expect(notifications.latestOf('trigger')).toEqual(latest);
});

test('what could not be taken may be', () => {
	notifications.begin('trigger', 'a', { writableEnded: true, statusCode: 500 });
	expect(notifications.stateOf('a')).toBe('new');
	take('trigger', 'a');
	expect(notifications.stateOf('a')).toBe('taken');
});

describe('the oldest goes first', () => {
	test('of all that are remembered, 50,000', () => {
		for (let index = 0; index <= 50_000; index++) {
			take(`trigger-${index % 3}`, `${index}`);
			notifications.stateOf('none');
		}
		expect(notifications.stateOf('0')).toBe('new');
		expect(notifications.stateOf('1')).toBe('taken');
		expect(notifications.stateOf('50000')).toBe('taken');
	});

	test('of those of a trigger that are told, 1,000', () => {
		for (let index = 0; index <= 1000; index++) take('one', `${index}`);
		take('other', 'a');
		const latest = notifications.latestOf('one');
		expect([latest.length, latest[0], latest.at(-1)]).toEqual([1000, '1', '1000']);
		expect(notifications.latestOf('other')).toEqual(['a']);
		expect(notifications.stateOf('0')).toBe('taken');
	});

	test('of the triggers, 50: the one that took none for the longest time', () => {
		for (let index = 0; index < 50; index++) take(`${index}`, `of-${index}`);
		take('0', 'again');
		take('new', 'a');
		expect(notifications.latestOf('0')).toEqual(['of-0', 'again']);
		expect(notifications.latestOf('1')).toEqual([]);
		expect(notifications.stateOf('of-1')).toBe('taken');
	});
});
