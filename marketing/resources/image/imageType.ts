import { choice } from '../../parameters/kinds';

/** What is made. */
export const imageGenerationType = choice(
	'image_generation_type',
	[
		{ name: 'Combined Image', value: 'COMBINE_IMAGE', description: 'Shows what the coupon gives' },
		{ name: 'Cut-Out', value: 'CUT_OUT', description: 'The goods of an image, cut out' },
	],
	{ description: 'What kind of image it is. Choose it first: it decides which fields there are.' },
);
