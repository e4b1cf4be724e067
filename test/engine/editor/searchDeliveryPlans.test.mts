import { describe, expect, test } from '@jest/globals';
import { BRANDS, DELIVERY_PLANS } from '../../simulator/shop.mts';
import { searchList } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const ids = Array.from({ length: DELIVERY_PLANS.count }, (_, n) =>
	String(Number(DELIVERY_PLANS.first) + n),
);

const search = async (filter?: string, more: object = {}) => {
	const parameters = { resource: 'deliveryPlan', operation: 'terminate' };
	const credential = { ...simulator().credential, ...more };
	return (await searchList({ credential, parameters }, 'searchDeliveryPlans', filter)).results;
};

test('has the plans of the brand that is searched for', async () => {
	expect((await search(BRANDS.coffee)).map(({ value }) => value)).toEqual(ids);
});

test('with more words those that have them', async () => {
	expect(await search(`${BRANDS.coffee} ${ids[2]!}`)).toEqual([
		{ name: `春季投放3 – ${ids[2]!} (PLAN_DELIVERING)`, value: ids[2] },
	]);
});

test('is empty before anything is searched for', async () => {
	expect(await search('')).toEqual([]);
	expect(simulator().requests).toEqual([]);
});

test('a text that is no brand is never sent as one: what to search for is said', async () => {
	await expect(search('国庆')).rejects.toMatchObject({
		message: 'Plan cannot be looked for by “国庆” alone',
		description: expect.stringContaining('Search for the ID of the brand first'),
	});
	await expect(search(`春季 ${BRANDS.coffee}`)).rejects.toThrow('Plan cannot be looked for');
	expect(simulator().requests).toEqual([]);
});

describe('with the brand of the credential', () => {
	const ofCoffee = { defaultBrandId: BRANDS.coffee };

	test('has its plans before anything is searched for', async () => {
		expect((await search('', ofCoffee)).map(({ value }) => value)).toEqual(ids);
	});

	test.each(['春季投放3', ids[2]!, `${BRANDS.coffee} 春季投放3`])(
		'%s is looked for in names and IDs',
		async (text) => {
			const found = await search(text, ofCoffee);
			expect(found).toContainEqual({
				name: `春季投放3 – ${ids[2]!} (PLAN_DELIVERING)`,
				value: ids[2],
			});
			expect(found.length).toBeLessThan(ids.length);
			const paths = simulator().requests.map(({ path }) => path);
			expect(paths.every((path) => path.includes(`/${BRANDS.coffee}/`))).toBe(true);
		},
	);

	test('finds nothing where nothing has the text', async () => {
		expect(await search('国庆', ofCoffee)).toEqual([]);
		expect(await search('999', ofCoffee)).toEqual([]);
	});
});
