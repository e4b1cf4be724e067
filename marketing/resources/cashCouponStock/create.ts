import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { cashCouponRequestNumber } from '../../parameters/common';
import { SMALLEST, stock, stockType } from './body';

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
