import type { Useful } from '../../items/simplify';
import {
	appid,
	brandId,
	couponCode,
	openid,
	productCouponId,
	stockId,
} from '../../parameters/common';
import { integer } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';

/** A coupon that a user has. */
export const ofUser = [brandId, productCouponId, stockId, appid, openid, couponCode] as const;

/** Which use of a coupon of the older kind that is used several times. */
export const sequentialCouponIndex = optional(
	integer('sequential_coupon_index', {
		label: 'Use Number',
		name: 'sequentialCouponIndex',
		min: 0,
		description:
			'Which use of the coupon it is, from 0. Only for coupons whose usage mode is SEQUENTIAL.',
	}),
);

/** What is useful of the coupon of a user. */
export const usefulOfUserCoupon: readonly Useful[] = [
	'coupon_code',
	'coupon_state',
	'valid_begin_time',
	'valid_end_time',
	'receive_time',
	'send_request_no',
	'attach',
	'brand_id',
	'product_coupon.product_coupon_id',
	'stock.stock_id',
];
