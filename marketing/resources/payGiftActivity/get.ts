import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { activityId, usefulOfActivity } from './activity';

export const get = single({
	name: 'Get',
	action: 'Get pay gift activity',
	description: 'Get the rules and the state of an activity',
	endpoint: getFrom('/v3/marketing/paygiftactivity/activities/{activity_id}', {
		page: 'merchant/4012487971',
	}),
	parameters: [activityId],
	useful: usefulOfActivity,
});
