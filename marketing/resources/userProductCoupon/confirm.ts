import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { outRequestNumber } from '../../parameters/common';
import { ofUser, usefulOfUserCoupon } from './userCoupon';

export const confirm = single({
	name: 'Confirm',
	action: 'Confirm product coupon of user',
	description: 'Confirm that a coupon was sent, so that the user can use it',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/confirm',
		{ perSecond: 500, page: 'partner/4016435562' },
	),
	parameters: [...ofUser, outRequestNumber],
	useful: usefulOfUserCoupon,
});
