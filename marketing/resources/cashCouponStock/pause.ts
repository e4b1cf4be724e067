import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { stateChange } from './state';
import { ofStock } from './stock';

export const pause = single({
	name: 'Pause',
	action: 'Pause cash coupon stock',
	description: 'Stop the sending of a stock for a while; coupons that users have stay valid',
	hint: 'The stock of each input item will be paused: nobody can get its coupons until it is restarted.',
	endpoint: post('/v3/marketing/favor/stocks/{stock_id}/pause', { page: 'merchant/4012460305' }),
	parameters: ofStock,
	change: stateChange('paused', 'paused'),
});
