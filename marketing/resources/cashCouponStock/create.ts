import type { IDataObject } from 'n8n-workflow';
import type { Values } from '../../items/placement';
import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { cashCouponRequestNumber } from '../../parameters/common';
import { InputError } from '../../parameters/inputError';
import { valueAt } from '../../parameters/nesting';
import { budget, couponAmount, maxCoupons, SMALLEST, stock, stockType } from './body';

/**
 * WeChat Pay would refuse it: 总预算应等于面额乘以发放总上限.
 *
 * @throws InputError when the budget for coupons of one amount is not that amount times their number
 */
function refuseOtherBudget(values: Values): void {
	if (values.stock_type !== 'NORMAL') return;
	const numberAt = (path: string) => Number(valueAt(values as IDataObject, path));
	const off = numberAt(`coupon_use_rule.fixed_normal_coupon.${couponAmount.wire}`);
	const count = numberAt(`stock_use_rule.${maxCoupons.wire}`);
	const given = numberAt(`stock_use_rule.${budget.wire}`);
	if (given === off * count) return;
	throw new InputError(
		budget.field.displayName,
		`is ${given}, but ${couponAmount.field.displayName} times ${maxCoupons.field.displayName} is ${off} × ${count} = ${off * count}`,
		'Change one of the three: the budget must be just that product.',
	);
}

export const create = single({
	name: 'Create',
	creates: true,
	action: 'Create cash coupon stock',
	description: 'Create a stock of cash coupons; it sends nothing until it is started',
	endpoint: post('/v3/marketing/favor/coupon-stocks', {
		perMinute: 60,
		page: 'merchant/4012534633',
	}),
	parameters: [cashCouponRequestNumber],
	check: refuseOtherBudget,
	body: {
		choices: [stockType],
		parts: stock,
		answered: [
			'stock_use_rule.fixed_normal_coupon',
			'stock_use_rule.coupon_type',
			'stock_use_rule.goods_tag',
			'stock_use_rule.trade_type',
			'stock_use_rule.combine_use',
		],
		smallest: SMALLEST,
	},
});
