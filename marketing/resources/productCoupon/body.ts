import { object, objects, type BodyPart } from '../../parameters/body';
import { amount, id, integer, text, texts } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';

const choiceOfPackage: readonly BodyPart[] = [
	text('name', { maxLength: 15 }),
	amount('price'),
	integer('count', { min: 1, max: 99 }),
	optional(text('image_url')),
	optional(id('mini_program_appid')),
	optional(text('mini_program_path')),
];

const SMALLEST_CHOICE = { name: 'Latte', price: 1900, count: 1 };

const comboPackage: readonly BodyPart[] = [
	text('name', { maxLength: 15 }),
	integer('pick_count', { min: 1 }),
	objects(
		'choice_list',
		{ label: 'Choices (JSON)', isRequired: true, maxItems: 99, example: SMALLEST_CHOICE },
		choiceOfPackage,
	),
];

const originalPrice = amount('original_price', { label: 'Original Price (Fen)' });
const comboPackages = (isRequired: boolean) =>
	objects(
		'combo_package_list',
		{
			label: 'Combo Packages (JSON)',
			isRequired,
			maxItems: 50,
			example: { name: 'Breakfast', pick_count: 1, choice_list: [SMALLEST_CHOICE] },
		},
		comboPackage,
	);

/** Price and packages, which a coupon for a single product must have. */
export const productParts: readonly BodyPart[] = [originalPrice, comboPackages(true)];
/** The same for other coupons. */
export const optionalProductParts: readonly BodyPart[] = [
	optional(originalPrice),
	comboPackages(false),
];

/** How a product coupon is shown to users. @param ofProduct price and packages */
export function displayInfo(ofProduct: readonly BodyPart[]): BodyPart {
	return object('display_info', [
		text('name', { label: 'Coupon Name', minLength: 3, maxLength: 15 }),
		text('image_url', { label: 'Image URL' }),
		text('background_url', { label: 'Background URL' }),
		optional(texts('detail_image_url_list', { label: 'Detail Image URLs', maxItems: 8 })),
		...ofProduct,
	]);
}

/** The smallest display that WeChat Pay takes. */
export const SMALLEST_DISPLAY = {
	name: 'Spring coffee',
	image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/coupon.png',
	background_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/background.png',
};
