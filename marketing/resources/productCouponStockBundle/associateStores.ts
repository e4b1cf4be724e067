import { batch } from '../../operation/batch/batch';
import { post } from '../../operation/page';
import { brandId, productCouponId, stockBundleId } from '../../parameters/common';
import { storeMembers } from '../storeMembers';

export const associateStores = batch({
	name: 'Associate Stores',
	action: 'Associate stores with product coupon stock bundle',
	description: 'Put stores on all stocks of a bundle, so that their coupons can be used there',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores',
		{ perSecond: 20, page: 'partner/4016280620' },
	),
	parameters: [brandId, productCouponId, stockBundleId],
	...storeMembers,
	mark: 'associated',
	words: {
		one: 'store',
		many: 'stores',
		done: 'associated',
		already: 'were on the bundle already',
	},
});
