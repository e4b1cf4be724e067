import { describe, expect, test } from '@jest/globals';
import { identifiesPerson, shortened, withoutPersons } from '../../../wechatpay/persons.ts';

const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';

test.each(['openid', 'OpenID', 'sub_openid', 'payer.openid', 'unionid', 'UnionID', 'phone_number'])(
	'%s identifies a person',
	(name) => expect(identifiesPerson(name)).toBe(true),
);

test.each(['appid', 'coupon_code', 'Brand ID', 'smartphone', 'openid_count'])(
	'%s identifies nobody',
	(name) => expect(identifiesPerson(name)).toBe(false),
);

test.each([
	[OPENID, 'oUpF8u…jWeS6o'],
	['13812345678', '138…678'],
	['#DIV/0!', '#DIV/0!'],
	['', ''],
])('%p is shortened to %p, once', (value, short) => {
	expect(shortened(value)).toBe(short);
	expect(shortened(short)).toBe(short);
});

describe('a text', () => {
	test.each([
		[`用户${OPENID}不存在`, '用户oUpF8u…jWeS6o不存在'],
		[`(openid=${OPENID}).`, '(openid=oUpF8u…jWeS6o).'],
		[`order-${OPENID}-20261130`, 'order-oUpF8u…jWeS6o-20261130'],
		[`"${OPENID}1", "oh-394z-6CGkNoJrsDLTTUKiAnp4"`, '"oUpF8u…WeS6o1", "oh-394…KiAnp4"'],
		['手机号13812345678未绑定', '手机号138…678未绑定'],
		['call +86 13812345678.', 'call +86 138…678.'],
		['call +8613812345678.', 'call +86138…678.'],
	])('%s has no person', (text, short) => {
		expect(withoutPersons(text)).toBe(short);
		expect(withoutPersons(short)).toBe(short);
	});

	test.each([
		'Stock 1000000013001 of merchant 1900000001',
		'transaction 4200001234202611301234567890',
		'1764460800000 milliseconds, 13812345678.5',
		'old_names_in_snake_case_are_no_persons',
		'openid必填',
	])('%s stays as it is', (text) => expect(withoutPersons(text)).toBe(text));
});
