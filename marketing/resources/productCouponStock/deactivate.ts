import { post } from '../../operation/page';
import { single } from '../../operation/single';
import {
	brandId,
	deactivateReason,
	outRequestNumber,
	productCouponId,
	stockId,
} from '../../parameters/common';

export const deactivate = single({
	name: 'Deactivate',
	action: 'Deactivate product coupon stock',
	description: 'Stop a stock for good: no coupon of it can be sent any more',
	hint: 'The stock of each input item will be stopped for good: no coupon of it can be sent any more. Coupons that users have stay valid.',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate',
		{ perSecond: 20, page: 'partner/4015781532' },
	),
	parameters: [brandId, productCouponId, stockId, deactivateReason, outRequestNumber],
	useful: [
		'stock_id',
		'product_coupon_id',
		'brand_id',
		'remark',
		'state',
		['sent_count_info.total_count', 'sent_count'],
		'deactivate_time',
		'deactivate_reason',
	],
});
