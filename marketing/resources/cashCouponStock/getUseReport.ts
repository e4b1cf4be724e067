import { get } from '../../operation/page';
import { report } from '../../operation/report';
import { WHOLE, WHOLE_HASH } from './report';
import { stockId } from './stock';

export const getUseReport = report({
	name: 'Get Use Report',
	action: 'Get use report of cash coupon stock',
	description:
		'Get every use of the coupons of a stock. It is there from 10:00 of the day after the stock ends.',
	endpoint: get('/v3/marketing/favor/stocks/{stock_id}/use-flow', {
		...WHOLE,
		page: 'merchant/4012463585',
	}),
	parameters: [stockId],
	hash: WHOLE_HASH,
	fileName: 'use-report',
});
