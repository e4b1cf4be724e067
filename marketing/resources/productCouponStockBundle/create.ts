import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, productCouponId } from '../../parameters/common';
import { requestNumber } from '../../parameters/kinds';
import { SMALLEST, stockBundle } from '../productCouponStock/body';
import { usefulOfBundle } from './bundle';

export const create = single({
	name: 'Create',
	creates: true,
	action: 'Create product coupon stock bundle',
	description:
		'Add a bundle of stocks, one for each use, to a product coupon that is used several times',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles',
		{ perSecond: 20, page: 'partner/4016280622' },
	),
	parameters: [brandId, productCouponId, requestNumber('out_request_no')],
	body: {
		parts: [stockBundle('')],
		smallest: {
			stock_bundle: {
				...SMALLEST.stock,
				progressive_bundle_usage_rule: {
					coupon_available_period: SMALLEST.period,
					normal_coupon_list: [1, 2, 3].map((use) => ({
						threshold: 1000,
						discount_amount: use * 100,
					})),
				},
			},
		},
	},
	useful: usefulOfBundle,
});
