import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';
import type { Fault } from '../../../simulator/index.mts';
import { BRANDS, FIRST_STORES, PRODUCT_COUPONS, STOCKS } from '../../../simulator/shop.mts';
import { run } from '../../helpers/engine.mts';
import { retryAtOnce } from '../../helpers/retryAtOnce.mts';
import { useSimulator } from '../../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const GROUPS = [
	{ brand: BRANDS.coffee, coupon: PRODUCT_COUPONS.effective, stock: STOCKS.stores200 },
	{ brand: BRANDS.coffee, coupon: PRODUCT_COUPONS.effective, stock: STOCKS.stores201 },
	{ brand: BRANDS.noodles, coupon: PRODUCT_COUPONS.noodlesEffective, stock: STOCKS.noodles },
	{ brand: BRANDS.coffee, coupon: PRODUCT_COUPONS.effective, stock: STOCKS.expired },
] as const;

type Group = (typeof GROUPS)[number];

const associated = ({ coupon, stock }: Group) =>
	new Set(simulator().shop.associatedStores(coupon, stock));

/** A store that is not of the group's brand. */
const foreignStore = ({ brand }: Group, index: number) =>
	String(Number(FIRST_STORES[brand === BRANDS.noodles ? 'coffee' : 'noodles']) + index);

const rowArbitrary = fc.record({
	group: fc.constantFrom(...GROUPS),
	/** places in the list of the group's stores; negative ones are stores of another brand */
	stores: fc.oneof(
		{ weight: 8, arbitrary: fc.array(fc.integer({ min: -3, max: 30 }), { maxLength: 3 }) },
		{ weight: 1, arbitrary: fc.constant(Array.from({ length: 230 }, (_, index) => index)) },
	),
});

const faultArbitrary = fc.record({
	fault: fc.constantFrom<Fault>(
		{ kind: 'status', status: 500, code: 'SYSTEM_ERROR', message: '系统异常,请稍后重试' },
		{ kind: 'status', status: 502, body: '<html></html>' },
		{ kind: 'status', status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' },
		{ kind: 'resetBeforeWork' },
		{ kind: 'resetAfterWork' },
		{ kind: 'truncated' },
		{ kind: 'changedBody' },
		{ kind: 'changedSignature' },
		{ kind: 'probe' },
		{ kind: 'wrongSerial' },
		{ kind: 'oldTimestamp' },
	),
	when: fc.record({ skip: fc.nat(4), times: fc.integer({ min: 1, max: 4 }) }),
});

const itemOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;

test('every row gets exactly one answer for each of its stores, and what it says is true', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(rowArbitrary, { minLength: 1, maxLength: 12 }),
			fc.array(faultArbitrary, { maxLength: 3 }),
			async (rows, faults) => {
				simulator().reset();
				const before = new Map(GROUPS.map((group) => [group, associated(group)]));
				const idsOf = ({ group, stores }: (typeof rows)[number]) => {
					const there = [...(before.get(group) ?? [])];
					return [
						...new Set(
							stores.map((place) =>
								place < 0
									? foreignStore(group, -place)
									: (there[place] ?? foreignStore(group, place)),
							),
						),
					];
				};
				for (const { fault, when } of faults) {
					// One call too many waits for its turn: each time twice as long, and in real time here.
					const isTooMany = fault.kind === 'status' && fault.status === 429;
					simulator().misbehave(fault, isTooMany ? { ...when, times: 1 } : when);
				}

				const { items, error } = await run({
					credential: simulator().credential,
					parameters: {
						resource: 'productCouponStock',
						operation: 'disassociateStores',
						brandId: '={{ $json.brand }}',
						productCouponId: '={{ $json.coupon }}',
						stockId: '={{ $json.stock }}',
						storeIds: '={{ $json.stores }}',
						options: { maxRetries: 2, requestsPerSecond: 0 },
					},
					rows: rows.map((row) => ({ ...row.group, stores: idsOf(row) })),
					onError: 'continueRegularOutput',
				});

				expect(error).toBeUndefined();
				const answers = items.map(({ json, ...item }) => ({
					item: itemOf({ json, ...item }),
					storeId: String(json.store_id ?? (json.details as { store_id: unknown }).store_id),
					isDone: json.disassociated === true,
					change: json.change,
					outcome: (json.details as { outcome?: unknown } | undefined)?.outcome,
				}));
				const expected = rows.flatMap((row, item) => {
					const ids = idsOf(row);
					return ids.length === 0 ? [[item, '']] : ids.map((id) => [item, id]);
				});
				expect(answers.map(({ item, storeId }) => [item, storeId])).toEqual(expected);

				for (const answer of answers) {
					const group = rows[answer.item]?.group as Group;
					const wasThere = before.get(group)?.has(answer.storeId) ?? false;
					const isThere = associated(group).has(answer.storeId);
					if (answer.isDone) expect(isThere).toBe(false);
					if (answer.change === 'none') expect(wasThere).toBe(false);
					if (answer.change === 'disassociated') expect(wasThere).toBe(true);
					if (!answer.isDone && !isThere && wasThere) expect(answer.outcome).toBe('unknown');
					if (answer.outcome === 'notSent') expect(isThere).toBe(wasThere);
				}
				expect(simulator().requests.every(({ signature }) => signature === 'valid')).toBe(true);
			},
		),
		{ numRuns: 100 },
	);
});
