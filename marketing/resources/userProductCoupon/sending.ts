import { code } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';

/** A code that the brand gives the coupon when it is sent. */
export const ownCouponCode = optional(
	code('coupon_code', {
		identifies: false,
		maxLength: 40,
		description:
			'The code that the coupon is to have. Only for stocks whose coupon code mode is API_ASSIGN, which need it.',
	}),
);
