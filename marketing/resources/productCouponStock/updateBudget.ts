import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId, outRequestNumber, productCouponId, stockId } from '../../parameters/common';
import { budget } from '../budget';
import { usefulOfStock } from './stock';

export const updateBudget = single({
	name: 'Update Budget',
	action: 'Update budget of product coupon stock',
	description:
		'Change how many coupons of a stock can be sent. For a stock in a bundle change the budget of the bundle.',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget',
		{ perSecond: 20, page: 'partner/4015781561' },
	),
	parameters: [brandId, productCouponId, stockId, ...budget, outRequestNumber],
	useful: usefulOfStock,
});
