import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { mustBe, object } from '../../parameters/body';
import { when } from '../../parameters/conditions';
import { brandId } from '../../parameters/common';
import { choice, integer, requestNumber, text } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import {
	ANSWERED,
	discountCoupon,
	exchangeCoupon,
	normalCoupon,
	sequentialUsageRule,
	singleUsageRule,
	SMALLEST,
	stock,
	stockBundle,
} from '../productCouponStock/body';
import { displayInfo, optionalProductParts, productParts, SMALLEST_DISPLAY } from './body';
import { usefulOfCoupon } from './coupon';

const CHOOSE_FIRST = 'Choose it first: it decides which fields there are.';

/** What a coupon is good for. */
export const scope = choice(
	'scope',
	[
		{ name: 'All Goods', value: 'ALL', description: 'Good for everything of the brand' },
		{ name: 'Category', value: 'CATEGORY', description: 'Good for a category of goods' },
		{ name: 'Single Product', value: 'SINGLE', description: 'Good for certain goods' },
	],
	{ description: `What the coupon is good for. ${CHOOSE_FIRST}` },
);

/** What the user of a coupon saves. */
export const type = choice(
	'type',
	[
		{ name: 'Amount Off', value: 'NORMAL', description: 'An amount of money is taken off' },
		{ name: 'Exchange', value: 'EXCHANGE', description: 'Goods for a price; single products only' },
		{ name: 'Percentage Off', value: 'DISCOUNT', description: 'A percentage is taken off' },
	],
	{ default: 'NORMAL', description: `What the user saves. ${CHOOSE_FIRST}` },
);

const usageMode = choice(
	'usage_mode',
	[
		{ name: 'Progressive Bundle', value: 'PROGRESSIVE_BUNDLE', description: 'Used several times' },
		{ name: 'Sequential', value: 'SEQUENTIAL', description: 'Used several times, the older way' },
		{ name: 'Single', value: 'SINGLE', description: 'Used once' },
	],
	{ default: 'SINGLE', description: `How often the coupon is used. ${CHOOSE_FIRST}` },
);

const useCount = (label: string) => integer('count', { label, min: 3, max: 15 });
const interval = (label: string) => optional(integer('interval_days', { label, min: 0, max: 7 }));

export const create = single({
	name: 'Create',
	creates: true,
	action: 'Create product coupon',
	description: 'Create a product coupon with its first stock',
	endpoint: post('/v3/marketing/partner/product-coupon/product-coupons', {
		perSecond: 20,
		page: 'partner/4016434630',
	}),
	parameters: [brandId, requestNumber('out_request_no')],
	body: {
		choices: [scope, type, usageMode],
		parts: [
			displayInfo([
				...when(scope, 'SINGLE', productParts),
				...when(scope, ['ALL', 'CATEGORY'], optionalProductParts),
			]),
			optional(text('out_product_no', { label: 'Own Product Number', maxLength: 40 })),
			...when(usageMode, 'SINGLE', [
				...when(scope, 'ALL', [
					object('single_usage_info', [
						...when(type, 'NORMAL', [mustBe(normalCoupon())]),
						...when(type, 'DISCOUNT', [mustBe(discountCoupon())]),
					]),
				]),
				stock([
					mustBe(
						singleUsageRule([
							...when(
								scope,
								['SINGLE', 'CATEGORY'],
								[
									...when(type, 'NORMAL', [mustBe(normalCoupon('Stock '))]),
									...when(type, 'DISCOUNT', [mustBe(discountCoupon('Stock '))]),
									...when(type, 'EXCHANGE', [mustBe(exchangeCoupon())]),
								],
							),
						]),
					),
				]),
			]),
			...when(usageMode, 'SEQUENTIAL', [
				object('sequential_usage_info', [
					choice(
						'type',
						[
							{ name: 'Equal', value: 'EQUAL' },
							{ name: 'Incremental', value: 'INCREMENTAL' },
						],
						{ label: 'Sequence Type' },
					),
					useCount('Number of Uses (Seq)'),
					integer('available_days', { label: 'Available Days (Seq)', min: 3, max: 365 }),
					interval('Interval Days (Seq)'),
				]),
				stock([mustBe(sequentialUsageRule)]),
			]),
			...when(usageMode, 'PROGRESSIVE_BUNDLE', [
				object('progressive_bundle_usage_info', [
					useCount('Number of Uses'),
					interval('Interval Days'),
				]),
				stockBundle(' (Set)'),
			]),
		],
		answered: [...ANSWERED, 'stock_bundle.stock_bundle_id', 'stock_bundle.stock_list'],
		smallest: {
			scope: 'ALL',
			type: 'NORMAL',
			usage_mode: 'SINGLE',
			single_usage_info: { normal_coupon: { threshold: 1000, discount_amount: 100 } },
			display_info: SMALLEST_DISPLAY,
			stock: { ...SMALLEST.stock, single_usage_rule: { coupon_available_period: SMALLEST.period } },
		},
	},
	useful: [...usefulOfCoupon.slice(0, 8), 'stock.stock_id', 'stock_bundle.stock_bundle_id'],
});
