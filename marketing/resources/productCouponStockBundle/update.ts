import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, productCouponId, stockBundleId } from '../../parameters/common';
import { requestNumber } from '../../parameters/kinds';
import { changes } from '../productCouponStock/body';
import { usefulOfBundle } from './bundle';

export const update = single({
	name: 'Update',
	action: 'Update product coupon stock bundle',
	description: 'Change the remark, the display or the store scope of a bundle of stocks',
	endpoint: patch(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}',
		{ perSecond: 20, page: 'partner/4016280633' },
	),
	parameters: [brandId, productCouponId, stockBundleId, requestNumber('out_request_no')],
	body: { parts: changes, smallest: { remark: 'Spring' } },
	useful: usefulOfBundle,
});
