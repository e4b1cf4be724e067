import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { activityId } from './activity';
import { get } from './get';

export const terminate = single({
	name: 'Terminate',
	action: 'Terminate pay gift activity',
	description: 'End an activity for good; coupons that users have stay valid',
	hint: 'The activity of each input item will be ended for good: no payment gives a coupon any more.',
	endpoint: post('/v3/marketing/paygiftactivity/activities/{activity_id}/terminate', {
		page: 'merchant/4012466523',
	}),
	parameters: [activityId],
	change: {
		as: 'terminated',
		look: 'a look at the activity',
		isSo: async (calls, values) =>
			(await calls.call(get, values)).data.activity_status === 'TERMINATE_ACT_STATUS',
	},
});
