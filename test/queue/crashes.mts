import { describe, expect, test } from '@jest/globals';
import type { StoredExecution } from '../../scripts/n8n/rest.mts';
import type { Process } from '../../scripts/n8n/queue/queueMode.mts';
import { eventually } from '../eventually.mts';
import { sending, usersOf } from './operations.mts';
import { publishRows, type PublishedRows, type Row } from './rowsWorkflow.mts';
import type { QueueStage } from './queueStage.mts';

const USERS = 100;

/** Milliseconds after which n8n has seen that a worker is gone. */
const SEEN = 240_000;

/** What holds of a sending when its worker ends. */
export function crashes(stage: () => QueueStage): void {
	describe('a worker ends in the middle of a sending', () => {
		let workflow: PublishedRows;

		async function publish(name: string, options: object): Promise<void> {
			// So slow that it is in the middle for a while.
			const parameters = sending({ ...options, requestsPerSecond: 20 });
			workflow = await publishRows(stage(), { name, parameters, answersRows: false });
		}

		/** How many coupons each user has. */
		const counts = async (rows: Row[]): Promise<number[]> =>
			await stage().simulator.ask(
				'countCoupons',
				rows.map(({ openid }) => String(openid)),
			);

		/** The ids of all executions of the workflow. */
		async function executionIds(): Promise<number[]> {
			const executions = await stage().rest.storedExecutions(workflow.id);
			return executions.map(({ id }) => Number(id));
		}

		/** Starts the workflow; the id of its execution. */
		async function start(rows: Row[]): Promise<string> {
			const before = await executionIds();
			await workflow.start(rows);
			return String((await executionIds()).find((id) => !before.includes(id)));
		}

		async function untilListed(wanted: Partial<StoredExecution>): Promise<void> {
			await eventually(async () => {
				const executions = await stage().rest.storedExecutions(workflow.id);
				expect(executions).toContainEqual(expect.objectContaining(wanted));
			}, SEEN);
		}

		/** Starts a sending, and ends its worker in the middle; the id of the execution. */
		async function interrupted(rows: Row[], end: (worker: Process) => Promise<void>) {
			const id = await start(rows);
			const sent = async (): Promise<number> =>
				(await counts(rows)).filter((count) => count > 0).length;
			await eventually(async () => expect(await sent()).toBeGreaterThan(USERS / 5));
			const started = `Worker started execution ${id} `;
			const worker = stage().n8n.workers.find((one) => one.log().includes(started))!;
			await end(worker);
			const before = await sent();
			stage().say(`  a sending was interrupted after ${before} of ${USERS} coupons`);
			expect(before).toBeLessThan(USERS);
			await worker.startAnew();
			return id;
		}

		const newRows = (name: string): Row[] => usersOf(name, USERS).map((openid) => ({ openid }));

		test('asked to end, with too little time: a rerun gives nobody a second coupon', async () => {
			await publish('ended', { onceWithin: 'day' });
			const rows = newRows('ended');
			await interrupted(rows, async (worker) => await worker.stop());
			await untilListed({ id: await start(rows), status: 'success' });
			expect(await counts(rows)).toEqual(rows.map(() => 1));
		}, 300_000);

		test('killed: neither the Retry button nor a rerun gives anybody a second coupon', async () => {
			await publish('killed', { onceWithin: 'day' });
			const rows = newRows('killed');
			const id = await interrupted(rows, async (worker) => await worker.kill());
			const begin = Date.now();
			await untilListed({ id, status: 'error' });
			const seconds = ((Date.now() - begin) / 1000).toFixed(1);
			stage().say(`  n8n showed it ${seconds} s after the worker was there again`);
			// n8n 2.41 keeps no rows of an execution that it has given up: its retry ends at once.
			await stage().rest.retry(id);
			await eventually(async () => {
				const executions = await stage().rest.storedExecutions(workflow.id);
				const retry = executions.find(({ retryOf }) => retryOf === id);
				expect(retry?.status).toMatch(/^(error|success)$/);
			});
			expect(Math.max(...(await counts(rows)))).toBe(1);
			await untilListed({ id: await start(rows), status: 'success' });
			expect(await counts(rows)).toEqual(rows.map(() => 1));
		}, 300_000);

		test('lost with all that knew of it: the Retry button sends the rest under the same numbers', async () => {
			await publish('lost', {});
			const rows = newRows('lost');
			const { main, webhooks } = stage().n8n;
			const id = await interrupted(rows, async (worker) => {
				await Promise.all([worker, main, webhooks[0]].map(async (one) => await one.kill()));
			});
			await Promise.all([main, webhooks[0]].map(async (one) => await one.startAnew()));
			await untilListed({ id, status: 'crashed' });
			await stage().rest.retry(id);
			await untilListed({ retryOf: id, status: 'success' });
			expect(await counts(rows)).toEqual(rows.map(() => 1));
		}, 300_000);
	});
}
