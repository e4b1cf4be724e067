import { get } from '../../operation/page';
import { single } from '../../operation/single';

export const getForProductCoupons = single({
	name: 'Get for Product Coupons',
	action: 'Get notification address for product coupons',
	description: 'Get the address that WeChat Pay tells about product coupons of all brands',
	endpoint: get('/v3/marketing/partner/product-coupon/notify-configs', {
		perSecond: 20,
		page: 'partner/4016435718',
	}),
	parameters: [],
});
