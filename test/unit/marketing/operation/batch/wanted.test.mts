import { describe, expect, test } from '@jest/globals';
import { WantedLists } from '../../../../../marketing/operation/batch/wanted.ts';
import { setStores, inputsOf, Recorder, type Given } from '../../../helpers/batches.mts';

const { callsOf } = new Recorder(() => ({}));

async function read(rows: readonly Given[]) {
	const lists = new WantedLists(setStores.batch, callsOf);
	const readings = [];
	for (const fields of inputsOf(setStores, rows)) readings.push(await lists.read(fields));
	return { lists: lists.all, readings };
}
/** Stock, wanted stores, and whether some may be missing. */
const inShort = async (rows: readonly Given[]) =>
	(await read(rows)).lists.map(({ ids, wanted, isIncomplete }) => [
		ids['stock_id'],
		[...(wanted?.group.members ?? [])].join(),
		isIncomplete,
	]);

test('the rows of a list want its members together, each once, lists and members in first-seen order', async () => {
	expect(
		await inShort([
			{ storeIds: '3, 1' },
			{ storeIds: '5', stockId: '6' },
			{ storeIds: '1, 2' },
			{ storeIds: '3', stockId: '6' },
		]),
	).toEqual([
		['7', '3,1,2', false],
		['6', '5,3', false],
	]);
});

test('a row without a brand is of the list that its credential says', async () => {
	expect(
		await inShort([{ storeIds: '1' }, { storeIds: '2', brandId: '', defaultBrand: '1' }]),
	).toEqual([['7', '1,2', false]]);
});

describe('the input may not have all members of a list', () => {
	const others: Given[] = [{ storeIds: '1' }, { storeIds: '2', stockId: '6' }];

	test.each<[string, Given]>([
		['has a member that cannot be used', { storeIds: '5, #N/A' }],
		['has no member', { storeIds: '' }],
		['has an option that cannot be used', { storeIds: '5', options: { timeout: -1 } }],
		['has other Options', { storeIds: '5', options: { timeout: 1 } }],
		['has another Max Removals', { storeIds: '5', options: { maxRemovals: 1 } }],
		['is a dry run', { storeIds: '5', options: { dryRun: true } }],
	])('when a row of it %s; the other lists have all', async (_, row) => {
		const found = await inShort([...others, row]);
		expect(found.map(([stock, , isIncomplete]) => [stock, isIncomplete])).toEqual([
			['7', true],
			['6', false],
		]);
	});

	test('when a row names no list, it may be of any', async () => {
		const found = await inShort([{ storeIds: '5', stockId: '' }, ...others]);
		expect(found.map(([stock, , isIncomplete]) => [stock, isIncomplete])).toEqual([
			['7', true],
			['6', true],
		]);
	});

	test('when rows name it under two brands, in both', async () => {
		expect(await inShort([...others, { storeIds: '3', brandId: '2' }])).toEqual([
			['7', '1', true],
			['6', '2', false],
			['7', '3', true],
		]);
	});
});

describe('Options', () => {
	test('are those of the first row that can be used', async () => {
		const { lists } = await read([
			{ storeIds: '', options: { maxRemovals: 1 } },
			{ storeIds: '1', options: { maxRemovals: 2 } },
			{ storeIds: '2', options: { maxRemovals: 2 } },
		]);
		expect(lists).toHaveLength(1);
		expect(lists[0]?.wanted?.maxRemovals).toBe(2);
		expect(lists[0]?.wanted?.group.calls.item).toBe(1);
	});

	test('of later rows must be the same, else those rows want nothing', async () => {
		const { lists, readings } = await read([
			{ storeIds: '1', options: { maxRemovals: 5 } },
			{ storeIds: '2', options: { maxRemovals: 6 } },
		]);
		expect([...lists[0]!.wanted!.group.members]).toEqual(['1']);
		expect(readings[1]).toMatchObject({
			error: { message: 'Options are not those of the first row of the same stock' },
			members: [{ value: '2' }],
		});
	});

	test('a list of which no row can be used wants nothing', async () => {
		expect(await inShort([{ storeIds: '#N/A', options: { timeout: -1 } }])).toEqual([
			['7', '', true],
		]);
	});
});
