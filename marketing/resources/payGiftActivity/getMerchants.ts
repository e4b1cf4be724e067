import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { activityId } from './activity';
import { pagesOf } from './ofActivity';

export const getMerchants = list({
	name: 'Get Merchants',
	action: 'Get merchants of pay gift activity',
	description: 'List the merchants whose payments give coupons of an activity',
	endpoint: get('/v3/marketing/paygiftactivity/activities/{activity_id}/merchants', {
		page: 'merchant/4012466149',
	}),
	parameters: [activityId],
	pages: pagesOf('mchid'),
	withIds: true,
});
