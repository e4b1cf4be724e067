import { post } from '../../operation/page';
import { single } from '../../operation/single';
import {
	brandId,
	deactivateReason,
	outRequestNumber,
	productCouponId,
} from '../../parameters/common';

export const deactivate = single({
	name: 'Deactivate',
	action: 'Deactivate product coupon',
	description:
		'Stop a product coupon and all its stocks for good; coupons that users have stay valid',
	hint: 'The product coupon of each input item and all its stocks will be stopped for good: no coupon of them can be sent any more. Coupons that users have stay valid.',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/deactivate',
		{ perSecond: 20, page: 'partner/4015781290' },
	),
	parameters: [brandId, productCouponId, deactivateReason, outRequestNumber],
	useful: [
		'product_coupon_id',
		'brand_id',
		'display_info.name',
		'state',
		'out_product_no',
		'deactivate_time',
		'deactivate_reason',
	],
});
