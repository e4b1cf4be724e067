import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { outRequestNumber } from '../../parameters/common';
import { amount, id, time } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { oneOf } from '../../parameters/conditions';
import { associatedOrderInfo, associatedPayScoreOrderInfo } from './orders';
import { ofUser, sequentialCouponIndex, usefulOfUserCoupon } from './userCoupon';

export const use = single({
	name: 'Use',
	action: 'Use product coupon of user',
	description: 'Redeem a coupon of a user for an order',
	hint: 'The coupon of each input item will be redeemed, so that the user no longer has it. Return gives it back.',
	endpoint: post('/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/use', {
		perSecond: 500,
		page: 'partner/4016435636',
	}),
	parameters: [
		...ofUser,
		time('use_time', { description: 'When the coupon was redeemed' }),
		...oneOf(associatedOrderInfo, associatedPayScoreOrderInfo),
		optional(amount('saved_amount', { description: 'What the user saved, in fen' })),
		optional(
			id('store_id', {
				identifies: false,
				example: '100000001',
				description:
					'The store where the coupon was redeemed. A stock with stores of its own must have it.',
			}),
		),
		sequentialCouponIndex,
		outRequestNumber,
	],
	useful: usefulOfUserCoupon,
});
