import { stockLook } from '../../operation/stocks';
import { get } from './get';

/** How a stock of merchant coupons is looked at before and while coupons of it are sent. */
export const merchantStockLook = stockLook(get, {
	state: 'stock_state',
	sending: 'RUNNING',
	left: [
		['stock_send_rule.max_coupons', 'send_count_information.total_send_num'],
		['stock_send_rule.max_coupons_by_day', 'send_count_information.today_send_num'],
	],
	codes: {
		mode: 'coupon_code_mode',
		uploaded: 'MERCHANT_UPLOAD',
		available: 'coupon_code_count.available_count',
	},
});
