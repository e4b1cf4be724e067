import { beforeAll, describe, expect, test } from '@jest/globals';
import { lookUp, sending, stockLookUp, usersOf } from './operations.mts';
import { publishRows, type PublishedRows, type Row } from './rowsWorkflow.mts';
import type { QueueStage } from './queueStage.mts';

const EXECUTIONS = 4;

/** Parts of equal length. */
function partsOf<T>(things: T[]): T[][] {
	const size = things.length / EXECUTIONS;
	return Array.from({ length: EXECUTIONS }, (_, part) =>
		things.slice(part * size, (part + 1) * size),
	);
}

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
			const tooMany = calls.filter(({ status }) => status === 429).length;
			stage().say(
				`  ${what}: ${out.length} rows, ${calls.length} calls, ${tooMany} of them 429, ${seconds.toFixed(1)} s`,
			);
			return { out, done: calls.filter(({ status }) => status === 200) };
		}

		test('2,000 sendings: every user gets one coupon, asked for with one request number', async () => {
			const workflow = await publishRows(stage(), {
				name: 'sendings',
				parameters: sending(),
				answersRows: true,
			});
			const rows = users.map((openid) => ({ openid }));
			const { out, done } = await run('2,000 sendings', workflow, rows);
			coupons = out.map((row, index) => ({ ...row, openid: users[index] }));
			expect(new Set(done.map(({ body }) => body)).size).toBe(users.length);
			expect(new Set(out.map(({ coupon_code }) => coupon_code)).size).toBe(users.length);
			const counts = await stage().simulator.ask('countCoupons', users);
			expect(counts).toEqual(users.map(() => 1));
			for (const worker of stage().n8n.workers) expect(worker.log()).toContain('Worker started');
		}, 300_000);

		test('1,600 look-ups: a row for each, in order', async () => {
			const workflow = await publishRows(stage(), {
				name: 'look-ups',
				parameters: lookUp,
				answersRows: true,
			});
			const wanted = coupons.slice(0, 1600);
			const { out, done } = await run('1,600 look-ups', workflow, wanted);
			expect(out.map(({ coupon_code }) => coupon_code)).toEqual(
				wanted.map(({ coupon_code }) => coupon_code),
			);
			expect(new Set(done.map(({ path }) => path)).size).toBe(wanted.length);
		}, 300_000);

		test.each([1, 2])(
			'a quota of 20 a second, Processes %i in the credential: no row is lost to it',
			async (processes) => {
				const { rest, credential } = stage();
				const shared = await rest.createCredential({
					...credential,
					data: { ...credential.data, processes },
				});
				const workflow = await publishRows(stage(), {
					name: `quota-${processes}`,
					parameters: stockLookUp,
					answersRows: true,
					credential: shared,
				});
				const rows = Array.from({ length: 200 }, (_, number) => ({ number }));
				const what = `200 look-ups at 20 a second, Processes ${processes}`;
				const { out } = await run(what, workflow, rows);
				expect(out.filter(({ error }) => error !== undefined)).toEqual([]);
				expect(out).toHaveLength(rows.length);
			},
			300_000,
		);
	});
}
