import { expect, test } from '@jest/globals';
import { readChoice } from '../../../../marketing/parameters/readChoice.ts';
import { expectRefusal } from '../../helpers/refusal.mts';

const read = (given: unknown) => readChoice(given, 'State', ['SENDING', 'PAUSED', '1']);

test.each<[unknown, string]>([
	['SENDING', 'SENDING'],
	[' PAUSED\u200e', 'PAUSED'],
	['="SENDING"', 'SENDING'],
	["'PAUSED", 'PAUSED'],
	[1, '1'],
])('%p is in the list', (given, choice) => {
	expect(read(given)).toBe(choice);
});

test.each([[['SENDING']], 2, 'sending', 'SENDING,PAUSED', true, {}, 'toString'])(
	'%p is refused with the list',
	(given) => {
		expectRefusal(() => read(given), ', which is not in its list');
		expect(() => read(given)).toThrow(
			expect.objectContaining({ remedy: 'Choose one of SENDING, PAUSED, 1.' }),
		);
	},
);
