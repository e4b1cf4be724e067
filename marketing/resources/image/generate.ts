import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { object } from '../../parameters/body';
import { when } from '../../parameters/conditions';
import { brandId } from '../../parameters/common';
import { choice, requestNumber, text } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { scope, type } from '../productCoupon/create';
import { discountCoupon, exchangeCoupon, normalCoupon } from '../productCouponStock/body';
import { imageGenerationType } from './imageType';

export const generate = single({
	name: 'Generate',
	creates: true,
	action: 'Generate image',
	description:
		'Have an image made for a product coupon. The result comes by notification, or by Get Generated with the task ID.',
	endpoint: post('/v3/marketing/partner/product-coupon/image-generation-tasks', { perSecond: 20 }),
	parameters: [brandId, requestNumber('task_id', {})],
	body: {
		choices: [imageGenerationType],
		parts: [
			...when(imageGenerationType, 'COMBINE_IMAGE', [
				object('combine_image', [
					scope,
					type,
					choice(
						'usage_mode',
						[
							{ name: 'Progressive Bundle', value: 'PROGRESSIVE_BUNDLE' },
							{ name: 'Single', value: 'SINGLE' },
						],
						{ label: 'Usage Mode' },
					),
					normalCoupon(),
					discountCoupon(),
					exchangeCoupon(),
					optional(text('background_color', { label: 'Background Color' })),
				]),
			]),
			...when(imageGenerationType, 'CUT_OUT', [
				object('cut_out', [text('image_url', { label: 'Image URL' })]),
			]),
		],
		smallest: {
			image_generation_type: 'COMBINE_IMAGE',
			combine_image: {
				scope: 'ALL',
				type: 'NORMAL',
				usage_mode: 'SINGLE',
				normal_coupon: { threshold: 1000, discount_amount: 100 },
			},
		},
	},
});
