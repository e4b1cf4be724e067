import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { choice } from '../../parameters/kinds';
import { merchantNumber } from '../merchantStock';
import { newStock } from './body';

const stockType = choice(
	'stock_type',
	[
		{ name: 'Amount Off', value: 'NORMAL', description: 'An amount of money is taken off' },
		{ name: 'Exchange', value: 'EXCHANGE', description: 'Goods for a price' },
		{ name: 'Percentage Off', value: 'DISCOUNT', description: 'A percentage is taken off' },
	],
	{ description: 'What the user saves. Choose it first: it decides which fields there are.' },
);

export const create = single({
	name: 'Create',
	creates: true,
	action: 'Create merchant coupon stock',
	description: 'Create a stock of coupons that a merchant redeems itself',
	endpoint: post('/v3/marketing/busifavor/stocks', {
		perMinute: 1000,
		page: 'merchant/4012534855',
	}),
	parameters: [merchantNumber('out_request_no')],
	body: {
		choices: [stockType],
		parts: newStock(stockType),
		answered: ['coupon_use_rule.available_week', 'coupon_use_rule.irregulary_avaliable_time'],
		smallest: {
			stock_name: 'Spring coffee',
			belong_merchant: '1900000001',
			goods_name: 'All drinks',
			stock_type: 'NORMAL',
			coupon_use_rule: {
				coupon_available_time: {
					available_begin_time: '2026-03-01T00:00:00+08:00',
					available_end_time: '2026-05-31T23:59:59+08:00',
				},
				fixed_normal_coupon: { discount_amount: 100, transaction_minimum: 1000 },
				use_method: 'OFF_LINE',
			},
			stock_send_rule: { max_coupons: 1000, max_coupons_per_user: 1 },
			coupon_code_mode: 'WECHATPAY_MODE',
		},
	},
});
