import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import { neededBeside } from '../../parameters/conditions';
import { refuseNoChange } from '../noChange';
import {
	addressCode,
	addressDetail,
	branchName,
	business,
	position,
	storeReferenceId,
} from './details';
import { storeBrandId, storeId, usefulOfStore } from './store';

export const update = single({
	name: 'Update',
	action: 'Update brand store',
	description:
		'Change number, name, address, phone or opening hours of a store. Own number and phone change at once, everything else after a review.',
	endpoint: patch('/v3/brand/partner/store/brandstores/{store_id}', {
		perSecond: 5,
		page: 'partner/4015783158',
	}),
	parameters: [
		storeBrandId,
		storeId,
		storeReferenceId,
		branchName,
		neededBeside([addressDetail, ...position], addressCode),
		neededBeside([addressCode, ...position], addressDetail),
		...position,
		...business,
	],
	check: refuseNoChange('store'),
	setsState: true,
	useful: usefulOfStore,
});
