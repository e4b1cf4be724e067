import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleStoreRows, type StoreRow } from '../../scripts/examples/exampleStores.mts';
import { countResults } from '../../scripts/examples/resultRows.mts';
import { viewOfSimulator, type SimulatorView } from '../../scripts/examples/simulatorView.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import { runStoreCleanup, type CleanupReport } from '../../scripts/examples/storeCleanup.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { expectedResults } from './expectedResults.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

describe.each(GENERATIONS)('examples/store-cleanup.json in n8n %s', (generation) => {
	let stage: Stage;
	let report: CleanupReport;
	let seen: SimulatorView;

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		report = await runStoreCleanup(stage);
		seen = viewOfSimulator(stage.simulator);
	}, SETUP_LIMIT);

	afterAll(async () => await stage?.close());

	test('takes off the stores that were on the stock, and no others', () => {
		const { shop } = stage.simulator;
		const { product_coupon_id, stock_id } = exampleStoreRows()[0] as StoreRow;
		expect(shop.associatedStores(product_coupon_id, stock_id)).toHaveLength(3000 - 30 - 955);
		expect(seen.done).toHaveLength(977);
		expect(seen.left).toHaveLength(48);
	});

	test('sends 1,000 stores in 5 calls, each validly signed at the first try', () => {
		const calls = stage.simulator.requests
			.filter(({ method }) => method === 'POST')
			.map(({ status, signature, body }) => ({
				status,
				signature,
				stores: (JSON.parse(body.toString()) as { store_list: unknown[] }).store_list.length,
			}));
		expect(calls).toEqual(Array(5).fill({ status: 200, signature: 'valid', stores: 200 }));
		expect(seen.badlySigned).toBe(0);
	});

	test('writes one file that says of every row, in order, what the simulator says', () => {
		expect(report.rows).toBe(1025);
		expect(report.results).toEqual(expectedResults(seen, 'disassociated'));
		expect(countResults(report.results)).toEqual(
			new Map([
				['disassociated', 977],
				['was not on the stock', 47],
				['unreadable', 1],
			]),
		);
	});

	test('says the same of every store in a second run that it says of what is off', async () => {
		const { results } = await runStoreCleanup(stage);
		expect(countResults(results)).toEqual(
			new Map([
				['was not on the stock', 1024],
				['unreadable', 1],
			]),
		);
	});
});
