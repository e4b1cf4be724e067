import { batch } from '../../operation/batch/batch';
import { post } from '../../operation/page';
import { activityId } from './activity';
import { getMerchants } from './getMerchants';
import { changeNumber, merchantIds } from './merchantIds';

export const addMerchants = batch({
	name: 'Add Merchants',
	action: 'Add merchants to pay gift activity',
	description: 'Let payments to more merchants give coupons of an activity',
	endpoint: post('/v3/marketing/paygiftactivity/activities/{activity_id}/merchants/add', {
		page: 'merchant/4012466671',
	}),
	parameters: [activityId],
	members: merchantIds,
	memberId: 'mchid',
	takesBareMembers: true,
	atMost: 500,
	mark: 'added',
	answer: { refused: 'invalid_merchant_id_list', reason: 'invalid_reason' },
	truth: { list: getMerchants, doneWhen: 'listed' },
	requestNumber: changeNumber('add_request_no'),
	words: { one: 'merchant', many: 'merchants', done: 'added', already: 'were there already' },
});
