import { expect, test } from '@jest/globals';
import { BRANDS, DELIVERY_PLANS } from '../../simulator/shop.mts';
import { searchList } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const ids = Array.from({ length: DELIVERY_PLANS.count }, (_, n) =>
	String(Number(DELIVERY_PLANS.first) + n),
);

const search = async (filter?: string) => {
	const parameters = { resource: 'deliveryPlan', operation: 'terminate' };
	const { credential } = simulator();
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
