import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, productCouponId } from '../../parameters/common';

export const get = single({
	name: 'Get',
	action: 'Get product coupon',
	description: 'Get the rules, the display and the state of a product coupon',
	endpoint: getFrom('/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}', {
		perSecond: 20,
		page: 'partner/4016434632',
	}),
	parameters: [brandId, productCouponId],
	useful: [
		'product_coupon_id',
		'brand_id',
		'display_info.name',
		'state',
		'scope',
		'type',
		'usage_mode',
		'out_product_no',
		'deactivate_time',
		'deactivate_reason',
	],
});
