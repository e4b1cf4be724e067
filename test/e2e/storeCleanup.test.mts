import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { exampleStoreRows, type StoreRow } from '../../scripts/examples/exampleStores.mts';
import { viewOfSimulator, type SimulatorView } from '../../scripts/examples/simulatorView.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import { runStoreCleanup, type CleanupReport } from '../../scripts/examples/storeCleanup.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const COLUMNS = Object.keys(exampleStoreRows()[0] as StoreRow);

const REFUSED = { notOnStock: '门店未关联该批次', unknown: '门店ID非法或不属于当前品牌' };

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
		expect(seen.refused).toHaveLength(48);
	});

	test('sends 1,000 stores in 5 calls, each validly signed at the first try', () => {
		const calls = stage.simulator.requests.map(({ status, signature, body }) => ({
			status,
			signature,
			stores: (JSON.parse(body.toString()) as { store_list: unknown[] }).store_list.length,
		}));
		expect(calls).toEqual(Array(5).fill({ status: 200, signature: 'valid', stores: 200 }));
	});

	test('reports what the simulator says', () => {
		expect(report).toMatchObject({
			rows: 1025,
			done: seen.done.length,
			refused: seen.refused.length,
		});
		const counts = [...report.reasons.values()].sort((a, b) => a - b);
		expect(counts).toEqual([1, 15, 32]);
	});

	test('writes every row that was done into a result file, in order', async () => {
		expect(await readSheet(report.resultFiles.done)).toEqual([
			[...COLUMNS, 'disassociated'],
			...seen.done.map((row) => [...Object.values(row), true]),
		]);
	});

	test('writes every other row into a second result file, with the reason', async () => {
		const known = stage.simulator.shop.brand(seen.done[0]?.brand_id ?? '')?.stores;
		expect(await readSheet(report.resultFiles.refused)).toEqual([
			[...COLUMNS, 'code', 'reason', 'request_id'],
			...seen.refused.map((row) => {
				if (row.store_id === '') {
					const [, ...cells] = Object.values(row) as string[];
					return [null, ...cells, 'INVALID_INPUT', expect.stringContaining('Store IDs'), null];
				}
				const reason = known?.has(row.store_id) ? REFUSED.notOnStock : REFUSED.unknown;
				const requestId = expect.stringMatching(/\S/);
				return [...Object.values(row), 'INVALID_REQUEST', reason, requestId];
			}),
		]);
	});
});
