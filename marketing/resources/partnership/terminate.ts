import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { ofPartner, partnershipChange } from './partner';

export const terminate = single({
	name: 'Terminate',
	action: 'Terminate partnership',
	description: 'End that another merchant or an AppID may send the coupons of a stock',
	hint: 'The partner of each input item will no longer be able to send the coupons of the stock.',
	endpoint: post('/v3/marketing/partnerships/terminate', {
		page: 'https://pay.weixin.qq.com/docs/merchant/apis/commissioned-marketing/partnerships/terminate-partnerships.html',
	}),
	parameters: ofPartner,
	change: partnershipChange('terminated', false),
});
