import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { stateChange } from './state';
import { ofStock } from './stock';

export const restart = single({
	name: 'Restart',
	action: 'Restart cash coupon stock',
	description: 'Let coupons of a paused stock be sent again',
	hint: 'The stock of each input item will be restarted: users can get its coupons again.',
	endpoint: post('/v3/marketing/favor/stocks/{stock_id}/restart', { page: 'merchant/4012460411' }),
	parameters: ofStock,
	change: stateChange('restarted', 'running'),
});
