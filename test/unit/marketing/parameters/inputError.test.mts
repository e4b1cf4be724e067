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

const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';

test.each([
	['OpenID', `is not an ID: ${shown(`${OPENID}!`)}`, 'OpenID is not an ID: “oUpF8u…jWeS6o!”'],
	['OpenID', 'is not an ID: “1234567890abcdef”', 'OpenID is not an ID: “12345…bcdef”'],
	['OpenID', 'is “#N/A”, which is no value', 'OpenID is “#N/A”, which is no value'],
	['Filters', `is ${shown({ openid: OPENID })}`, 'Filters is “{"openid":"oUpF8u…jWeS6o"}”'],
	['Coupon Code', `is “a ${OPENID}”`, 'Coupon Code is “a oUpF8u…jWeS6o”'],
	['Coupon Code', 'is “1234567890abcdef”', 'Coupon Code is “1234567890abcdef”'],
])('a person is shortened: %s %s', (field, complaint, message) => {
	const refusal = new InputError(field, complaint, 'Correct it.');
	expect(refusal.message).toBe(message);
	expect(`${field} ${refusal.complaint}`).toBe(message);
	// The name of a value may be put in another form.
	expect(new InputError(field, refusal.complaint, 'Correct it.').message).toBe(message);
});
