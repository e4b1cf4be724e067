import { get } from '../../operation/page';
import { report } from '../../operation/report';
import { WHOLE, WHOLE_HASH } from './report';
import { stockId } from './stock';

export const getRefundReport = report({
	name: 'Get Refund Report',
	action: 'Get refund report of cash coupon stock',
	description:
		'Get every refund of an order that used a coupon of a stock. It is there from 10:00 of the day after the stock ends.',
	endpoint: get('/v3/marketing/favor/stocks/{stock_id}/refund-flow', {
		...WHOLE,
		page: 'merchant/4012463523',
	}),
	parameters: [stockId],
	hash: WHOLE_HASH,
	fileName: 'refund-report',
});
