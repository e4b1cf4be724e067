import { get } from '../../operation/page';
import { report } from '../../operation/report';
import { billDate } from './report';
import { stockId } from './stock';

export const getRefundReportOfDay = report({
	name: 'Get Refund Report of Day',
	action: 'Get refund report of day of cash coupon stock',
	description: 'Get the refunds of one day of orders that used a coupon of a stock',
	endpoint: get('/v3/marketing/favor/stocks/{stock_id}/refund-flow-by-day', {
		mayBeUnsigned: true,
	}),
	parameters: [stockId, billDate],
	hash: { value: 'stock_refundflow_hash' },
	fileName: 'refund-report',
});
