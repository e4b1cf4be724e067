import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Worker } from '../../scripts/n8n/queue/queueMode.mts';
import { eventually } from '../eventually.mts';
import { sending, usersOf } from './operations.mts';
import { publishRows, type PublishedRows, type Row } from './rowsWorkflow.mts';
import type { QueueStage } from './queueStage.mts';

const USERS = 100;

/** Milliseconds after which n8n has seen that a worker is gone. */
const SEEN = 150_000;

/** What holds of a sending with Once Within when its worker ends. */
export function crashes(stage: () => QueueStage): void {
	describe('a worker ends in the middle of a sending', () => {
		let workflow: PublishedRows;

		beforeAll(async () => {
			// So slow that it is in the middle for a while.
			const parameters = sending({ onceWithin: 'day', requestsPerSecond: 20 });
			workflow = await publishRows(stage(), { name: 'once', parameters, answersRows: false });
		});

		/** How many coupons each user has. */
		const counts = async (rows: Row[]): Promise<number[]> =>
			await stage().simulator.ask(
				'countCoupons',
				rows.map(({ openid }) => String(openid)),
			);

		const oneForEach = async (rows: Row[]): Promise<void> =>
			expect(await counts(rows)).toEqual(rows.map(() => 1));

		async function untilEnded(executionId: string, status: string): Promise<void> {
			const { rest } = stage();
			await eventually(async () => {
				const executions = await rest.storedExecutions(workflow.id);
				expect(executions.find(({ id }) => id === executionId)).toMatchObject({ status });
			}, SEEN);
		}

		async function newestId(): Promise<string> {
			const [newest] = await stage().rest.storedExecutions(workflow.id);
			return newest!.id;
		}

		/** Starts a sending, and ends its worker in the middle; the id of the execution. */
		async function interrupted(rows: Row[], end: (worker: Worker) => Promise<void>) {
			await workflow.start(rows);
			const sent = async (): Promise<number> =>
				(await counts(rows)).filter((count) => count > 0).length;
			await eventually(async () => expect(await sent()).toBeGreaterThan(USERS / 5));
			const id = await newestId();
			const started = `Worker started execution ${id} `;
			const worker = stage().n8n.workers.find((one) => one.log().includes(started))!;
			await end(worker);
			const before = await sent();
			stage().say(`  execution ${id} was interrupted after ${before} of ${USERS} coupons`);
			expect(before).toBeLessThan(USERS);
			await worker.startAnew();
			return id;
		}

		const newRows = (name: string): Row[] => usersOf(name, USERS).map((openid) => ({ openid }));

		test('killed: the Retry button gives nobody a second coupon', async () => {
			const rows = newRows('killed');
			const id = await interrupted(rows, async (worker) => await worker.kill());
			const begin = Date.now();
			await untilEnded(id, 'error');
			stage().say(`  n8n showed it after ${((Date.now() - begin) / 1000).toFixed(1)} s`);
			await stage().rest.retry(id);
			await untilEnded(await newestId(), 'success');
			await oneForEach(rows);
		}, 300_000);

		test('asked to end, with too little time: a rerun gives nobody a second coupon', async () => {
			const rows = newRows('ended');
			await interrupted(rows, async (worker) => await worker.stop());
			await workflow.start(rows);
			await untilEnded(await newestId(), 'success');
			await oneForEach(rows);
		}, 300_000);
	});
}
