import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { ofUser, usefulOfUserCoupon } from './userCoupon';

export const get = single({
	name: 'Get',
	action: 'Get product coupon of user',
	description: 'Get the state and the validity of a coupon that a user has',
	endpoint: getFrom('/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}', {
		perSecond: 500,
		page: 'partner/4016435702',
	}),
	parameters: ofUser,
	useful: usefulOfUserCoupon,
});
