import { expect, test } from '@jest/globals';
import { ownStoreNumbers, storeIds } from '../../../../marketing/parameters/storeIds.ts';
import { valuesOf } from '../../../../marketing/parameters/readList.ts';

test('stores are several IDs of one field', () => {
	expect(storeIds).toMatchObject({ wire: 'store_list', field: { name: 'storeIds' } });
	expect(valuesOf(storeIds.read('100000001, ="100000002"'))).toEqual(['100000001', '100000002']);
});

test('one that is no ID is refused alone', () => {
	expect(storeIds.read('100000001, 1.5')).toMatchObject([
		{ value: '100000001' },
		{ given: '1.5', error: { message: 'Store IDs is not an ID: “1.5”' } },
	]);
});

test('own numbers are text: blanks, slashes and bars are characters, zeros stay', () => {
	expect(ownStoreNumbers.field.name).toBe('storeIds');
	expect(valuesOf(ownStoreNumbers.read('0042, 南山 01; A/7|b\n="0043"'))).toEqual([
		'0042',
		'南山 01',
		'A/7|b',
		'0043',
	]);
});

test('an own number longer than WeChat Pay has is refused alone', () => {
	expect(ownStoreNumbers.read(`0042,${'x'.repeat(33)}`)).toMatchObject([
		{ value: '0042' },
		{ error: { message: expect.stringContaining('Store IDs is longer than 32 characters') } },
	]);
});
