import { newNumber } from '../../simulator/examples.mts';
import { BRANDS } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const combined = () => ({
	brand_id: BRANDS.coffee,
	task_id: newNumber('image'),
	image_generation_type: 'COMBINE_IMAGE',
});

const COMBINED = {
	scope: 'ALL',
	type: 'NORMAL',
	usage_mode: 'SINGLE',
	normal_coupon: { threshold: 10000, discount_amount: 1000 },
	background_color: 'Color020',
};

/** The field with the file. */
const upload = () => ({ file: 'data' });

export const image: Record<string, Example[]> = {
	'image.upload': [upload],
	'image.generate': [() => ({ ...combined(), combine_image: COMBINED })],
	'image.getGenerated': [
		async (ask) => {
			const task = combined();
			await ask('image.generate', { ...task, combine_image: COMBINED });
			return task;
		},
	],
	'image.uploadForProductCoupon': [upload],
};
