import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { stateChange } from './state';
import { ofStock } from './stock';

export const stop = single({
	name: 'Stop',
	action: 'Stop cash coupon stock',
	description: 'Stop the sending of a stock for good',
	hint: 'The stock of each input item will be stopped for good: no coupon of it can be sent any more. Coupons that users have stay valid.',
	endpoint: post('/v3/marketing/favor/stocks/{stock_id}/stop', {}),
	parameters: ofStock,
	change: stateChange('stopped', 'stoped'),
});
