import { expect, test } from '@jest/globals';
import { associateStores } from '../../../../../marketing/resources/productCouponStock/associateStores.ts';
import { executionOf, Recorder } from '../../../helpers/batches.mts';
import type { CallSettings } from '../../../../../marketing/transport/session.ts';

const DATA = [{ store_id: '1', store_basics: { store_reference_id: '0042' } }];
const ANSWER = { success_store_list: [{ store_id: '1' }] };
const GIVEN = { productCouponId: '2', storeIdKind: 'own', storeIds: '0042' };

test('Requests Per Second is about the calls of the operation: the list keeps its own pace', async () => {
	const paces: Array<[string, CallSettings['requestsPerSecond']]> = [];
	const recorder = new Recorder(({ what, settings }) => {
		paces.push([what, settings.requestsPerSecond]);
		return what === 'brandstores' ? { data: DATA, total_count: 1 } : ANSWER;
	});
	const rows = [{ ...GIVEN, options: { requestsPerSecond: 0 } }];
	const [row] = await associateStores.run(executionOf(associateStores, rows, recorder));
	expect(row).toMatchObject({ json: { store_id: '1', store_reference_id: '0042' } });
	expect(paces).toEqual([
		['brandstores', undefined],
		['associate-stores', Infinity],
	]);
});

test('rows of two merchants have two lists', async () => {
	const recorder = new Recorder(({ what }) =>
		what === 'brandstores' ? { data: DATA, total_count: 1 } : ANSWER,
	);
	const rows = [GIVEN, { ...GIVEN, merchant: '1900000002' }, GIVEN];
	await associateStores.run(executionOf(associateStores, rows, recorder));
	expect(recorder.made.filter(({ what }) => what === 'brandstores')).toHaveLength(2);
});
