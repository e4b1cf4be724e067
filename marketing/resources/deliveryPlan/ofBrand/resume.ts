import { post } from '../../../operation/page';
import { single } from '../../../operation/single';
import { getAll } from './getAll';
import { planOfBrand } from './plan';

export const resume = single({
	name: 'Resume',
	action: 'Resume delivery plan',
	description: 'Let a delivery plan that is paused give out coupons again',
	endpoint: post('/brand/marketing/delivery-plan/delivery-plans/{plan_id}/resume', {
		perSecond: 50,
		page: 'https://pay.weixin.qq.com/doc/brand/4018381172',
	}),
	parameters: [planOfBrand],
	change: {
		as: 'resumed',
		look: 'a look at the plan',
		async isSo(calls, { plan_id }) {
			const { data } = await calls.call(getAll, { plan_id });
			const [plan] = Array.isArray(data.plan_list) ? data.plan_list : [];
			return plan === undefined ? undefined : plan.plan_state === 'DELIVERING';
		},
	},
});
