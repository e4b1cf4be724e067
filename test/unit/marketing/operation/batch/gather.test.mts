import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { Groups, isUnread, rowsOf } from '../../../../../marketing/operation/batch/gather.ts';
import type { BatchOperation, Group } from '../../../../../marketing/operation/batch/members.ts';
import type { CallError } from '../../../../../marketing/transport/callError.ts';
import {
	addStores,
	inputsOf,
	inShort,
	Recorder,
	refusal,
	removeStores,
	uploadCodes,
	type Given,
} from '../../../helpers/batches.mts';

const nothing = new Recorder(() => ({}));

async function read(operation: BatchOperation, rows: readonly Given[]) {
	const groups = new Groups(operation.batch, nothing.callsOf);
	const readings = [];
	const inputs = inputsOf(operation, rows);
	for (const fields of inputs) readings.push(await groups.read(fields));
	return { readings: groups.refused(readings, inputs), groups: groups.all };
}
const membersOf = (groups: readonly Group[]) => groups.map(({ members }) => [...members]);

describe('input items are read into groups', () => {
	test.each<[string, Given, Given]>([
		['IDs', { stockId: '7' }, { stockId: '8' }],
		['the first of their IDs', { brandId: '1' }, { brandId: '2' }],
		['Options', { options: { timeout: 1000 } }, { options: { timeout: 2000 } }],
		['an option that was not given', { options: {} }, { options: { maxRetries: 0 } }],
		['Dry Run', { options: { dryRun: true } }, { options: {} }],
		['the merchant of the credential', { merchant: '1900000001' }, { merchant: '1900000002' }],
	])('those with the same %s are together, in first-seen order', async (_, one, other) => {
		const { groups } = await read(addStores, [
			{ ...one, storeIds: '5' },
			{ ...other, storeIds: '6, 5' },
			{ ...one, storeIds: '4' },
		]);
		expect(membersOf(groups)).toEqual([
			['5', '4'],
			['6', '5'],
		]);
	});

	test('what tells an option of the page apart does so, too', async () => {
		const done = await read(removeStores, [
			{ storeIds: '1', options: { notOnStock: 'done' } },
			{ storeIds: '2' },
			{ storeIds: '3', options: { notOnStock: 'error' } },
		]);
		expect(membersOf(done.groups)).toEqual([['1', '2'], ['3']]);
	});

	test('rows with request numbers of their own are together, those without one apart', async () => {
		const { groups } = await read(uploadCodes, [
			{ codes: 'A', options: { requestNumber: 'number-1' } },
			{ codes: 'B', options: { requestNumber: 'number-2' } },
			{ codes: 'C' },
		]);
		expect(membersOf(groups)).toEqual([['A', 'B'], ['C']]);
		expect(groups.map(({ given }) => [...given])).toEqual([
			[
				['A', 'number-1'],
				['B', 'number-2'],
			],
			[],
		]);
	});

	test('a group has the credential and the Options of its first item', async () => {
		const { groups } = await read(addStores, [
			{ storeIds: '1', stockId: '8' },
			{ storeIds: '1', options: { maxRetries: 1 } },
			{ storeIds: '2', options: { maxRetries: 1 } },
		]);
		expect(groups.map(({ calls }) => [calls.item, calls.settings.maxRetries])).toEqual([
			[0, 3],
			[1, 1],
		]);
	});

	test('a member that is given twice is in its group once, and waits for one call', async () => {
		const { groups, readings } = await read(addStores, [
			{ storeIds: '3, 1' },
			{ storeIds: '1, 2, 3' },
		]);
		expect(membersOf(groups)).toEqual([['3', '1', '2']]);
		expect(groups.map(({ waiting }) => waiting)).toEqual([['3', '1', '2']]);
		expect(readings.map(({ members }) => members.length)).toEqual([2, 3]);
	});

	test('what cannot be read is in no group, and keeps nothing from the others', async () => {
		const { groups, readings } = await read(addStores, [
			{ storeIds: '#N/A, 1' },
			{ storeIds: '' },
			{ storeIds: '2', stockId: '' },
			{ storeIds: '3', options: { timeout: -1 } },
			{ storeIds: '4' },
		]);
		expect(membersOf(groups)).toEqual([['1', '4']]);
		expect(readings.map((reading) => 'group' in reading)).toEqual([
			true,
			false,
			false,
			false,
			true,
		]);
		// A bad member within a cell makes its row one that cannot be read, too.
		expect(readings.map(isUnread)).toEqual([true, true, true, true, false]);
	});

	test('a request number that two groups have is refused, for all rows that have it', async () => {
		const rows = [
			{ codes: 'A', options: { requestNumber: 'number-1' } },
			{ codes: 'B', stockId: '8', options: { requestNumber: 'number-1' } },
			{ codes: 'B, C', options: { requestNumber: 'number-2' } },
			{ codes: 'D', merchant: '1900000002', options: { requestNumber: 'number-2' } },
		];
		const { groups, readings } = await read(uploadCodes, rows);
		expect(readings.map((reading) => 'error' in reading && reading.error.message)).toEqual([
			'Request Number is “number-1” for 2 rows',
			'Request Number is “number-1” for 2 rows',
			false,
			false,
		]);
		expect(membersOf(groups)).toEqual([['B', 'C'], ['D']]);
		expect(groups[0]?.waiting).toEqual(['B', 'C']);
	});

	test('a number that grows too long for the last call is refused before the first one', async () => {
		const options = { requestNumber: 'x'.repeat(40) };
		const { groups, readings } = await read(uploadCodes, [
			{ codes: 'A, B', options },
			{ codes: 'C', options },
		]);
		expect(groups).toEqual([]);
		expect(readings.map((reading) => 'error' in reading && reading.error.message)).toEqual([
			expect.stringContaining('is longer than 40 characters'),
			expect.stringContaining('is longer than 40 characters'),
		]);
	});

	test('nothing is called', async () => {
		await read(addStores, [{ storeIds: '1, 2, 3, 4, 5' }]);
		expect(nothing.made).toEqual([]);
	});
});

describe('every member of an input item has a row', () => {
	const ids = { brand_id: '1', stock_id: '7' };

	async function rowsAfter(
		operation: BatchOperation,
		rows: readonly Given[],
		work: (group: Group) => void = () => {},
	) {
		const { groups, readings } = await read(operation, rows);
		groups.forEach(work);
		const told = readings.map(async (reading) => await rowsOf(operation.batch, reading));
		return (await Promise.all(told)).flat();
	}

	test('what was done and what was so before', async () => {
		const rows = await rowsAfter(addStores, [{ storeIds: '1' }, { storeIds: '2, 1' }], (group) => {
			group.results.set('1', { change: 'done' });
			group.results.set('2', { change: 'already' });
		});
		expect(rows).toEqual([
			{ item: 0, json: { store_id: '1', added: true, change: 'added', ...ids } },
			{ item: 1, json: { store_id: '2', added: true, change: 'none', ...ids } },
			{ item: 1, json: { store_id: '1', added: true, change: 'added', ...ids } },
		]);
	});

	test('what is so after a lost answer, and what WeChat Pay said of what is so', async () => {
		const said = refusal(200, 'INVALID_REQUEST') as CallError;
		const rows = await rowsAfter(removeStores, [{ storeIds: '1, 2, 3' }], (group) => {
			group.results.set('1', { change: 'unknown' });
			group.results.set('2', { change: 'unknown', said });
			group.results.set('3', { change: 'already', said });
		});
		const words = { code: 'INVALID_REQUEST', message: '缺少权限' };
		expect(rows.map((row) => 'json' in row && row.json)).toEqual([
			{ store_id: '1', removed: true, change: 'unknown', ...ids },
			{ store_id: '2', removed: true, change: 'unknown', ...words, ...ids },
			{ store_id: '3', removed: true, change: 'none', ...words, ...ids },
		]);
	});

	test('the number of its call, where it has one', async () => {
		const [row] = await rowsAfter(uploadCodes, [{ codes: 'A' }], (group) => {
			group.results.set('A', { change: 'done' });
			group.numbers.set('A', { out_request_no: 'number-1' });
		});
		expect(row).toMatchObject({ json: { code: 'A', uploaded: true, out_request_no: 'number-1' } });
	});

	test('a dry run does not say that it was done', async () => {
		const [row] = await rowsAfter(
			addStores,
			[{ storeIds: '1', options: { dryRun: true } }],
			(group) => group.results.set('1', { change: 'done' }),
		);
		expect(row).toEqual({
			item: 0,
			json: { store_id: '1', dryRun: true, change: 'added', ...ids },
		});
	});

	test('one that was so before fails for who wants it told so, and only then', async () => {
		const said = refusal(200, 'INVALID_REQUEST') as CallError;
		const already = (group: Group) => group.results.set('1', { change: 'already', said });
		const options = { notOnStock: 'error' };
		const rows = await rowsAfter(
			removeStores,
			[{ storeIds: '1', options }, { storeIds: '1' }],
			already,
		);
		expect(rows.map(inShort)).toEqual([
			[0, '1', 'Store 1 is not associated with the stock (WeChat Pay: INVALID_REQUEST “缺少权限”)'],
			[1, '1', 'none'],
		]);
	});

	test('one of which nothing is known does not count as done', async () => {
		const [row] = await rowsAfter(addStores, [{ storeIds: '1' }]);
		expect(row).toMatchObject({
			failure: { error: { outcome: 'unknown', code: 'NOT_IN_ANSWER' } },
		});
	});

	test('what cannot be used is told with what was given', async () => {
		const rows = await rowsAfter(
			addStores,
			[
				{ storeIds: '1, #N/A' },
				{ storeIds: ' ' },
				{ storeIds: '2, 3', stockId: '' },
				{ storeIds: '#N/A, 4', stockId: '' },
			],
			(group) => group.results.set('1', { change: 'done' }),
		);
		expect(rows.map(inShort)).toEqual([
			[0, '1', 'added'],
			[0, '#N/A', 'Store IDs is “#N/A”, which a spreadsheet shows when a formula gives no value'],
			[1, '', 'Store IDs is empty'],
			[2, '2', 'Stock is empty'],
			[2, '3', 'Stock is empty'],
			[3, '#N/A', 'Store IDs is “#N/A”, which a spreadsheet shows when a formula gives no value'],
			[3, '4', 'Stock is empty'],
		]);
		const which = rows.map((row) => ('failure' in row ? row.failure.which : row.json));
		expect(which[1]).toEqual({ store_id: '#N/A', ...ids });
		expect(which[3]).toEqual({ store_id: '2', brand_id: '1', stock_id: '' } as IDataObject);
	});

	test('an empty brand is that of the credential, in rows that can be used and others', async () => {
		const ofCredential = { brandId: '', defaultBrand: '1' };
		const rows = await rowsAfter(
			addStores,
			[
				{ storeIds: '1' },
				{ storeIds: '1, #N/A', ...ofCredential },
				{ storeIds: '', ...ofCredential },
			],
			(group) => group.results.set('1', { change: 'done' }),
		);
		expect(rows.map((row) => ('failure' in row ? row.failure.which : row.json))).toEqual([
			{ store_id: '1', added: true, change: 'added', ...ids },
			{ store_id: '1', added: true, change: 'added', ...ids },
			{ store_id: '#N/A', ...ids },
			{ store_id: '', ...ids },
		]);
	});
});
