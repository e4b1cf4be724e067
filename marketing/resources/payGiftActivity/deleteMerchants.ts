import { batch } from '../../operation/batch/batch';
import { post } from '../../operation/page';
import { activityId } from './activity';
import { getMerchants } from './getMerchants';
import { changeNumber, merchantIds } from './merchantIds';

export const deleteMerchants = batch({
	name: 'Delete Merchants',
	action: 'Delete merchants from pay gift activity',
	description: 'End that payments to merchants give coupons of an activity',
	hint: 'The merchants of all input items will be taken off their activities. Turn on Dry Run under Options to see first what would be sent.',
	endpoint: post('/v3/marketing/paygiftactivity/activities/{activity_id}/merchants/delete', {
		page: 'merchant/4012466787',
	}),
	parameters: [activityId],
	members: merchantIds,
	memberId: 'mchid',
	takesBareMembers: true,
	atMost: 500,
	mark: 'deleted',
	answer: {},
	truth: { list: getMerchants, doneWhen: 'notListed' },
	requestNumber: changeNumber('delete_request_no'),
	words: { one: 'merchant', many: 'merchants', done: 'deleted', already: 'were not there' },
});
