import { expect, test } from '@jest/globals';
import { InputError, shown } from '../../../../marketing/parameters/inputError.ts';

test('a refusal begins with the field, and says apart what to do', () => {
	const refusal = new InputError('Brand ID', 'is empty', 'Fill it in.');
	expect(refusal).toMatchObject({
		name: 'InputError',
		message: 'Brand ID is empty',
		field: 'Brand ID',
		remedy: 'Fill it in.',
	});
	expect(refusal).toBeInstanceOf(Error);
});

const circle: { own?: unknown } = {};
circle.own = circle;

test.each<[unknown, string]>([
	['a  b\nc ', '“a b c”'],
	[42, '“42”'],
	[NaN, '“NaN”'],
	[{ a: [1] }, '“{"a":[1]}”'],
	[undefined, '“undefined”'],
	[10n, '“10”'],
	[circle, '“[object Object]”'],
	['x'.repeat(40), `“${'x'.repeat(40)}”`],
	['x'.repeat(41), `“${'x'.repeat(40)}…”`],
])('a message shows %p short, in one line', (given, words) => {
	expect(shown(given)).toBe(words);
});
