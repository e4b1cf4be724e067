import { batch } from '../../operation/batch/batch';
import { post } from '../../operation/page';
import { brandId, productCouponId, stockBundleId } from '../../parameters/common';
import { storeMembers } from '../storeMembers';

export const disassociateStores = batch({
	name: 'Disassociate Stores',
	action: 'Disassociate stores from product coupon stock bundle',
	description:
		'Take stores off all stocks of a bundle, so that their coupons can no longer be used there',
	hint: 'The stores of all input items will be taken off all stocks of their bundles, 200 in a call. Coupons can then no longer be used there. Turn on Dry Run under Options to see first what would be sent.',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores',
		{ perSecond: 20 },
	),
	parameters: [brandId, productCouponId, stockBundleId],
	...storeMembers,
	mark: 'disassociated',
	words: {
		one: 'store',
		many: 'stores',
		done: 'disassociated',
		already: 'were not on the bundle',
	},
});
