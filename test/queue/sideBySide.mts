import { beforeAll, describe, expect, test } from '@jest/globals';
import { lookUp, sending, stockLookUp, usersOf } from './operations.mts';
import { publishRows, type PublishedRows, type Row } from './rowsWorkflow.mts';
import type { QueueStage } from './queueStage.mts';
import type { Call } from './simulatorProcess.mts';

const EXECUTIONS = 4;

/** Parts of equal length. */
function partsOf<T>(things: T[]): T[][] {
	const size = things.length / EXECUTIONS;
	return Array.from({ length: EXECUTIONS }, (_, part) =>
		things.slice(part * size, (part + 1) * size),
	);
}

const answered = (calls: Call[], status: number): number =>
	calls.filter((call) => call.status === status).length;

/** What holds when executions run at the same time, over two workers. */
export function sideBySide(stage: () => QueueStage): void {
	describe('four executions at once over two workers', () => {
		const users = usersOf('side', 2000);
		let coupons: Row[];

		beforeAll(async () => void (await stage().simulator.ask('takeCalls')));

		/** Starts as many executions as there are parts, and tells what they took. */
		async function run(what: string, workflow: PublishedRows, rows: Row[]) {
			const begin = Date.now();
			const parts = partsOf(rows).map(
				async (part, index) => await workflow.start(part, (index % 2) as 0 | 1),
			);
			const out = (await Promise.all(parts)).flat();
			const seconds = (Date.now() - begin) / 1000;
			const calls = await stage().simulator.ask('takeCalls');
			const tooMany = answered(calls, 429);
			stage().say(
				`  ${what}: ${out.length} rows, ${calls.length} calls, ${tooMany} of them 429, ${seconds.toFixed(1)} s`,
			);
			return { out, calls, done: calls.length - tooMany };
		}

		test('2,000 sendings: every user gets one coupon, in one call that is not refused', async () => {
			const parameters = sending();
			const workflow = await publishRows(stage(), {
				name: 'sendings',
				parameters,
				answersRows: true,
			});
			const rows = users.map((openid) => ({ openid }));
			const { out, calls, done } = await run('2,000 sendings', workflow, rows);
			coupons = out.map((row, index) => ({ ...row, openid: users[index] }));
			expect(done).toBe(users.length);
			expect(answered(calls, 200)).toBe(users.length);
			expect(new Set(out.map(({ coupon_code }) => coupon_code)).size).toBe(users.length);
			const counts = await stage().simulator.ask('countCoupons', users);
			expect(counts).toEqual(users.map(() => 1));
			for (const worker of stage().n8n.workers) expect(worker.log()).toContain('Worker started');
		}, 300_000);

		test('1,600 look-ups: a row for each, in order, and no call twice', async () => {
			const workflow = await publishRows(stage(), {
				name: 'look-ups',
				parameters: lookUp,
				answersRows: true,
			});
			const wanted = coupons.slice(0, 1600);
			const { out, calls } = await run('1,600 look-ups', workflow, wanted);
			expect(out.map(({ coupon_code }) => coupon_code)).toEqual(
				wanted.map(({ coupon_code }) => coupon_code),
			);
			expect(answered(calls, 200)).toBe(wanted.length);
			expect(new Set(calls.map(({ path }) => path)).size).toBe(wanted.length);
		}, 300_000);

		test('a quota of 20 a second: no row is lost to it', async () => {
			const workflow = await publishRows(stage(), {
				name: 'quota',
				parameters: stockLookUp,
				answersRows: true,
			});
			const rows = Array.from({ length: 200 }, (_, number) => ({ number }));
			const { out, calls } = await run('200 look-ups at 20 a second', workflow, rows);
			expect(out.filter(({ error }) => error !== undefined)).toEqual([]);
			expect(out).toHaveLength(rows.length);
			expect(answered(calls, 200)).toBe(rows.length);
		}, 300_000);
	});
}
