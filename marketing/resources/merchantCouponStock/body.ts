import { maybe, object, objects, type BodyPart } from '../../parameters/body';
import { when } from '../../parameters/conditions';
import { amount, choice, flag, id, integer, integers, text, time } from '../../parameters/kinds';
import { optional, type Parameter } from '../../parameters/parameter';
import { colors, SMALLEST_PERIOD } from '../productCouponStock/body';

/** Fen that an amount of a rule can have. */
const MOST_FEN = 10_000_000;
/** Coupons that one stock can hold. */
const MOST_COUPONS = 1_000_000_000;

const threshold = (label: string) =>
	amount('transaction_minimum', { label, min: 1, max: MOST_FEN });

const dayPeriods = [optional(integer('begin_time')), optional(integer('end_time'))];
const periods = [optional(time('begin_time')), optional(time('end_time'))];

const availableTime = object('coupon_available_time', [
	time('available_begin_time', { label: 'Available From' }),
	time('available_end_time', { label: 'Available Until' }),
	optional(integer('available_day_after_receive', { label: 'Available Days', min: 1 })),
	optional(integer('available_second_after_receive', { label: 'Available Seconds', min: 1 })),
	optional(integer('wait_days_after_receive', { label: 'Wait Days', min: 0 })),
	maybe('available_week', [
		optional(integers('week_day', { label: 'Weekdays (0 Is Sunday)', min: 0, max: 6 })),
		objects(
			'available_day_time',
			{ label: 'Day Periods (JSON)', example: { begin_time: 3600, end_time: 86399 } },
			dayPeriods,
		),
	]),
	// The name is misspelt at WeChat Pay.
	objects(
		'irregulary_avaliable_time',
		{ label: 'Periods (JSON)', example: SMALLEST_PERIOD },
		periods,
	),
]);

const useMethods = [
	{ name: 'In Mini Program', value: 'MINI_PROGRAMS' },
	{ name: 'Offline', value: 'OFF_LINE' },
	{ name: 'Payment Code', value: 'PAYMENT_CODE' },
	{ name: 'Self-Service', value: 'SELF_CONSUME' },
];
const useMethod = choice('use_method', useMethods, { default: 'OFF_LINE' });
const usePlace = [
	optional(id('mini_programs_appid', { label: 'Usage AppID' })),
	optional(text('mini_programs_path', { label: 'Usage Path' })),
];

const naturalPersonLimit = optional(flag('natural_person_limit'));
const preventApiAbuse = optional(flag('prevent_api_abuse', { label: 'Prevent API Abuse' }));

const sendRule = object('stock_send_rule', [
	integer('max_coupons', { label: 'Max Count', min: 1, max: MOST_COUPONS }),
	integer('max_coupons_per_user', { label: 'Max Per User', min: 1 }),
	optional(integer('max_coupons_by_day', { label: 'Max Per Day', min: 1, max: MOST_COUPONS })),
	optional(amount('max_amount', { label: 'Max Amount (Fen)' })),
	optional(amount('max_amount_by_day', { label: 'Max Amount Per Day (Fen)' })),
	naturalPersonLimit,
	preventApiAbuse,
	optional(flag('transferable')),
	optional(flag('shareable')),
]);

const stockName = text('stock_name', { maxLength: 21 });
const comment = optional(text('comment', { maxLength: 20 }));
const goodsName = text('goods_name', { maxLength: 15 });

/** @param more what only a new stock takes */
function customEntrance(more: readonly BodyPart[]): BodyPart {
	return maybe('custom_entrance', [
		maybe('mini_programs_info', [
			id('mini_programs_appid', { label: 'Entrance AppID' }),
			text('mini_programs_path', { label: 'Entrance Path' }),
			text('entrance_words', { label: 'Entrance Wording', maxLength: 5 }),
			optional(text('guiding_words', { label: 'Guidance Wording', maxLength: 6 })),
		]),
		optional(id('appid', { label: 'Account AppID' })),
		optional(id('hall_id', { label: 'Marketing Hall ID' })),
		...more,
		optional(
			choice('code_display_mode', [
				{ name: 'Barcode', value: 'BARCODE' },
				{ name: 'Not Shown', value: 'NOT_SHOW' },
				{ name: 'QR Code', value: 'QRCODE' },
			]),
		),
	]);
}

const display = maybe('display_pattern_info', [
	optional(text('description', { label: 'Usage Description', maxLength: 1000 })),
	optional(text('merchant_logo_url', { label: 'Merchant Logo URL' })),
	optional(text('merchant_name', { maxLength: 16 })),
	optional(choice('background_color', colors)),
	optional(text('coupon_image_url', { label: 'Coupon Image URL' })),
	maybe('finder_info', [
		text('finder_id', { label: 'Channels ID' }),
		text('finder_video_id', { label: 'Channels Video ID' }),
		text('finder_video_cover_image_url', { label: 'Video Cover URL' }),
	]),
]);

const notifyConfig = maybe('notify_config', [
	optional(id('notify_appid', { label: 'Notify AppID' })),
]);
const subsidy = optional(flag('subsidy', { label: 'Subsidy Allowed' }));

/** What the user saves. @param stockType the choice that decides which rule there is */
function savings(stockType: Parameter): BodyPart[] {
	return [
		...when(stockType, 'NORMAL', [
			object('fixed_normal_coupon', [
				amount('discount_amount', { label: 'Discount Amount (Fen)', min: 1, max: MOST_FEN }),
				threshold('Off Threshold (Fen)'),
			]),
		]),
		...when(stockType, 'DISCOUNT', [
			object('discount_coupon', [
				integer('discount_percent', { label: 'Percent to Pay', min: 1, max: 100 }),
				threshold('% Threshold (Fen)'),
			]),
		]),
		...when(stockType, 'EXCHANGE', [
			object('exchange_coupon', [
				amount('exchange_price', { label: 'Exchange Price (Fen)', max: MOST_FEN }),
				threshold('Exchange Threshold (Fen)'),
			]),
		]),
	];
}

/** A new stock. @param stockType the choice that decides what its users save */
export function newStock(stockType: Parameter): BodyPart[] {
	return [
		stockName,
		id('belong_merchant', { label: 'Owner Merchant ID', maxLength: 15 }),
		goodsName,
		comment,
		object('coupon_use_rule', [availableTime, ...savings(stockType), useMethod, ...usePlace]),
		sendRule,
		choice(
			'coupon_code_mode',
			[
				{ name: 'Merchant API', value: 'MERCHANT_API' },
				{ name: 'Merchant Upload', value: 'MERCHANT_UPLOAD' },
				{ name: 'WeChat Pay', value: 'WECHATPAY_MODE' },
			],
			{ label: 'Code Mode' },
		),
		customEntrance([optional(id('store_id'))]),
		display,
		notifyConfig,
		subsidy,
	];
}

/** What of a stock can be changed. */
export const changes: readonly BodyPart[] = [
	optional(stockName),
	optional(goodsName),
	comment,
	maybe('coupon_use_rule', [optional(useMethod), ...usePlace]),
	maybe('stock_send_rule', [naturalPersonLimit, preventApiAbuse]),
	customEntrance([]),
	display,
	notifyConfig,
	subsidy,
];
