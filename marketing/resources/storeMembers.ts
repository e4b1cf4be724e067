import { checkStores, ownStoreNumbers, storeIdKind, storeIds } from '../parameters/storeIds';
import type { KnownList } from '../operation/batch/known';
import { getAll } from './brandStore/getAll';
import { storeReferenceId } from './brandStore/details';

const known: KnownList = {
	list: getAll,
	kind: storeIdKind,
	ownKind: 'own',
	numbers: ownStoreNumbers,
	numberPath: storeReferenceId.wire,
	numberId: 'store_reference_id',
	check: checkStores,
	words: { one: 'store', many: 'stores', owner: 'brand' },
};

/** What all batches of stores have in common: stores of a brand, 200 in a call, each answered for itself. */
export const storeMembers = {
	members: storeIds,
	memberId: 'store_id',
	known,
	atMost: 200,
	answer: { done: 'success_store_list', refused: 'failed_store_list' },
	setsState: true,
} as const;
