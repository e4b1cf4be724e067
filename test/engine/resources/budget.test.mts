import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BUNDLE, SENDABLE } from '../../simulator/examples.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const RESOURCES: ReadonlyArray<[resource: string, ids: INodeParameters]> = [
	[
		'productCouponStock',
		{
			brandId: SENDABLE.brand_id,
			productCouponId: SENDABLE.product_coupon_id,
			stockId: { __rl: true, mode: 'id', value: SENDABLE.stock_id },
		},
	],
	[
		'productCouponStockBundle',
		{
			brandId: BUNDLE.brand_id,
			productCouponId: BUNDLE.product_coupon_id,
			stockBundleId: BUNDLE.stock_bundle_id,
		},
	],
];

describe.each(RESOURCES)('Update Budget of %s', (resource, ids) => {
	async function changed(parameters: INodeParameters, row: IDataObject = {}): Promise<IDataObject> {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { resource, operation: 'updateBudget', ...ids, ...parameters },
			rows: [row],
			onError: 'continueRegularOutput',
		});
		return items[0]!.json;
	}

	const sent = (): IDataObject[] =>
		simulator().requests.map(({ body }) => JSON.parse(body.toString()) as IDataObject);

	test.each<[INodeParameters, string, string]>([
		[{}, 'Current Max Count', 'Max Count'],
		[{ currentMaxCount: 100 }, 'Target Max Count', 'Max Count'],
		[
			{ updateMode: 'MAX_COUNT_PER_DAY', targetMaxCountPerDay: 100 },
			'Current Max Count per Day',
			'Max Count per Day',
		],
		// As the versions before this one had it.
		[
			{ additionalFields: { currentMaxCount: 100, targetMaxCount: 200 } },
			'Current Max Count',
			'Max Count',
		],
	])('%j: what is missing is named, and nothing is sent', async (parameters, field, mode) => {
		expect(await changed(parameters)).toMatchObject({
			error: `${field} is missing`,
			details: { description: `Fill it in, because Update Mode is ${mode}.`, outcome: 'notSent' },
		});
		expect(sent()).toEqual([]);
	});

	test('a 0 of a row is told as a value that WeChat Pay does not take', async () => {
		const parameters = { currentMaxCount: 100, targetMaxCount: '={{ $json.target }}' };
		expect(await changed(parameters, { target: 0 })).toMatchObject({
			error: 'Target Max Count is not a whole number of 1 or more: “0”',
		});
		expect(sent()).toEqual([]);
	});

	test('only the counts of the chosen limit are sent, also when a row chooses', async () => {
		const counts = {
			currentMaxCount: 100,
			targetMaxCount: 200,
			currentMaxCountPerDay: 10,
			targetMaxCountPerDay: 20,
		};
		const mode = 'MAX_COUNT_PER_DAY';
		await changed({ ...counts, updateMode: mode });
		await changed({ ...counts, updateMode: '={{ $json.mode }}' }, { mode });
		const wanted = {
			update_mode: mode,
			current_max_count_per_day: 10,
			target_max_count_per_day: 20,
		};
		const budgets = sent().map((body) =>
			Object.fromEntries(
				Object.entries(body).filter(([name]) => /^(update|current|target)/.test(name)),
			),
		);
		expect(budgets).toEqual([wanted, wanted]);
	});
});
