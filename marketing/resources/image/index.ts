import type { Resource } from '../../operation/resource';
import { generate } from './generate';
import { getGenerated } from './getGenerated';
import { upload } from './upload';
import { uploadForProductCoupon } from './uploadForProductCoupon';

export const image: Resource = {
	name: 'Image',
	shortName: 'Image',
	value: 'image',
	description: 'An image that coupons show: uploaded, or made by WeChat Pay',
	defaultOperation: getGenerated.value,
	operations: [generate, getGenerated, upload, uploadForProductCoupon],
};
