import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { ofPartner, partnershipChange } from './partner';

export const build = single({
	name: 'Build',
	action: 'Build partnership',
	description: 'Let another merchant or an AppID send the coupons of a stock',
	hint: 'The partner of each input item will be able to send the coupons of the stock. Terminate ends that.',
	endpoint: post('/v3/marketing/partnerships/build', { page: 'merchant/4012380498' }),
	parameters: ofPartner,
	change: partnershipChange('built', true),
});
