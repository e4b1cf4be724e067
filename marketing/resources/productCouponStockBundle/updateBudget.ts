import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, outRequestNumber, productCouponId, stockBundleId } from '../../parameters/common';
import { budget } from '../budget';
import { usefulOfBundle } from './bundle';

export const updateBudget = single({
	name: 'Update Budget',
	action: 'Update budget of product coupon stock bundle',
	description: 'Change how many coupons of each stock of a bundle can be sent',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget',
		{ perSecond: 20, page: 'partner/4016280642' },
	),
	parameters: [brandId, productCouponId, stockBundleId, ...budget, outRequestNumber],
	useful: usefulOfBundle,
});
