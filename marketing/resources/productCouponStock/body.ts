import { maybe, object, objects, type BodyPart } from '../../parameters/body';
import { amount, choice, flag, id, integer, text, texts, time } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';

/** Coupons that one stock can hold. */
const MOST_COUPONS = 100_000_000;

const WEEKDAYS = [
	'MONDAY',
	'TUESDAY',
	'WEDNESDAY',
	'THURSDAY',
	'FRIDAY',
	'SATURDAY',
	'SUNDAY',
] as const;

/** A mark of a name that has its values in a bracket. */
const withoutBracket = (mark: string) => mark.replace(/[()]/g, '');

/** Seconds of a day, from midnight. */
const dayPeriods = [
	integer('begin_time', { min: 0, max: 86_399 }),
	integer('end_time', { min: 0, max: 86_399 }),
];

const irregularPeriods = [time('begin_time'), time('end_time')];

/** A period as a list of periods has it. */
export const SMALLEST_PERIOD = {
	begin_time: '2026-12-01T00:00:00+08:00',
	end_time: '2026-12-31T23:59:59+08:00',
};

/**
 * When a coupon can be used.
 *
 * @param mark stands behind the names, to tell the ways of use apart
 */
function availablePeriod(mark: string, more: readonly BodyPart[]): BodyPart {
	return object('coupon_available_period', [
		time('available_begin_time', { label: `Available From${mark}` }),
		time('available_end_time', { label: `Available Until${mark}` }),
		...more,
		optional(integer('wait_days_after_receive', { label: `Wait Days${mark}`, min: 0, max: 30 })),
		maybe('weekly_available_period', [
			optional(texts('day_list', { label: `Weekdays${mark}`, choices: WEEKDAYS })),
			objects(
				'day_period_list',
				{ label: `Day Periods${mark} (JSON)`, example: { begin_time: 3600, end_time: 86399 } },
				dayPeriods,
			),
		]),
		objects(
			'irregular_available_period_list',
			{ label: `Periods${mark} (JSON)`, maxItems: 2, example: SMALLEST_PERIOD },
			irregularPeriods,
		),
	]);
}

const threshold = amount('threshold');

/** The rule of an amount off. @param mark stands before the names, where two such rules may be */
export const normalCoupon = (mark = '') =>
	maybe('normal_coupon', [
		amount('threshold', { label: `${mark}Off Threshold (Fen)` }),
		amount('discount_amount', { label: `${mark}Discount Amount (Fen)` }),
	]);

/** The rule of a percentage off. @param mark stands before the names, where two such rules may be */
export const discountCoupon = (mark = '') =>
	maybe('discount_coupon', [
		amount('threshold', { label: `${mark}% Threshold (Fen)` }),
		integer('percent_off', { label: `${mark}Percent Off`, min: 1, max: 99 }),
	]);

/** The rule of an exchange. */
export const exchangeCoupon = () =>
	maybe('exchange_coupon', [
		amount('threshold', { label: 'Exchange Threshold (Fen)' }),
		amount('exchange_price', { label: 'Exchange Price (Fen)' }),
	]);

/** One rule for each use. */
function rulesOfUses(mark: string): BodyPart[] {
	return [
		objects(
			'normal_coupon_list',
			{
				label: `Amounts Off${mark} (JSON)`,
				example: { threshold: 1000, discount_amount: 100 },
			},
			[threshold, amount('discount_amount')],
		),
		objects(
			'discount_coupon_list',
			{ label: `Percents Off${mark} (JSON)`, example: { threshold: 1000, percent_off: 10 } },
			[threshold, integer('percent_off', { min: 1, max: 99 })],
		),
		objects(
			'exchange_coupon_list',
			{ label: `Exchanges${mark} (JSON)`, example: { threshold: 1000, exchange_price: 100 } },
			[threshold, amount('exchange_price')],
		),
	];
}

const availableDays = (mark: string) =>
	optional(integer('available_days', { label: `Available Days${mark}`, min: 1, max: 365 }));
const availableSeconds = (mark: string) =>
	optional(integer('available_seconds', { label: `Available Seconds${mark}`, min: 1 }));

/** How a coupon of one use is used. @param rules what the user saves */
export const singleUsageRule = (rules: readonly BodyPart[]) =>
	maybe('single_usage_rule', [
		availablePeriod('', [availableDays(''), availableSeconds('')]),
		...rules,
	]);

/** How a coupon of several uses is used, as the documentation of 2025-08 has it. */
export const sequentialUsageRule = maybe('sequential_usage_rule', [
	availablePeriod(' (Seq)', []),
	...rulesOfUses(' Seq'),
	optional(flag('special_first', { label: 'Special First Use' })),
]);

/** How the coupons of a bundle are used. */
export const bundleUsageRule = maybe('progressive_bundle_usage_rule', [
	availablePeriod(' (Set)', [availableDays(' (Set)'), availableSeconds(' (Set)')]),
	...rulesOfUses(' Set'),
]);

const codeModes = [
	{ name: 'API Assign', value: 'API_ASSIGN' },
	{ name: 'Upload', value: 'UPLOAD' },
	{ name: 'WeChat Pay', value: 'WECHATPAY' },
];

const storeScopes = [
	{ name: 'All', value: 'ALL' },
	{ name: 'None', value: 'NONE' },
	{ name: 'Specific', value: 'SPECIFIC' },
];

const remark = (mark: string) =>
	optional(text('remark', { label: `Remark${mark}`, maxLength: 20 }));

const usageMethods = ['OFFLINE', 'MINI_PROGRAM', 'APP', 'PAYMENT_CODE'] as const;

/** What the card pack says about using the coupon. */
function usageDisplay(mark: string): BodyPart[] {
	return [
		texts('coupon_usage_method_list', {
			label: `Usage${withoutBracket(mark)}`,
			choices: usageMethods,
		}),
		optional(id('mini_program_appid', { label: `Usage AppID${mark}` })),
		optional(text('mini_program_path', { label: `Usage Path${mark}` })),
		optional(text('app_path', { label: `App Path${mark}` })),
		text('usage_description', { label: `Usage Description${mark}`, maxLength: 1000 }),
		maybe('coupon_available_store_info', [
			text('description', { label: `Store Description${mark}`, maxLength: 1000 }),
			optional(id('mini_program_appid', { label: `Stores AppID${mark}` })),
			optional(text('mini_program_path', { label: `Stores Path${mark}` })),
		]),
		optional(
			choice(
				'app_jump_type',
				[
					{ name: 'H5', value: 'H5' },
					{ name: 'Passcode Link', value: 'PASSCODE_LINK' },
					{ name: 'Usage Guide', value: 'USAGE_GUIDE' },
				],
				{ label: `App Jump Type${withoutBracket(mark)}` },
			),
		),
		optional(text('passcode_link', { label: `Passcode Link${mark}` })),
	];
}

/** The colors that a coupon can have in the card pack. */
export const colors = Array.from({ length: 10 }, (_, index) => {
	const value = `Color${String((index + 1) * 10).padStart(3, '0')}`;
	return { name: value, value };
});

function displayMode(mark: string) {
	return choice(
		'code_display_mode',
		[
			{ name: 'Barcode', value: 'BARCODE' },
			{ name: 'Invisible', value: 'INVISIBLE' },
			{ name: 'QR Code', value: 'QRCODE' },
		],
		{ label: `Code Look${withoutBracket(mark)}` },
	);
}

/** How the coupon looks in the card pack, behind its code. */
function cardDisplay(mark: string): BodyPart[] {
	return [
		optional(
			choice('background_color', colors, { label: `Background Color${withoutBracket(mark)}` }),
		),
		maybe('entrance_mini_program', [
			id('appid', { label: `Entrance AppID${mark}` }),
			text('path', { label: `Entrance Path${mark}` }),
			text('entrance_wording', { label: `Entrance Wording${mark}`, maxLength: 5 }),
			text('guidance_wording', { label: `Guidance Wording${mark}`, maxLength: 6 }),
		]),
		maybe('entrance_official_account', [id('appid', { label: `Account AppID${mark}` })]),
		maybe('entrance_finder', [
			text('finder_id', { label: `Channels ID${mark}` }),
			text('finder_video_id', { label: `Channels Video ID${mark}` }),
			text('finder_video_cover_image_url', { label: `Video Cover URL${mark}` }),
		]),
	];
}

const notifyAppid = (mark: string) => id('notify_appid', { label: `Notify AppID${mark}` });
const storeScope = (mark: string) =>
	choice('store_scope', storeScopes, { label: `Store Scope${withoutBracket(mark)}` });

/** What a new stock and a new bundle of stocks have in common. */
function newStock(
	mark: string,
	usageRules: readonly BodyPart[],
	modes: typeof codeModes,
): BodyPart[] {
	return [
		choice('coupon_code_mode', modes, { label: `Code Mode${withoutBracket(mark)}` }),
		object('stock_send_rule', [
			integer('max_count', { label: `Max Count${mark}`, min: 1, max: MOST_COUPONS }),
			integer('max_count_per_user', { label: `Max Per User${mark}`, min: 1, max: 100 }),
			optional(
				integer('max_count_per_day', { label: `Max Per Day${mark}`, min: 1, max: MOST_COUPONS }),
			),
		]),
		...usageRules,
		object('usage_rule_display_info', usageDisplay(mark)),
		object('coupon_display_info', [displayMode(mark), ...cardDisplay(mark)]),
		object('notify_config', [notifyAppid(mark)]),
		storeScope(mark),
		remark(mark),
	];
}

/** @param usageRules how its coupons are used */
export function stock(usageRules: readonly BodyPart[]): BodyPart {
	return object('stock', newStock('', usageRules, codeModes));
}

/** @param mark stands behind the names, where a stock may be there as well */
export function stockBundle(mark: string): BodyPart {
	const modes = codeModes.filter(({ value }) => value !== 'API_ASSIGN');
	return object('stock_bundle', newStock(mark, [bundleUsageRule], modes));
}

/** What of a stock or of a bundle can be changed; it counts for coupons that are sent from then on. */
export const changes: readonly BodyPart[] = [
	remark(''),
	maybe('usage_rule_display_info', usageDisplay('')),
	maybe('coupon_display_info', [optional(displayMode('')), ...cardDisplay('')]),
	maybe('notify_config', [optional(notifyAppid(''))]),
	optional(storeScope('')),
];

/** What only an answer has inside a stock. */
export const ANSWERED = [
	'stock.product_coupon_id',
	'stock.stock_id',
	'stock.brand_id',
	'stock.state',
	'stock.deactivate_request_no',
	'stock.deactivate_time',
	'stock.deactivate_reason',
	'stock.sent_count_info',
	'stock.coupon_code_count_info',
	'stock.stock_bundle_info',
	'stock.sequential_usage_rule.coupon_available_period.available_days',
	'stock.sequential_usage_rule.coupon_available_period.available_seconds',
	'stock.progressive_bundle_usage_rule',
];

/** The smallest parts of a body that WeChat Pay takes, for the JSON that people start from. */
export const SMALLEST = {
	stock: {
		coupon_code_mode: 'WECHATPAY',
		stock_send_rule: { max_count: 1000, max_count_per_user: 1 },
		usage_rule_display_info: {
			coupon_usage_method_list: ['OFFLINE'],
			usage_description: 'Show it at the till',
		},
		coupon_display_info: { code_display_mode: 'QRCODE' },
		notify_config: { notify_appid: 'wx0123456789abcdef' },
		store_scope: 'ALL',
	},
	period: {
		available_begin_time: '2026-12-01T00:00:00+08:00',
		available_end_time: '2026-12-31T23:59:59+08:00',
	},
};
