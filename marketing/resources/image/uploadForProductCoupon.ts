import { post } from '../../operation/page';
import { upload } from '../../operation/upload';

export const uploadForProductCoupon = upload({
	name: 'Upload for Product Coupon',
	action: 'Upload image for product coupon',
	description: 'Upload an image that product coupons show',
	endpoint: post('/v3/marketing/partner/product-coupon/media/upload-image', {
		perSecond: 20,
		page: 'partner/4015781275',
	}),
});
