import { post } from '../../operation/page';
import { stockLook } from '../../operation/stocks';
import { single } from '../../operation/single';
import {
	appid,
	cashCouponRequestNumber,
	openid,
	stockCreatorMerchantId,
} from '../../parameters/common';
import { amount } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { get as getStock } from '../cashCouponStock/get';
import { stockId } from '../cashCouponStock/stock';

const couponValue = optional(
	amount('coupon_value', {
		description: 'What this coupon takes off, for stocks without an amount',
	}),
);

const couponMinimum = optional(
	amount('coupon_minimum', {
		description: 'The least order amount for this coupon, for stocks without an amount',
	}),
);

export const send = single({
	name: 'Send',
	action: 'Send cash coupon to user',
	description: 'Give a user a coupon, which is taken off at the next payment',
	done: 'sent',
	stock: stockLook(getStock, {
		state: 'status',
		sending: 'running',
		left: [['stock_use_rule.max_coupons', 'distributed_coupons']],
	}),
	hasDryRun: true,
	hint: 'A coupon, which is money, will be sent to the user of each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/favor/users/{openid}/coupons', { page: 'merchant/4012463767' }),
	parameters: [
		openid,
		stockId,
		appid,
		stockCreatorMerchantId,
		couponValue,
		couponMinimum,
		cashCouponRequestNumber,
	],
});
