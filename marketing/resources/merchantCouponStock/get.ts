import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantStockId } from '../merchantStock';

export const get = single({
	name: 'Get',
	action: 'Get merchant coupon stock',
	description: 'Get the rules, the state and the counts of a stock of merchant coupons',
	endpoint: getFrom('/v3/marketing/busifavor/stocks/{stock_id}', { page: 'merchant/4012534928' }),
	parameters: [merchantStockId],
	useful: [
		'stock_id',
		'stock_name',
		'belong_merchant',
		'stock_type',
		'stock_state',
		'coupon_use_rule.coupon_available_time.available_begin_time',
		'coupon_use_rule.coupon_available_time.available_end_time',
		'stock_send_rule.max_coupons',
		'send_count_information.total_send_num',
		'coupon_code_count.available_count',
	],
});
