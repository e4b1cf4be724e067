import { stockLook, type StockPaths } from '../../operation/stocks';
import { get } from './get';

/** Where an answer says what a stock is doing and how many coupons it has left. */
export const statePaths: StockPaths = {
	state: 'state',
	sending: 'SENDING',
	left: [
		['stock_send_rule.max_count', 'sent_count_info.total_count'],
		['stock_send_rule.max_count_per_day', 'sent_count_info.today_count'],
	],
	codes: {
		mode: 'coupon_code_mode',
		uploaded: 'UPLOAD',
		available: 'coupon_code_count_info.available_count',
	},
};

/** How a stock of product coupons is looked at before and while coupons of it are sent. */
export const productStockLook = stockLook(get, statePaths);
