import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { outRequestNumber } from '../../parameters/common';
import { ofUser, sequentialCouponIndex, usefulOfUserCoupon } from './userCoupon';

/** `return` is a word of the language. */
export const giveBack = single({
	name: 'Return',
	action: 'Return product coupon to user',
	description: 'Give a user back a coupon that was redeemed',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/return',
		{ perSecond: 500, page: 'partner/4015781599' },
	),
	parameters: [...ofUser, sequentialCouponIndex, outRequestNumber],
	useful: usefulOfUserCoupon,
});
