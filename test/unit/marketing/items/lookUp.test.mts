import { describe, expect, test } from '@jest/globals';
import { needsLookUp, notBegun, notDoneAfterAll } from '../../../../marketing/items/lookUp.ts';
import { CallError } from '../../../../marketing/transport/callError.ts';
import { unansweredCall } from '../../../../marketing/transport/noAnswer.ts';
import { refusal } from '../../helpers/batches.mts';

const lost = unansweredCall('lost', 'ECONNRESET');

describe('a look is needed', () => {
	test.each<[string, unknown]>([
		['when the answer was lost', lost],
		['when WeChat Pay said no to the content', refusal(400, 'INVALID_REQUEST')],
		[
			'when it said no to one member',
			new CallError('No', { condition: 'refusedMember', code: 'X', remedy: 'Y.' }),
		],
	])('%s', (_, error) => {
		expect(needsLookUp(error)).toBe(true);
	});
});

describe('a look says nothing', () => {
	test.each<[string, unknown]>([
		['when the caller may not ask', refusal(403, 'NO_AUTH')],
		['when nothing was sent', unansweredCall('unreachable', 'ECONNREFUSED')],
		['about what is no call', new Error('a')],
		['about nothing', undefined],
	])('%s', (_, error) => {
		expect(needsLookUp(error)).toBe(false);
	});
});

describe('what a look shows not to be done', () => {
	test('was refused, where WeChat Pay said no', () => {
		const no = refusal(400, 'INVALID_REQUEST') as CallError;
		expect(notDoneAfterAll(no, 'its list')).toBe(no);
	});

	test('was refused, where the answer was lost, and says what showed it', () => {
		expect(notDoneAfterAll(lost, 'its list')).toMatchObject({
			outcome: 'refused',
			code: lost.code,
			message: `It was not done, as its list shows: ${lost.reason}`,
		});
	});
});

test('work that was not begun is not sent, where the answer to what it depends on was lost', () => {
	const { message, code } = lost;
	expect(notBegun(lost)).toMatchObject({ outcome: 'notSent', message, code });
	const no = refusal();
	expect(notBegun(no)).toBe(no);
});
