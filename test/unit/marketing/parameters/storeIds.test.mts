import { expect, test } from '@jest/globals';
import { storeIds } from '../../../../marketing/parameters/storeIds.ts';
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
