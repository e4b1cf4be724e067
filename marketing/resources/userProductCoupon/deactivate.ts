import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { deactivateReason, outRequestNumber } from '../../parameters/common';
import { ofUser, usefulOfUserCoupon } from './userCoupon';

export const deactivate = single({
	name: 'Deactivate',
	action: 'Deactivate product coupon of user',
	description: 'Make a coupon of a user invalid for good',
	hint: 'The coupon of each input item will be made invalid for good: the user can no longer use it.',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate',
		{ perSecond: 500, page: 'partner/4015781578' },
	),
	parameters: [...ofUser, deactivateReason, outRequestNumber],
	useful: usefulOfUserCoupon,
});
