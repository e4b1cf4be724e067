import { get } from '../../operation/page';
import { report } from '../../operation/report';
import { billDate } from './report';
import { stockId } from './stock';

export const getUseReportOfDay = report({
	name: 'Get Use Report of Day',
	action: 'Get use report of day of cash coupon stock',
	description: 'Get the uses of the coupons of a stock on one day',
	endpoint: get('/v3/marketing/favor/stocks/{stock_id}/use-flow-by-day', { mayBeUnsigned: true }),
	parameters: [stockId, billDate],
	hash: { value: 'stock_useflow_hash' },
	fileName: 'use-report',
});
