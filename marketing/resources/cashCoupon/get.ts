import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { appid, openid } from '../../parameters/common';
import { id } from '../../parameters/kinds';
import { usefulOfCoupon } from './coupon';

const couponId = id('coupon_id', {
	example: '98674556',
	description: 'The coupon, as WeChat Pay returned it when it was sent',
});

export const get = single({
	name: 'Get',
	action: 'Get cash coupon of user',
	description: 'Get the state of a coupon of a user, and the order that it was used for',
	endpoint: getFrom('/v3/marketing/favor/users/{openid}/coupons/{coupon_id}', {
		page: 'merchant/4012486942',
	}),
	parameters: [openid, couponId, appid],
	useful: usefulOfCoupon,
});
