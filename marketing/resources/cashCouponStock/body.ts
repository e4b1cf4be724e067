import { maybe, mustBe, object, type BodyPart } from '../../parameters/body';
import { when } from '../../parameters/conditions';
import { ownMerchantId } from '../../parameters/common';
import {
	amount,
	choice,
	flag,
	id,
	ids,
	integer,
	integers,
	text,
	texts,
	time,
} from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';

/** What the user saves. */
export const stockType = choice(
	'stock_type',
	[
		{
			name: 'Amount Off',
			value: 'NORMAL',
			description: 'The usual: an amount of money is taken off',
		},
		{ name: 'Discount Cut', value: 'DISCOUNT_CUT', description: 'Not described by WeChat Pay' },
		{ name: 'Exchange', value: 'EXCHANGE', description: 'Goods for a price' },
		{ name: 'Percentage Off', value: 'DISCOUNT', description: 'A percentage is taken off' },
		{ name: 'Random', value: 'RANDOM', description: 'Another amount for every user' },
	],
	{
		default: 'NORMAL',
		description: 'What the user saves. Choose it first: it decides which fields there are.',
	},
);

/** fen: a stock holds 100 million yuan at most */
const MOST_MONEY = 10_000_000_000;

const COLORS = [
	...['010', '020', '030', '040', '050', '060', '070', '080', '081', '082', '090'],
	...['100', '101', '102'],
].map((number) => ({ name: `Color${number}`, value: `COLOR${number}` }));

const JUMP_TARGETS = [
	{ name: 'Default Page', value: 'DEFAULT_PAGE' },
	{ name: 'Mini Program', value: 'MINI_PROGRAM' },
	{ name: 'Payment Code', value: 'PAYMENT_CODE' },
];

const TRADE_TYPES = ['MICROAPP', 'APPPAY', 'PPAY', 'CARD', 'FACE', 'OTHER'];

export const couponAmount = amount('coupon_amount', { label: 'Coupon Amount (Fen)' });
export const maxCoupons = integer('max_coupons', {
	label: 'Max Coupons',
	min: 5,
	max: 10_000_000,
});
export const budget = amount('max_amount', { label: 'Budget (Fen)', max: MOST_MONEY });

const amountOff = maybe('fixed_normal_coupon', [
	couponAmount,
	amount('transaction_minimum', { label: 'Threshold (Fen)' }),
]);

const percentageOff = maybe('discount_coupon', [
	optional(integer('discount_percent', { label: 'Percent to Pay' })),
	optional(amount('discount_amount_max', { label: 'Max Discount (Fen)' })),
	optional(amount('transaction_minimum', { label: '% Threshold (Fen)' })),
]);

const exchange = maybe('exchange_coupon', [
	optional(amount('exchange_price', { label: 'Exchange Price (Fen)' })),
	optional(amount('transaction_minimum', { label: 'Exchange Threshold (Fen)' })),
]);

const goods = (wire: string, label: string) =>
	optional(texts(wire, { label, maxItems: 50, maxLength: 128 }));

/** The body of a new stock. */
export const stock: readonly BodyPart[] = [
	text('stock_name', { label: 'Stock Name', maxLength: 20 }),
	time('available_begin_time', { label: 'Available From' }),
	time('available_end_time', { label: 'Available Until' }),
	flag('no_cash', { label: 'No Cash (False = Prepaid)' }),
	object('stock_use_rule', [
		maxCoupons,
		budget,
		optional(amount('max_amount_by_day', { label: 'Daily Budget (Fen)', max: MOST_MONEY })),
		integer('max_coupons_per_user', { label: 'Max Coupons per User', min: 1, max: 60 }),
		flag('natural_person_limit', { label: 'Natural Person Limit' }),
		flag('prevent_api_abuse', { label: 'Prevent API Abuse' }),
	]),
	object('coupon_use_rule', [
		...when(stockType, 'NORMAL', [mustBe(amountOff)]),
		...when(stockType, 'RANDOM', [amountOff]),
		...when(stockType, ['DISCOUNT', 'DISCOUNT_CUT'], [percentageOff]),
		...when(stockType, 'EXCHANGE', [exchange]),
		maybe('coupon_available_time', [
			optional(time('available_begin_time', { label: 'Usable From' })),
			optional(time('available_end_time', { label: 'Usable Until' })),
			maybe('fix_available_time', [
				optional(
					integers('available_week_day', { label: 'Weekdays (0 = Sunday)', min: 0, max: 6 }),
				),
				integer('begin_time', { label: 'Daily From (Seconds)', min: 0, max: 86_400 }),
				optional(integer('end_time', { label: 'Daily Until (Seconds)', min: 1, max: 86_399 })),
			]),
			optional(flag('second_day_available', { label: 'Usable From Next Day' })),
			optional(integer('available_time_after_receive', { label: 'Usable For (Minutes)' })),
		]),
		optional(texts('goods_tag', { label: 'Goods Tags', maxItems: 50, maxLength: 128 })),
		optional(texts('limit_pay', { label: 'Payment Methods' })),
		maybe('limit_card', [
			text('name', { label: 'Bank Card Name' }),
			texts('bin', { label: 'Bank Card BINs', maxItems: 10, minLength: 6, maxLength: 9 }),
		]),
		optional(texts('trade_type', { label: 'Payment Scenes', choices: TRADE_TYPES })),
		goods('available_items', 'Goods IDs'),
		goods('unavailable_items', 'Excluded Goods IDs'),
		optional(
			ids('available_merchants', { label: 'Available Merchants', maxItems: 50, maxLength: 20 }),
		),
		optional(flag('combine_use', { label: 'Combine with Others' })),
	]),
	maybe('pattern_info', [
		text('description', { label: 'Usage Description', maxLength: 1000 }),
		optional(text('merchant_logo', { label: 'Merchant Logo URL' })),
		optional(text('merchant_name', { label: 'Merchant Name' })),
		optional(choice('background_color', COLORS, { label: 'Background Color' })),
		optional(text('coupon_image', { label: 'Coupon Image URL' })),
		optional(choice('jump_target', JUMP_TARGETS, { label: 'Card Pack Target' })),
		optional(id('mini_program_appid', { label: 'Mini Program AppID' })),
		optional(text('mini_program_path', { label: 'Mini Program Path' })),
	]),
	optional(ownMerchantId('belong_merchant', { label: 'Owner Merchant ID', maxLength: 20 })),
	optional(text('comment', { label: 'Comment', maxLength: 60 })),
	optional(text('ext_info', { label: 'Extended Info (JSON)' })),
];

/** The smallest body that WeChat Pay takes. */
export const SMALLEST = {
	stock_type: 'NORMAL',
	stock_name: 'Spring',
	available_begin_time: '2026-12-01T00:00:00+08:00',
	available_end_time: '2026-12-31T23:59:59+08:00',
	no_cash: true,
	stock_use_rule: {
		max_coupons: 100,
		max_amount: 10000,
		max_coupons_per_user: 1,
		natural_person_limit: false,
		prevent_api_abuse: true,
	},
	coupon_use_rule: {
		fixed_normal_coupon: { coupon_amount: 100, transaction_minimum: 1000 },
	},
};
