import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { notifyUrl } from './notifyUrl';

export const setForProductCoupons = single({
	name: 'Set for Product Coupons',
	action: 'Set notification address for product coupons',
	description: 'Set the one address that WeChat Pay tells about product coupons of all brands',
	endpoint: post('/v3/marketing/partner/product-coupon/notify-configs', {
		perSecond: 20,
		page: 'partner/4016435719',
	}),
	parameters: [notifyUrl],
	setsState: true,
});
