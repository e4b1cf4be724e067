import { expect, test } from '@jest/globals';
import { collectionOf, membersOf } from '../../../../marketing/parameters/collections.ts';
import { id, text } from '../../../../marketing/parameters/kinds.ts';
import { option, optional } from '../../../../marketing/parameters/parameter.ts';

const operation = (method: string) => ({
	endpoint: { method },
	parameters: [id('own_id'), optional(text('colour')), option(text('loud'))],
	settings: [option(text('timeout'))],
});

const namesIn = (method: string) =>
	(['filters', 'additionalFields', 'options'] as const).map((name) =>
		membersOf(operation(method), name).map((field) => field.name),
	);

test('what may be left out is a filter of what reads', () => {
	expect(namesIn('GET')).toEqual([['colour'], [], ['loud', 'timeout']]);
});

test.each(['POST', 'PATCH', 'DELETE'])('and an additional field of a %s', (method) => {
	expect(namesIn(method)).toEqual([[], ['colour'], ['loud', 'timeout']]);
});

test('an option is one whatever the call does', () => {
	expect(collectionOf({ place: 'option' }, { method: 'GET' })).toBe('options');
	expect(collectionOf({ place: 'option' }, { method: 'POST' })).toBe('options');
});
