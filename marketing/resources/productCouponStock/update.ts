import { completedBy, unchangedInside } from '../../operation/completed';
import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, productCouponId, stockId } from '../../parameters/common';
import { requestNumber } from '../../parameters/kinds';
import { changes } from './body';
import { get } from './get';
import { usefulOfStock } from './stock';

const parts = changes.map(unchangedInside);

export const update = single({
	name: 'Update',
	action: 'Update product coupon stock',
	description:
		'Change the remark, the display or the store scope of a stock. Of an entrance and of the usage rules, what is not given stays as it is.',
	endpoint: patch(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}',
		{ perSecond: 20, page: 'partner/4015781556' },
	),
	parameters: [brandId, productCouponId, stockId, requestNumber('out_request_no')],
	complete: completedBy(get, parts),
	body: { parts, smallest: { remark: 'Spring' } },
	useful: usefulOfStock,
});
