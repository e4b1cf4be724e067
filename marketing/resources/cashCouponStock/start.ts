import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { stateChange } from './state';
import { ofStock } from './stock';

export const start = single({
	name: 'Start',
	action: 'Start cash coupon stock',
	description: 'Let coupons of a new stock be sent',
	hint: 'The stock of each input item will be started. For a prepaid stock WeChat Pay sets its budget aside from the balance of the merchant.',
	endpoint: post('/v3/marketing/favor/stocks/{stock_id}/start', { page: 'merchant/4012460137' }),
	parameters: ofStock,
	change: stateChange('started', 'running'),
});
