import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { ofStock, usefulOfStock } from './stock';

export const get = single({
	name: 'Get',
	action: 'Get cash coupon stock',
	description: 'Get the rules, the state and the counts of a stock',
	endpoint: getFrom('/v3/marketing/favor/stocks/{stock_id}', { page: 'merchant/4012460564' }),
	parameters: ofStock,
	useful: usefulOfStock,
});
