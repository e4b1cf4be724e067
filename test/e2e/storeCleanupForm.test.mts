import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { viewOfSimulator } from '../../scripts/examples/simulatorView.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import {
	publishForm,
	readStoreCleanupForm,
	withOptions,
	type UploadReport,
} from '../../scripts/examples/storeCleanupForm.mts';
import type { FormFile } from '../../scripts/n8n/form.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { Rest } from '../../scripts/n8n/rest.mts';
import type { Server } from '../../scripts/n8n/server.mts';
import type { Workflow } from '../../scripts/n8n/workflow.mts';
import { STOCKS } from '../simulator/shop.mts';
import { expectedResults } from './expectedResults.mts';
import { COUPON, STORES } from './templates.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const WRITING = { dryRun: false };

/** A spreadsheet of one row: the cell that names the stores, and the stock. */
function oneRow(storeIds: string, stockId: string): Buffer {
	const cells = [`"${storeIds}"`, ...Object.values(COUPON), stockId];
	return Buffer.from(`store_id,brand_id,product_coupon_id,stock_id\n${cells.join()}\n`);
}

/** The same with a form of its own: n8n may still know the address of one that was closed a moment ago. */
function withOwnAddress(workflow: Workflow): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.webhookId === undefined ? node : { ...node, webhookId: randomUUID() },
	);
	return { ...workflow, nodes };
}

describe.each(GENERATIONS)('examples/store-cleanup-form.json in n8n %s', (generation) => {
	let stage: Stage;
	let server: Server;
	let rest: Rest;
	let workflow: Workflow;
	let dryRun: UploadReport;
	let run: UploadReport;

	async function upload(file: FormFile, to: Workflow): Promise<UploadReport> {
		const form = await publishForm(server, rest, withOwnAddress(to));
		try {
			return await form.upload(file);
		} finally {
			await form.close();
		}
	}

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		server = await stage.instance.startServer();
		rest = new Rest(server.url);
		await rest.setUpOwner();
		workflow = await readStoreCleanupForm(stage);
	}, SETUP_LIMIT);

	afterAll(async () => {
		await server?.stop();
		await stage?.close();
	});

	describe('with the example spreadsheet', () => {
		beforeAll(async () => {
			const bytes = await readFile(join(stage.folder, 'stores.csv'));
			dryRun = await upload({ name: 'stores.csv', bytes }, workflow);
		});

		test('is a dry run as it is delivered, and says so', () => {
			expect(viewOfSimulator(stage.simulator).done).toEqual([]);
			expect(stage.simulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
			expect(dryRun.title).toBe('A dry run: nothing was changed');
			expect(dryRun.message.split('\n')).toEqual(
				expect.arrayContaining([
					'would be disassociated: 977',
					'was not on the stock: 47',
					'unreadable: 1',
				]),
			);
		});

		test('with Dry Run off, does what the dry run said; its result can be uploaded again', async () => {
			run = await upload(dryRun.file, withOptions(workflow, WRITING));
			const view = viewOfSimulator(stage.simulator);
			expect(view.done).toHaveLength(977);
			expect(view.badlySigned).toBe(0);
			expect(dryRun.results).toEqual(expectedResults(view, 'would be disassociated'));
			expect(run.results).toEqual(expectedResults(view, 'disassociated'));
			expect(run.title).toBe('Done');
			expect(run.message).toContain('disassociated: 977');
			expect(run.file.name).toBe('stores-result.xlsx');
		});
	});

	test('says of every store of a cell what became of it', async () => {
		const bytes = oneRow(`${STORES[0]}, ${STORES[1]}，999`, STOCKS.stores200);
		const file = { name: 'Stores of Wednesday.CSV', bytes };
		const { results } = await upload(file, withOptions(workflow, WRITING));
		expect(results.map(({ store_id, result }) => [store_id, result])).toEqual([
			[STORES[0], 'disassociated'],
			[STORES[1], 'disassociated'],
			['999', 'was not on the stock'],
		]);
		expect(results[2]).toMatchObject({
			reason: 'INVALID_REQUEST: 门店ID非法或不属于当前品牌',
			what_to_do: expect.stringContaining('Check the store ID'),
		});
		const left = stage.simulator.shop.associatedStores(COUPON.product_coupon_id, STOCKS.stores200);
		expect(left).toEqual(STORES.slice(2, 200));
	});

	test('names what WeChat Pay refuses, with the reason and what to do', async () => {
		const file = { name: 'stores.csv', bytes: oneRow(STORES[0] ?? '', STOCKS.allStores) };
		const { results, message } = await upload(file, withOptions(workflow, WRITING));
		expect(results).toMatchObject([
			{
				store_id: STORES[0],
				result: 'refused',
				reason: expect.stringMatching(/\S/),
				what_to_do: expect.stringMatching(/\S/),
				request_id: expect.stringMatching(/\S/),
			},
		]);
		expect(message).toContain('refused: 1');
	});

	test('says "unknown" where the answer was lost and nothing can confirm it', async () => {
		stage.simulator.misbehave({ kind: 'resetAfterWork' }, { times: Infinity });
		const file = { name: 'stores.csv', bytes: oneRow(STORES[150] ?? '', STOCKS.stores200) };
		const { results } = await upload(file, withOptions(workflow, { ...WRITING, maxRetries: 0 }));
		stage.simulator.reset();
		expect(results).toMatchObject([{ store_id: STORES[150], result: 'unknown' }]);
	});
});
