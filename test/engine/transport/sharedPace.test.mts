import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 20 });
});
afterAll(async () => await simulator.close());

test('executions at the same time keep the quota together, and lose no row', async () => {
	const rows = Array.from({ length: 10 }, () => ({}));
	const parameters = OPERATIONS['Product Coupon: Get'] ?? {};
	const execution = async () => await run({ credential: simulator.credential, parameters, rows });
	const outcomes = await Promise.all([execution(), execution(), execution(), execution()]);
	expect(outcomes.map(({ items, error }) => [items.length, error])).toEqual(
		Array(4).fill([10, undefined]),
	);
	expect(simulator.requests.map(({ status }) => status)).toEqual(Array(40).fill(200));
});
