import { get } from '../../operation/page';
import { single } from '../../operation/single';
import { brandId } from '../../parameters/common';
import { code } from '../../parameters/kinds';
import { imageGenerationType } from './imageType';

const taskId = code('task_id', {
	example: 'n8n_1024_1',
	description: 'The task, as Generate returned it',
});

export const getGenerated = single({
	name: 'Get Generated',
	action: 'Get generated image',
	description: 'Get the state of a generation of an image, and the address of the image',
	endpoint: get('/v3/marketing/partner/product-coupon/image-generation-tasks/{task_id}', {
		perSecond: 20,
		page: 'partner/4017327739',
	}),
	parameters: [brandId, imageGenerationType, taskId],
});
