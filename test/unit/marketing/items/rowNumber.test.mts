import { expect, test } from '@jest/globals';
import type { Fields } from '../../../../marketing/items/fields.ts';
import { rowNumber } from '../../../../marketing/items/rowNumber.ts';

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
		isGiven: true,
	});
	expect(made).toEqual([]);
});

test('without one it is made of the row, the merchant, and what the call is about', async () => {
	expect(await rowNumber(fields, undefined, about)).toEqual({
		number: 'made',
		merchantId: '1900000001',
		isGiven: false,
	});
	expect(made).toEqual([{ item: 3, call: 0, merchantId: '1900000001', about }]);
});
