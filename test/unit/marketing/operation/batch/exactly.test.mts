import { describe, expect, test } from '@jest/globals';
import { unansweredCall } from '../../../../../marketing/transport/noAnswer.ts';
import {
	executionOf,
	inShort,
	membersIn,
	Recorder,
	refusal,
	setStores,
	Stocks,
	storesAnswer,
	type Given,
	type Made,
} from '../../../helpers/batches.mts';

/** Sets the stores of stocks; `7` has 1 to 4 at first. */
async function set(
	rows: readonly Given[],
	{ stores = { 7: new Set(['1', '2', '3', '4']) } as Record<string, Set<string>>, reply = {} } = {},
) {
	const stocks = new Stocks(stores);
	const replies = reply as Record<string, (call: Made) => ReturnType<Stocks['answer']> | Error>;
	const recorder = new Recorder((call) => (replies[call.what] ?? stocks.answer)(call));
	const found = await setStores.run(executionOf(setStores, rows, recorder));
	const left = Object.fromEntries(
		Object.entries(stores).map(([stock, there]) => [stock, [...there].join()]),
	);
	return { rows: found.map(inShort), found, left, recorder };
}

test('nothing is read or changed when a row cannot be read and the workflow is to stop', async () => {
	const recorder = new Recorder(new Stocks({}).answer);
	const rows = [{ storeIds: '4' }, { storeIds: '', stockId: '8' }];
	const found = await setStores.run(executionOf(setStores, rows, recorder, true));
	expect(recorder.made).toEqual([]);
	expect(found.map(inShort)).toEqual([
		[0, '4', expect.stringMatching(/^It was not sent/)],
		[1, '', 'Store IDs is empty'],
	]);
});

test('what is missing is added first, then what is too much is removed, a row for each', async () => {
	const { rows, left, recorder } = await set([{ storeIds: '3, 4' }, { storeIds: '2, 9' }]);
	expect(left).toEqual({ 7: '2,3,4,9' });
	expect(recorder.sent).toEqual([['stores'], ['add', '9'], ['remove', '1']]);
	expect(rows).toEqual([
		[0, '3', 'none'],
		[0, '4', 'none'],
		[1, '2', 'none'],
		[1, '9', 'added'],
		[0, '1', 'removed'],
	]);
});

test('each list has its own members; what goes is linked to the first item of its list', async () => {
	const { rows, left } = await set(
		[{ storeIds: '1, 2, 3' }, { storeIds: '5, 6', stockId: '8' }, { storeIds: '4' }],
		{ stores: { 7: new Set(['1', '2', '3', '4']), 8: new Set(['5', '6', '9']) } },
	);
	expect(left).toEqual({ 7: '1,2,3,4', 8: '5,6' });
	expect(rows.at(-1)).toEqual([1, '9', 'removed']);
});

test('a dry run reads the list and says what would be done', async () => {
	const { rows, recorder } = await set([{ storeIds: '2, 3, 4, 9', options: { dryRun: true } }]);
	expect(recorder.sent).toEqual([['stores']]);
	expect(rows).toEqual([
		[0, '2', 'would be none'],
		[0, '3', 'would be none'],
		[0, '4', 'would be none'],
		[0, '9', 'would be added'],
		[0, '1', 'would be removed'],
	]);
});

describe('how many may be removed', () => {
	test.each([
		['half of those that are there', {}, '1, 2', '1,2'],
		['not more than half', {}, '1', '1,2,3,4'],
		['Max Removals', { maxRemovals: 3 }, '1', '1'],
		['not more than Max Removals', { maxRemovals: 2 }, '1', '1,2,3,4'],
		['none with Max Removals 0', { maxRemovals: 0 }, '1, 2, 3', '1,2,3,4'],
	])('%s', async (_, options, storeIds, left) => {
		expect((await set([{ storeIds, options }])).left).toEqual({ 7: left });
	});

	test('when more would go nothing is done for the list: not even what is missing is added', async () => {
		const { rows, recorder } = await set([{ storeIds: '9, 1' }]);
		expect(recorder.sent).toEqual([['stores']]);
		const message = 'Stock 7 would lose 3 of its 4 stores, and only 2 may go';
		expect(rows).toEqual([
			[0, '9', message],
			[0, '1', message],
		]);
	});
});

describe('nothing is removed', () => {
	const incomplete =
		'It was not taken off Stock 7, because a row of the input cannot be used, so that the input may not have all stores';
	const notAdded = 'It was not taken off Stock 7, because not all new stores could be put on it';

	test('when the input may not have all; what is missing is added all the same', async () => {
		const { rows, left } = await set([{ storeIds: '2, 3, 4, 9' }, { storeIds: '#N/A' }]);
		expect(left).toEqual({ 7: '1,2,3,4,9' });
		expect(rows.at(-1)).toEqual([0, '1', incomplete]);
	});

	test('and then it does not matter how many would go', async () => {
		const { rows, recorder } = await set([{ storeIds: '9' }, { storeIds: '' }]);
		expect(recorder.sent).toEqual([['stores'], ['add', '9']]);
		expect(rows.slice(2)).toEqual(['1', '2', '3', '4'].map((id) => [0, id, incomplete]));
	});

	test('when a call that adds is refused', async () => {
		const { rows, recorder } = await set([{ storeIds: '2, 3, 4, 9' }], {
			reply: { add: () => refusal() },
		});
		expect(recorder.sent).toEqual([['stores'], ['add', '9']]);
		expect(rows.at(-1)).toEqual([0, '1', notAdded]);
	});

	test('when an answer is lost and the list does not show the new store', async () => {
		const { left } = await set([{ storeIds: '2, 3, 4, 9' }], {
			reply: { add: () => unansweredCall('lost', 'ECONNRESET') },
		});
		expect(left).toEqual({ 7: '1,2,3,4' });
	});

	/** WeChat Pay puts the first stores of a call on, and refuses the others by name. */
	const takes = (count: number) => {
		const stores = { 7: new Set(['1', '2', '3', '4']) };
		const reply = {
			add: ({ body }: Made) => {
				const members = membersIn(body);
				const taken = members.slice(0, count);
				for (const member of taken) stores[7].add(member);
				return storesAnswer(taken, members.slice(count));
			},
		};
		return { stores, reply };
	};

	test('when WeChat Pay refuses more of the new stores than it puts on', async () => {
		const all = await set([{ storeIds: '2, 3, 4, 8, 9' }], takes(0));
		expect(all.left).toEqual({ 7: '1,2,3,4' });
		expect(all.rows.at(-1)).toEqual([
			0,
			'1',
			'It was not taken off Stock 7, because WeChat Pay refused 2 of 2 new stores',
		]);
		const most = await set([{ storeIds: '2, 3, 4, 9' }], takes(0));
		expect(most.left).toEqual({ 7: '1,2,3,4' });
	});

	test('but it is when as many are put on as are refused by name', async () => {
		const { rows, left } = await set([{ storeIds: '2, 3, 4, 8, 9' }], takes(1));
		expect(left).toEqual({ 7: '2,3,4,8' });
		expect(rows.at(-1)).toEqual([0, '1', 'removed']);
	});

	test('when an answer does not mention a new store and the list does not show it', async () => {
		const { rows, left } = await set([{ storeIds: '2, 3, 4, 8, 9' }], {
			stores: { 7: new Set(['1', '2', '3', '4']) },
			reply: { add: () => storesAnswer(['8']) },
		});
		expect(left).toEqual({ 7: '1,2,3,4' });
		expect(rows.at(-1)).toEqual([0, '1', notAdded]);
	});

	test('when rows are of another merchant, which are not called as the first one', async () => {
		const { rows, left, recorder } = await set([
			{ storeIds: '2, 3', merchant: '1900000001' },
			{ storeIds: '4, 9', merchant: '1900000002' },
		]);
		expect(left).toEqual({ 7: '1,2,3,4' });
		expect(recorder.sent).toEqual([['stores']]);
		const other = 'Credential is that of another account than in the first row of the same stock';
		expect(rows).toEqual([
			[0, '2', 'none'],
			[0, '3', 'none'],
			[1, '4', other],
			[1, '9', other],
			[0, '1', incomplete],
			[0, '4', incomplete],
		]);
	});
});

test('a list that cannot be read: nothing is changed, every row says so', async () => {
	const { found, recorder } = await set([{ storeIds: '2' }, { storeIds: '9' }], {
		reply: { stores: () => refusal() },
	});
	expect(recorder.sent).toEqual([['stores']]);
	expect(found.map((row) => 'failure' in row && row.failure)).toMatchObject([
		{ error: { code: 'NO_AUTH' }, which: { store_id: '2' } },
		{ error: { code: 'NO_AUTH' }, which: { store_id: '9' } },
	]);
});

test.each([{}, { dryRun: true }])(
	'a list whose answer is lost or cannot be verified: nothing was sent, and no row is unknown: %j',
	async (options) => {
		const { found } = await set([{ storeIds: '2', options }], {
			reply: { stores: () => unansweredCall('lost', 'ECONNRESET') },
		});
		expect(found).toMatchObject([
			{ failure: { error: { outcome: 'notSent', code: 'ECONNRESET' } } },
		]);
	},
);

test('when no row of a list can be used, it is not even read', async () => {
	const { rows, recorder } = await set([{ storeIds: '#N/A', options: { timeout: -1 } }]);
	expect(recorder.made).toEqual([]);
	expect(rows).toHaveLength(1);
});

test('what happened is counted in one sentence', async () => {
	const { found } = await set([{ storeIds: '3, 4, 2, 9' }, { storeIds: '2' }]);
	expect(setStores.summary?.(found)).toBe('1 store was added, 1 removed, 4 unchanged.');
});
