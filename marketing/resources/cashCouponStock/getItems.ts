import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { listOfTexts, ofStock } from './stock';

export const getItems = list({
	name: 'Get Items',
	action: 'Get items of cash coupon stock',
	description: 'List the goods that coupons of a stock can be used for',
	endpoint: get('/v3/marketing/favor/stocks/{stock_id}/items', { page: 'merchant/4012463442' }),
	parameters: ofStock,
	pages: listOfTexts('goods_id', 100),
	withIds: true,
});
