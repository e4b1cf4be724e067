import { post } from '../../operation/page';
import { single } from '../../operation/single';
import {
	brandId,
	outRequestNumber,
	plainStockId,
	productCouponId,
	stockBundleId,
} from '../../parameters/common';
import { neededWhen, oneOf, when } from '../../parameters/conditions';
import { choice, flag, integer, time } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { settingsOf, usefulOfAnswer } from './plan';

/** coupons of a plan */
const LEAST_COUNT = 10_000;

const { planName, endTime, limits } = settingsOf('');

const reuseCouponConfig = flag('reuse_coupon_config', {
	label: 'Reuse Coupon Settings',
	name: 'reuseCouponConfig',
	default: true,
	description:
		'Whether to take name, count, limits and times from the product coupon and its stock',
});

const usageMode = optional(
	choice(
		'usage_mode',
		[
			{
				name: 'Progressive Bundle',
				value: 'PROGRESSIVE_BUNDLE',
				description: 'Used several times: Stock Bundle ID is needed',
			},
			{ name: 'Single', value: 'SINGLE', description: 'Used once: Stock ID is needed' },
		],
		{ default: 'SINGLE', description: 'How often the coupon is used' },
	),
);

export const create = single({
	name: 'Create',
	creates: true,
	action: 'Create delivery plan',
	description:
		'Have WeChat Pay offer the coupons of a stock to users. Limits that are left out cannot be set later.',
	endpoint: post('/v3/marketing/partner/delivery-plan/delivery-plans', {
		page: 'partner/4016184554',
	}),
	parameters: [
		brandId,
		productCouponId,
		reuseCouponConfig,
		...when(reuseCouponConfig, 'false', [
			planName,
			integer('total_count', {
				min: LEAST_COUNT,
				description: 'Coupons of the plan, 10000 at least',
			}),
			time('delivery_start_time', {
				label: 'Delivery Start',
				name: 'deliveryStartTime',
				description: 'From when coupons are given out',
			}),
			endTime,
		]),
		...limits,
		usageMode,
		...oneOf(
			neededWhen(usageMode, 'SINGLE', plainStockId),
			neededWhen(usageMode, 'PROGRESSIVE_BUNDLE', stockBundleId),
		),
		outRequestNumber,
	],
	useful: usefulOfAnswer,
});
