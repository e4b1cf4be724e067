import { describe, expect, test } from '@jest/globals';
import {
	appid,
	brandId,
	cashCouponRequestNumber,
	couponTagInfo,
	fromList,
	ownMerchantId,
	preSendRequestNumber,
	sendRequestNumber,
	stockId,
} from '../../../../marketing/parameters/common.ts';
import { id } from '../../../../marketing/parameters/kinds.ts';
import { expectRefusal } from '../../helpers/refusal.mts';

test("a merchant that is not named is the credential's", () => {
	const merchant = ownMerchantId('belong_merchant');
	expect(merchant).toMatchObject({ isRequired: true, absent: 'merchantId' });
	expect(merchant.field).not.toHaveProperty('required');
	expect(merchant.field).toMatchObject({ displayName: 'Merchant ID', name: 'merchantId' });
	expect(merchant.read(1900000001)).toBe('1900000001');
	expectRefusal(() => merchant.read('1'.repeat(33)), 'Merchant ID is longer than 32 characters');
});

test.each([
	['brand', brandId, 'brandId', 'Empty: Default Brand ID of the credential'],
	['AppID', appid, 'appid', 'Empty: Default AppID of the credential'],
])("a %s that is not named is the credential's", (_, parameter, absent, placeholder) => {
	expect(parameter).toMatchObject({ isRequired: true, absent, field: { placeholder } });
	expect(parameter.field).not.toHaveProperty('required');
});

describe('a value that can be chosen from a list', () => {
	test('is searched for in it, or given by its ID, and reads as before', () => {
		const cup = fromList(id('cup_id'), { method: 'searchCups', what: 'cup', example: '1' });
		expect(cup.field).toMatchObject({
			name: 'cupId',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: [
				{ name: 'list', typeOptions: { searchListMethod: 'searchCups', searchable: true } },
				{ name: 'id', placeholder: 'e.g. 1' },
			],
		});
		expect(cup.read('"1"')).toBe('1');
	});

	test('a stock is', () => {
		expect(stockId.field.type).toBe('resourceLocator');
	});
});

test.each([
	['of a sending', sendRequestNumber, 'a'.repeat(128)],
	['of a sending that the user completes', preSendRequestNumber, 'a'.repeat(40)],
	['of a write to cash coupons', cashCouponRequestNumber, `|*_-${'a'.repeat(124)}`],
])('the number %s may be so long', (_, parameter, longest) => {
	expect(parameter.read(longest)).toBe(longest);
	expectRefusal(() => parameter.read(`${longest}a`), 'Request Number is longer than');
});

test('the tags of a coupon are JSON whose members are read', () => {
	const tags = { coupon_tag_list: ['MEMBER'], member_tag_info: { member_card_id: '12' } };
	expect(couponTagInfo.read(JSON.stringify(tags))).toEqual(tags);
	expectRefusal(() => couponTagInfo.read('{"coupon_tag_list": ["VIP"]}'), 'not in its list');
});
