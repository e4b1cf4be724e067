import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { planId } from './plan';

export const terminate = single({
	name: 'Terminate',
	action: 'Terminate delivery plan',
	description: 'End a delivery plan for good; coupons that users have stay valid',
	hint: 'The delivery plan of each input item will be ended for good: no user gets a coupon from it any more.',
	endpoint: post('/v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}/terminate', {
		page: 'partner/4016184572',
	}),
	parameters: [planId],
	setsState: true,
});
