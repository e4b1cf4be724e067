import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, productCouponId } from '../../parameters/common';
import { usefulOfCoupon } from './coupon';

export const get = single({
	name: 'Get',
	action: 'Get product coupon',
	description: 'Get the rules, the display and the state of a product coupon',
	endpoint: getFrom('/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}', {
		perSecond: 20,
		page: 'partner/4016434632',
	}),
	parameters: [brandId, productCouponId],
	useful: usefulOfCoupon,
});
