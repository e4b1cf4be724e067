import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { listOfTexts, ofStock } from './stock';

export const getMerchants = list({
	name: 'Get Merchants',
	action: 'Get merchants of cash coupon stock',
	description: 'List the merchants where coupons of a stock can be used',
	endpoint: get('/v3/marketing/favor/stocks/{stock_id}/merchants', { page: 'merchant/4012463358' }),
	parameters: ofStock,
	pages: listOfTexts('mchid', 50),
	withIds: true,
});
