import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, productCouponId, stockId } from '../../parameters/common';
import { usefulOfStock } from './stock';

export const get = single({
	name: 'Get',
	action: 'Get product coupon stock',
	description: 'Get the rules, the state and the counts of a stock',
	endpoint: getFrom(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}',
		{ perSecond: 20, page: 'partner/4015781542' },
	),
	parameters: [brandId, productCouponId, stockId],
	useful: usefulOfStock,
});
