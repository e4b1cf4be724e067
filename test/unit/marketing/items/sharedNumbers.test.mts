import { expect, test } from '@jest/globals';
import { sharedNumbers, type Claim } from '../../../../marketing/items/sharedNumbers.ts';

const claim = (item: number, number: string, more: Partial<Claim> = {}): Claim => ({
	item,
	merchantId: '1900000001',
	number,
	source: 'given',
	by: item,
	...more,
});
const told = (claims: Claim[]) =>
	[...sharedNumbers(claims)].map(([item, { message }]) => [item, message]);

test('all rows that share a number are refused, by its name and how many they are', () => {
	expect(told([claim(0, 'one'), claim(1, 'two'), claim(2, 'one'), claim(4, 'one')])).toEqual([
		[0, 'Request Number is “one” for 3 rows'],
		[2, 'Request Number is “one” for 3 rows'],
		[4, 'Request Number is “one” for 3 rows'],
	]);
});

test('two merchants may have the same number, and rows that are done together', () => {
	expect(told([claim(0, 'one'), claim(1, 'one', { merchantId: '1900000002' })])).toEqual([]);
	expect(told([claim(0, 'one', { by: 'group' }), claim(1, 'one', { by: 'group' })])).toEqual([]);
});

test('of what is done once the first row is, and the others are told which that is', () => {
	const once = { source: 'once' } as const;
	expect(told([claim(2, 'one', once), claim(3, 'two', once), claim(5, 'one', once)])).toEqual([
		[5, 'Once Within lets this be done once only, and [item 2] asks for the same'],
	]);
});
