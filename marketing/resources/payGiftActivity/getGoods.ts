import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { activityId } from './activity';
import { pagesOf } from './ofActivity';

export const getGoods = list({
	name: 'Get Goods',
	action: 'Get goods of pay gift activity',
	description: 'List the goods whose payment gives coupons of an activity',
	endpoint: get('/v3/marketing/paygiftactivity/activities/{activity_id}/goods', {
		page: 'merchant/4012466448',
	}),
	parameters: [activityId],
	pages: pagesOf('goods_id'),
	withIds: true,
});
