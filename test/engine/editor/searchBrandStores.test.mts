import { expect, test } from '@jest/globals';
import { BRANDS, FIRST_STORES } from '../../simulator/shop.mts';
import { searchList } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const search = async (brandId: string, filter?: string, page?: string) => {
	const parameters = { resource: 'brandStore', operation: 'get', brandId };
	const { credential } = simulator();
	return await searchList({ credential, parameters }, 'searchBrandStores', filter, page);
};

test('has the stores of the brand by name, ID, own number and state, 200 at a time', async () => {
	const first = await search(BRANDS.noodles);
	expect(first.results).toHaveLength(200);
	expect(first.results[0]).toEqual({
		name: `滨河大道1号店 – ${FIRST_STORES.noodles} (南山 01, OPEN)`,
		value: FIRST_STORES.noodles,
	});
	const second = await search(BRANDS.noodles, undefined, first.paginationToken as string);
	expect(second.results[0]?.value).toBe('200000201');
	expect(simulator().requests).toHaveLength(2);
});

test('with a text those whose own number has it, wherever they are in the list', async () => {
	const { results } = await search(BRANDS.noodles, '南山 477');
	expect(results.map(({ value }) => value)).toEqual(['200000477']);
});

test('a brand that is missing is asked for', async () => {
	await expect(search('')).rejects.toThrow('Brand ID is empty');
	expect(simulator().requests).toEqual([]);
});
