import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import { integer } from '../../parameters/kinds';
import { neededBeside, oneOf } from '../../parameters/conditions';
import { merchantNumber, merchantStockId } from '../merchantStock';

const TARGET = 'to have. Either Target Max Coupons or the one by day is needed, not both.';
const maxCoupons = integer('target_max_coupons', {
	min: 1,
	description: `The count that the stock is ${TARGET}`,
});
const maxCouponsByDay = integer('target_max_coupons_by_day', {
	min: 1,
	description: `The daily count that the stock is ${TARGET}`,
});

export const updateBudget = single({
	name: 'Update Budget',
	action: 'Update budget of merchant coupon stock',
	description: 'Change how many coupons of a stock can be sent, in all or in a day',
	endpoint: patch('/v3/marketing/busifavor/stocks/{stock_id}/budget', {
		page: 'merchant/4012465739',
	}),
	parameters: [
		merchantStockId,
		...oneOf(maxCoupons, maxCouponsByDay),
		neededBeside(
			[maxCoupons],
			integer('current_max_coupons', {
				min: 1,
				description:
					'The count now, needed beside Target Max Coupons: stock_send_rule.max_coupons of the stock, not the number of its codes',
			}),
		),
		neededBeside(
			[maxCouponsByDay],
			integer('current_max_coupons_by_day', {
				min: 1,
				description:
					'The daily count now, needed beside Target Max Coupons By Day: stock_send_rule.max_coupons_by_day of the stock',
			}),
		),
		merchantNumber('modify_budget_request_no'),
	],
});
