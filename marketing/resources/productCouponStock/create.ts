import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, productCouponId } from '../../parameters/common';
import { requestNumber } from '../../parameters/kinds';
import {
	ANSWERED,
	discountCoupon,
	exchangeCoupon,
	normalCoupon,
	sequentialUsageRule,
	singleUsageRule,
	SMALLEST,
	stock,
} from './body';
import { usefulOfStock } from './stock';

const rules = [normalCoupon(), discountCoupon(), exchangeCoupon()];

export const create = single({
	name: 'Create',
	creates: true,
	action: 'Create product coupon stock',
	description: 'Add a stock to a product coupon: more coupons, other times or other stores',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks',
		{ perSecond: 20, page: 'partner/4015781304' },
	),
	parameters: [brandId, productCouponId, requestNumber('out_request_no')],
	body: {
		parts: [stock([singleUsageRule(rules), sequentialUsageRule])],
		answered: ANSWERED,
		smallest: {
			stock: {
				...SMALLEST.stock,
				single_usage_rule: { coupon_available_period: SMALLEST.period },
			},
		},
	},
	useful: usefulOfStock,
});
