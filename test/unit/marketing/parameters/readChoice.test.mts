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

test('what the editor calls a value stands for it, unless it is a value', () => {
	const named = (given: unknown) => readChoice(given, 'State', ['A', 'B', 'C'], ['One', 'A', 'C']);
	expect(['One', ' A', 'C', 'B'].map(named)).toEqual(['A', 'A', 'C', 'B']);
	expect(() => named('Two')).toThrow(
		expect.objectContaining({ remedy: 'Choose one of One, A, C.' }),
	);
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
