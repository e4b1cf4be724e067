import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, productCouponId } from '../../parameters/common';
import { requestNumber } from '../../parameters/kinds';
import { displayInfo, optionalProductParts, SMALLEST_DISPLAY } from './body';
import { usefulOfCoupon } from './coupon';

export const update = single({
	name: 'Update',
	action: 'Update product coupon',
	description:
		'Change how a product coupon is shown; coupons that were sent before keep their display',
	endpoint: patch('/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}', {
		perSecond: 20,
		page: 'partner/4015781296',
	}),
	parameters: [brandId, productCouponId, requestNumber('out_request_no')],
	body: {
		parts: [displayInfo(optionalProductParts)],
		smallest: { display_info: SMALLEST_DISPLAY },
	},
	useful: usefulOfCoupon,
});
