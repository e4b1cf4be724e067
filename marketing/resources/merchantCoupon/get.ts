import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { appid, openid } from '../../parameters/common';
import { merchantCouponCode, usefulOfCoupon } from './coupon';

export const get = single({
	name: 'Get',
	action: 'Get merchant coupon of user',
	description: 'Get the state and the rules of a coupon that a user has',
	endpoint: getFrom('/v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}', {
		page: 'merchant/4012535011',
	}),
	parameters: [appid, openid, merchantCouponCode],
	useful: usefulOfCoupon,
});
