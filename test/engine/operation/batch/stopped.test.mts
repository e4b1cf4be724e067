import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { INode } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../../simulator/index.mts';
import { BRANDS, FIRST_STORES, PRODUCT_COUPONS, STOCKS } from '../../../simulator/shop.mts';
import { start, type Outcome } from '../../helpers/engine.mts';

let simulator: Simulator;
let onAnswer = () => {};
// One for each test: calls that Stop cut off may still be worked on when the next test begins.
beforeEach(async () => {
	simulator = await startSimulator({
		quotaPerSecond: 0,
		latencyMs: 20,
		onRequest: () => onAnswer(),
	});
});
afterEach(async () => await simulator.close());

const STORES = 3000;
const rows = Array.from({ length: STORES }, (_, index) => ({
	store_id: String(Number(FIRST_STORES.coffee) + index),
}));

/** Presses Stop when WeChat Pay has answered three calls of a clean-up; others are under way then. */
async function stopInTheMiddle(onError: INode['onError']): Promise<Outcome> {
	let answers = 0;
	const execution = await start({
		credential: simulator.credential,
		parameters: {
			resource: 'productCouponStock',
			operation: 'disassociateStores',
			brandId: BRANDS.coffee,
			productCouponId: PRODUCT_COUPONS.effective,
			stockId: STOCKS.manyStores,
			storeIds: '={{ $json.store_id }}',
		},
		rows,
		onError,
	});
	onAnswer = () => {
		if (++answers === 3) execution.stop();
	};
	return await execution.finished;
}

const left = () =>
	new Set(simulator.shop.associatedStores(PRODUCT_COUPONS.effective, STOCKS.manyStores));

test('a stop in the middle tells what was never sent apart from what was refused', async () => {
	const { error } = await stopInTheMiddle('stopWorkflow');
	const counts =
		/^(\d+) of 3000 stores were disassociated(?:, of (\d+) it is not known)?(?:, (\d+) not sent)?\. /.exec(
			error?.message ?? '',
		);
	expect(counts).not.toBeNull();
	const [done = 0, unknown = 0, notSent = 0] = (counts ?? []).slice(1).map((n) => Number(n ?? 0));
	expect(done + unknown + notSent).toBe(STORES);
	expect(notSent).toBeGreaterThan(0);
	const sent = STORES - left().size;
	expect(sent).toBeGreaterThanOrEqual(done);
	expect(sent).toBeLessThanOrEqual(done + unknown);
	expect(error?.description).toContain('Running the workflow again is safe.');
});

test('every row says what is true after a stop', async () => {
	const { items, errorItems } = await stopInTheMiddle('continueErrorOutput');
	expect(items.length + errorItems.length).toBe(STORES);
	const there = left();
	const stillThere = (storeId: unknown) => there.has(String(storeId));
	expect(items.filter(({ json }) => stillThere(json.store_id))).toEqual([]);
	const outcomes = new Map<unknown, number>();
	for (const { json } of errorItems) {
		const { outcome, store_id } = json.details as { outcome: string; store_id: string };
		outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
		if (outcome === 'notSent') expect(stillThere(store_id)).toBe(true);
	}
	expect([...outcomes.keys()].filter((outcome) => outcome === 'refused')).toEqual([]);
	expect(outcomes.get('notSent')).toBeGreaterThan(0);
});
