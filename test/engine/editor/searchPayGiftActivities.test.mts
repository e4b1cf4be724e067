import { expect, test } from '@jest/globals';
import { PAY_GIFT_ACTIVITIES } from '../../simulator/shop.mts';
import { searchList } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const { large, ongoing } = PAY_GIFT_ACTIVITIES;

const search = async (filter?: string) => {
	const parameters = { resource: 'payGiftActivity', operation: 'get' };
	const { credential } = simulator();
	return (await searchList({ credential, parameters }, 'searchPayGiftActivities', filter)).results;
};

test('has all of them, or those with the text', async () => {
	const name = (id: string) => `满额送券 – ${id} (ONGOING_ACT_STATUS)`;
	expect(await search()).toEqual([
		{ name: name(ongoing), value: ongoing },
		{ name: name(large), value: large },
	]);
	expect(await search(large)).toEqual([{ name: name(large), value: large }]);
});
