import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { merchantCouponCode, outTradeNo } from './coupon';

export const associateOrder = single({
	name: 'Associate Order',
	action: 'Associate order with merchant coupon',
	description: 'Link a coupon of a user with an order of the merchant, before it is redeemed',
	endpoint: post('/v3/marketing/busifavor/coupons/associate', {
		perSecond: 500,
		page: 'merchant/4012465596',
	}),
	parameters: [merchantStockId, merchantCouponCode, outTradeNo, merchantNumber('out_request_no')],
});
