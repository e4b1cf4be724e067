import { expect, jest, test } from '@jest/globals';
import type { Fields } from '../../../../marketing/items/fields.ts';
import { giftNumber, rowNumber } from '../../../../marketing/items/rowNumber.ts';

const about = { stock_id: '7' };
const made: unknown[] = [];
const fields = {
	index: 3,
	merchantId: async () => '1900000001',
	numbers: {
		made(of: unknown) {
			made.push(of);
			return 'made';
		},
	},
} as unknown as Fields;

test('a number that was given is the one, under the merchant of the row', async () => {
	expect(await rowNumber(fields, 'own_0001', about)).toEqual({
		number: 'own_0001',
		merchantId: '1900000001',
		source: 'given',
	});
	expect(made).toEqual([]);
});

test('without one it is made of the row, the merchant, and what the call is about', async () => {
	expect(await rowNumber(fields, undefined, about)).toEqual({
		number: 'made',
		merchantId: '1900000001',
		source: 'made',
	});
	expect(made).toEqual([{ item: 3, call: 0, merchantId: '1900000001', about }]);
});

test.each([
	[
		{ openid: 'o1', coupon_code: 'own-1' },
		{ stock_id: '7', openid: 'o1' },
	],
	[{ coupon_code: 'code-1' }, { stock_id: '7', coupon_code: 'code-1' }],
])('what is given once is about its user, else about its coupon: %j', async (values, gift) => {
	const endpoint = { method: 'POST', path: '/v3/gifts' };
	const once = jest.fn<(numbered: unknown) => string>().mockReturnValue('once');
	const ofRow = { ...fields, read: () => 'day', numbers: { once } } as unknown as Fields;
	expect(await giftNumber(ofRow, undefined, about, { endpoint, values })).toEqual({
		number: 'once',
		merchantId: '1900000001',
		source: 'once',
	});
	expect(once).toHaveBeenCalledWith({
		endpoint,
		merchantId: '1900000001',
		about: gift,
		within: 'day',
	});
});
