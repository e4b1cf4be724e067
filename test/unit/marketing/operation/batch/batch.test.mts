import { describe, expect, test } from '@jest/globals';
import { nameOfMember } from '../../../../../marketing/operation/batch/batch.ts';
import type { FailedRow } from '../../../../../marketing/items/row.ts';
import {
	addStores,
	executionOf,
	inShort,
	Recorder,
	refusal,
	removeStores,
	Stocks,
	uploadCodes,
	type Given,
} from '../../../helpers/batches.mts';

const namesOf = (parameters: (typeof addStores)['parameters']) =>
	parameters.map(({ field }) => field.name);

describe('the operation', () => {
	test('takes the IDs, the members, and the request number where there is one', () => {
		expect(namesOf(addStores.parameters)).toEqual(['brandId', 'stockId', 'storeIds']);
		expect(namesOf(uploadCodes.parameters)).toEqual(['stockId', 'codes', 'requestNumber']);
	});

	test('has Dry Run among its Options, behind those of its page', () => {
		expect(namesOf(removeStores.settings).slice(0, 2)).toEqual(['notOnStock', 'dryRun']);
		expect(namesOf(addStores.settings)[0]).toBe('dryRun');
	});
});

describe('a run', () => {
	async function run(rows: readonly Given[], operation = addStores) {
		const stores = { 7: new Set(['1', '2']), 8: new Set(['3']) };
		const recorder = new Recorder(new Stocks(stores).answer);
		const found = await operation.run(executionOf(operation, rows, recorder));
		return { found, rows: found.map(inShort), recorder, stores };
	}

	test('gathers the members of all items, sends full calls, and gives each item its rows', async () => {
		const { rows, recorder } = await run([
			{ storeIds: '4' },
			{ storeIds: '9', stockId: '8' },
			{ storeIds: '5, 4' },
			{ storeIds: '6' },
		]);
		expect(recorder.made.map(({ what, stock }) => `${what} ${stock}`).sort()).toEqual([
			'add 7',
			'add 7',
			'add 8',
		]);
		expect(recorder.sent).toEqual(
			expect.arrayContaining([
				['add', '4', '5'],
				['add', '6'],
				['add', '9'],
			]),
		);
		expect(rows).toEqual([
			[0, '4', 'added'],
			[1, '9', 'added'],
			[2, '5', 'added'],
			[2, '4', 'added'],
			[3, '6', 'added'],
		]);
	});

	test('what is refused is looked up, once for each group', async () => {
		const { rows, recorder } = await run([{ storeIds: '1, 4, 2, 5' }]);
		expect(recorder.sent).toEqual([['add', '1', '4'], ['add', '2', '5'], ['stores']]);
		expect(rows).toEqual([
			[0, '1', 'none'],
			[0, '4', 'added'],
			[0, '2', 'none'],
			[0, '5', 'added'],
		]);
	});

	test('waits for the answer of every call', async () => {
		const recorder = new Recorder(async (call) => {
			await new Promise(setImmediate);
			return new Stocks({}).answer(call);
		});
		const found = await addStores.run(executionOf(addStores, [{ storeIds: '4' }], recorder));
		expect(found.map(inShort)).toEqual([[0, '4', 'added']]);
	});

	test('the rows come in the order of the items, with those that cannot be read between them', async () => {
		const { rows } = await run([{ storeIds: '4' }, { storeIds: '' }, { storeIds: '5' }]);
		expect(rows).toEqual([
			[0, '4', 'added'],
			[1, '', 'Store IDs is empty'],
			[2, '5', 'added'],
		]);
	});

	test('nothing is called when a row cannot be read and the workflow is to stop', async () => {
		const recorder = new Recorder(new Stocks({}).answer);
		const rows = [{ storeIds: '4' }, { storeIds: '#N/A, 5' }];
		const found = await addStores.run(executionOf(addStores, rows, recorder, true));
		expect(recorder.made).toEqual([]);
		expect(found.map(inShort)).toEqual([
			[0, '4', expect.stringMatching(/^It was not sent/)],
			[1, '#N/A', expect.stringContaining('#N/A')],
			[1, '5', expect.stringMatching(/^It was not sent/)],
		]);
	});

	test('a dry run only reads', async () => {
		const options = { dryRun: true };
		const { rows, recorder, stores } = await run([{ storeIds: '1, 4, 5', options }]);
		expect(recorder.sent).toEqual([['stores']]);
		expect(stores[7].size).toBe(2);
		expect(rows).toEqual([
			[0, '1', 'would be none'],
			[0, '4', 'would be added'],
			[0, '5', 'would be added'],
		]);
	});

	test('a dry run of some rows sends the others', async () => {
		const { recorder } = await run([
			{ storeIds: '4', options: { dryRun: true } },
			{ storeIds: '5' },
		]);
		expect(recorder.sent).toEqual(expect.arrayContaining([['add', '5'], ['stores']]));
		expect(recorder.made).toHaveLength(2);
	});

	test('is counted in one sentence, in the words of its page', async () => {
		const { found } = await run([{ storeIds: '1, 3' }, { storeIds: '2' }], removeStores);
		expect(removeStores.summary?.(found)).toBe('2 of 3 stores were removed, 1 were so before.');
	});
});

describe('the row that stops a workflow is named', () => {
	const failed = (error: Error): FailedRow => ({
		item: 0,
		failure: { error, which: { store_id: '4' } },
	});

	test('by its member, when its call did not do', () => {
		expect(nameOfMember(addStores.batch, failed(refusal()))).toBe('store 4');
	});

	test('not when what was given cannot be used, which the message names itself', () => {
		expect(nameOfMember(addStores.batch, failed(new Error('Store IDs is empty')))).toBe('');
	});
});
