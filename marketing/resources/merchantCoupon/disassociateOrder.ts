import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { merchantCouponCode, outTradeNo } from './coupon';

export const disassociateOrder = single({
	name: 'Disassociate Order',
	action: 'Disassociate order from merchant coupon',
	description: 'Take the link between a coupon of a user and an order of the merchant away',
	hint: 'The coupon of each input item will no longer be linked with its order.',
	endpoint: post('/v3/marketing/busifavor/coupons/disassociate', {
		perSecond: 500,
		page: 'merchant/4012465673',
	}),
	parameters: [merchantStockId, merchantCouponCode, outTradeNo, merchantNumber('out_request_no')],
});
