import { post } from '../../operation/page';
import { upload as uploaded } from '../../operation/upload';

export const upload = uploaded({
	name: 'Upload',
	action: 'Upload image',
	description: 'Upload an image for merchant coupons, cash coupons and pay gift activities',
	endpoint: post('/v3/marketing/favor/media/image-upload', {
		perMinute: 100,
		page: 'merchant/4012557233',
	}),
});
