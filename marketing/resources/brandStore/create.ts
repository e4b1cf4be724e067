import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { creation } from './change';
import {
	addressCode,
	addressDetail,
	branchName,
	business,
	position,
	storeReferenceId,
} from './details';
import { storeBrandId, usefulOfStore } from './store';

export const create = single({
	name: 'Create',
	creates: true,
	action: 'Create brand store',
	description: 'Add a store to a brand; WeChat Pay reviews it before it can be used',
	hint: 'A store will be created for each input item. WeChat Pay knows no request number here: Retry On Fail, the Retry button and a new execution create the stores once more.',
	endpoint: post('/v3/brand/partner/store/brandstores', {
		perSecond: 5,
		page: 'partner/4015783183',
		repeatsWork: true,
	}),
	parameters: [
		storeBrandId,
		addressCode,
		addressDetail,
		storeReferenceId,
		branchName,
		...position,
		...business,
	],
	change: creation,
	useful: usefulOfStore,
});
