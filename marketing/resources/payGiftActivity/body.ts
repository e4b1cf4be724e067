import { maybe, object, objects, type BodyPart } from '../../parameters/body';
import { neededWhen } from '../../parameters/conditions';
import { amount, choice, code, id, ids, text, texts, time } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { SMALLEST_PERIOD } from '../productCouponStock/body';

const COLORS = ['010', '020', '030', '040', '050', '060', '070', '080', '090', '100'].map(
	(number) => ({ name: `Color${number}`, value: `Color${number}` }),
);

const SCENES = [
	'APP_SCENE',
	'SWING_CARD_SCENE',
	'NO_SECRET_SCENE',
	'MINIAPP_SCENE',
	'FACE_PAY_SCENE',
	'OTHER_SCENE',
];

const METHODS = [
	{ name: 'Bank Card', value: 'SPECIFIC_BANK_CARD' },
	{ name: 'WeChat Balance', value: 'CFT' },
];

const timeOfDay = (wire: string) =>
	text(wire, { pattern: /^\d{6}$/, patternWords: 'a time of day of six digits, as 135959' });

const paymentMethod = (suffix: string) =>
	choice('payment_method', METHODS, {
		label: `Payment Method${suffix}`,
	});
const bank = (suffix: string) =>
	optional(text('bank_abbreviation', { label: `Bank Abbreviation${suffix}` }));

const periods = maybe('available_periods', [
	objects(
		'available_time',
		{ label: 'Available Times (JSON)', maxItems: 6, example: SMALLEST_PERIOD },
		[time('begin_time'), time('end_time')],
	),
	objects(
		'available_day_time',
		{
			label: 'Daily Times (JSON)',
			maxItems: 6,
			example: { begin_day_time: '080000', end_day_time: '235959' },
		},
		[timeOfDay('begin_day_time'), timeOfDay('end_day_time')],
	),
]);

const SMALLEST_AWARD = {
	stock_id: '100088',
	original_image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/award.png',
};

const deliveryPurpose = choice(
	'delivery_purpose',
	[
		{ name: 'Pay in Store', value: 'OFF_LINE_PAY' },
		{ name: 'Open Mini Program', value: 'JUMP_MINI_APP' },
	],
	{ label: 'Delivery Purpose' },
);

const merchantOption = choice(
	'merchant_option',
	[
		{ name: 'In List of Merchant IDs', value: 'MANUAL_INPUT_MERCHANT' },
		{ name: 'In Service for Coupon', value: 'IN_SEVICE_COUPON_MERCHANT' },
	],
	{ label: 'Sending Merchants' },
);

/** The body of a new activity. */
export const activity: readonly BodyPart[] = [
	object('activity_base_info', [
		text('activity_name', { label: 'Activity Name', maxLength: 10 }),
		text('activity_second_title', { label: 'Subtitle', maxLength: 9 }),
		text('merchant_logo_url', { label: 'Merchant Logo URL', maxLength: 128 }),
		time('begin_time', { label: 'Starts At' }),
		time('end_time', { label: 'Ends At' }),
		deliveryPurpose,
		neededWhen(
			deliveryPurpose,
			'JUMP_MINI_APP',
			code('mini_programs_appid', { label: 'Mini Program AppID', maxLength: 32 }),
		),
		neededWhen(
			deliveryPurpose,
			'JUMP_MINI_APP',
			text('mini_programs_path', { label: 'Mini Program Path', maxLength: 128 }),
		),
		optional(choice('background_color', COLORS, { label: 'Background Color' })),
		periods,
	]),
	object('award_send_rule', [
		choice('award_type', [{ name: 'Merchant Coupon', value: 'BUSIFAVOR' }], {
			label: 'Gift Type',
		}),
		merchantOption,
		amount('transaction_amount_minimum', { label: 'Payment Threshold (Fen)' }),
		choice(
			'send_content',
			[
				{ name: 'Gift Package', value: 'GIFT_PACKAGE' },
				{ name: 'Single Coupon', value: 'SINGLE_COUPON' },
			],
			{ label: 'Content' },
		),
		objects(
			'award_list',
			{ label: 'Awards (JSON)', isRequired: true, maxItems: 5, example: SMALLEST_AWARD },
			[id('stock_id'), text('original_image_url'), optional(text('thumbnail_url'))],
		),
		neededWhen(
			merchantOption,
			'MANUAL_INPUT_MERCHANT',
			ids('merchant_id_list', { label: 'Merchant IDs', maxItems: 500, maxLength: 15 }),
		),
	]),
	maybe('advanced_setting', [
		optional(
			choice(
				'delivery_user_category',
				[
					{ name: 'All Users', value: 'DELIVERY_ALL_PERSON' },
					{ name: 'Members', value: 'DELIVERY_MEMBER_PERSON' },
				],
				{ label: 'User Category' },
			),
		),
		optional(code('merchant_member_appid', { label: 'Membership AppID' })),
		optional(texts('goods_tags', { label: 'Goods Tags', maxItems: 500 })),
		maybe('payment_method_information', [paymentMethod(''), bank('')]),
		maybe('payment_mode', [
			optional(texts('payment_scene_list', { label: 'Payment Scenes', choices: SCENES })),
			maybe('payment_method_information', [optional(paymentMethod(' Mode')), bank(' (Mode)')]),
		]),
	]),
];

/** The smallest body that WeChat Pay takes. */
export const SMALLEST = {
	activity_base_info: {
		activity_name: 'Spring',
		activity_second_title: 'Coffee',
		merchant_logo_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/logo.png',
		begin_time: '2026-12-01T00:00:00+08:00',
		end_time: '2026-12-31T23:59:59+08:00',
		delivery_purpose: 'OFF_LINE_PAY',
	},
	award_send_rule: {
		award_type: 'BUSIFAVOR',
		merchant_option: 'MANUAL_INPUT_MERCHANT',
		transaction_amount_minimum: 100,
		send_content: 'SINGLE_COUPON',
		award_list: [SMALLEST_AWARD],
		merchant_id_list: ['1900000001'],
	},
};
