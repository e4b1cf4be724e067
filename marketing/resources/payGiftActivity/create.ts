import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantNumber } from '../merchantStock';
import { activity, SMALLEST } from './body';

export const create = single({
	name: 'Create',
	creates: true,
	action: 'Create pay gift activity',
	description: 'Give coupons to users who pay at least an amount',
	endpoint: post('/v3/marketing/paygiftactivity/unique-threshold-activity', {
		page: 'merchant/4012487898',
	}),
	parameters: [merchantNumber('activity_base_info.out_request_no')],
	body: {
		parts: activity,
		answered: ['award_send_rule.full_send_rule', 'award_send_rule.step_send_rule'],
		smallest: SMALLEST,
	},
});
