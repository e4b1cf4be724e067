import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BRANDS, FIRST_STORES, PARTNERS, PRODUCT_COUPONS, STOCKS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const store = (index: number) => String(Number(FIRST_STORES.coffee) + index);
const rows = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ store_id: store(index) }));
const disassociate: INodeParameters = {
	resource: 'productCouponStock',
	operation: 'disassociateStores',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
	stockId: STOCKS.stores200,
	storeIds: '={{ $json.store_id }}',
};

/** An expression that n8n cannot work out for some rows: it refers to a node that is not there. */
const throwingAt = (items: number[], otherwise: string) =>
	`={{ ${JSON.stringify(items)}.includes($itemIndex) ? $('Nowhere').item.json.id : ${otherwise} }}`;

/** The parameters of an operation that have an expression for each row, one after the other. */
const PARAMETERS = [
	{ operation: 'Product Coupon: Get', name: 'productCouponId', label: 'Product Coupon ID' },
	{ operation: 'Product Coupon: Get', name: 'brandId', label: 'Brand ID' },
	{ operation: 'Product Coupon: Get', name: 'simplify', label: 'Simplify' },
	{ operation: 'Product Coupon Stock: Get Many', name: 'brandId', label: 'Brand ID' },
	{ operation: 'Product Coupon Stock: Get Many', name: 'limit', label: 'Limit' },
	{ operation: 'Product Coupon Stock: Get Many', name: 'returnAll', label: 'Return All' },
	{ operation: 'Product Coupon Stock: Get Many', name: 'filters.state', label: 'Filters' },
	{ operation: 'Product Coupon Stock: Get Associated Stores', name: 'stockId', label: 'Stock' },
	{ operation: 'Product Coupon Stock: Disassociate Stores', name: 'storeIds', label: 'Store IDs' },
	{ operation: 'Product Coupon Stock: Disassociate Stores', name: 'brandId', label: 'Brand ID' },
	{ operation: 'Product Coupon Stock: Disassociate Stores', name: 'stockId', label: 'Stock' },
	{ operation: 'Merchant Coupon Stock: Get', name: 'stockId', label: 'Stock ID' },
	{ operation: 'Partnership: Get Many', name: 'businessType', label: 'Business Type' },
	{ operation: 'Partnership: Get Many', name: 'filters.appid', label: 'Filters' },
	...['dryRun', 'notOnStock', 'requestsPerSecond'].map((option) => ({
		operation: 'Product Coupon Stock: Disassociate Stores',
		name: `options.${option}`,
		label: 'Options',
	})),
	...Object.keys(OPERATIONS).flatMap((operation) =>
		['maxRetries', 'requestsPerSecond', 'timeout'].map((option) => ({
			operation,
			name: `options.${option}`,
			label: 'Options',
		})),
	),
];

/** Good values for what the operations of the tests do not name. */
const USUAL: Record<string, string> = {
	simplify: 'true',
	limit: '50',
	returnAll: 'false',
	'filters.state': '"SENDING"',
	'filters.appid': JSON.stringify(PARTNERS.appid),
	'options.dryRun': 'false',
	'options.notOnStock': '"done"',
	'options.maxRetries': '0',
	'options.requestsPerSecond': '0',
	'options.timeout': '30000',
};

function withExpression(
	operation: string,
	path: string,
	expression: (usual: string) => string,
): INodeParameters {
	const parameters = OPERATIONS[operation] ?? {};
	const [name = '', member] = path.split('.');
	const value = expression(USUAL[path] ?? JSON.stringify(parameters[name]));
	if (member === undefined) return { ...parameters, [name]: value };
	return { ...parameters, [name]: { ...(parameters[name] as INodeParameters), [member]: value } };
}

describe.each([
	['first', [0]],
	['middle', [1]],
	['last', [2]],
	['first and last', [0, 2]],
])('An expression that cannot be worked out for the %s of three rows', (_, bad) => {
	test.each(PARAMETERS)('$operation, $name: fails for these rows alone', async (parameter) => {
		const { operation, name, label } = parameter;
		const parameters = withExpression(operation, name, (usual) => throwingAt(bad, usual));
		const what = { credential: simulator().credential, parameters, rows: [{}, {}, {}] };
		const { items, error } = await run({ ...what, onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		const failed = items.filter(({ json }) => json.error !== undefined);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual(bad.map((item) => ({ item })));
		const good = items.filter(({ json }) => json.error === undefined);
		expect([...new Set(good.map(({ pairedItem }) => pairedItem as { item: number }))]).toEqual(
			expect.arrayContaining(
				[0, 1, 2].filter((item) => !bad.includes(item)).map((item) => ({ item })),
			),
		);
		for (const { json } of failed) {
			expect(json).toEqual({
				error: expect.stringMatching(
					new RegExp(`^${label} has an expression that n8n cannot work out: .{10,}`),
				),
				details: expect.objectContaining({
					code: 'INVALID_INPUT',
					description: expect.stringMatching(/^Correct the expression/),
					outcome: 'notSent',
				}),
			});
		}
	});
});

describe('Disassociate Stores with an expression that throws for one row', () => {
	const parameters = { ...disassociate, storeIds: throwingAt([1], '$json.store_id') };

	test('sends nothing and names the row, with On Error: Stop', async () => {
		const { items, error } = await run({
			credential: simulator().credential,
			parameters,
			rows: rows(3),
		});
		expect(items).toEqual([]);
		expect(error?.message).toMatch(
			/^1 of 3 rows cannot be read, so nothing was sent\. The first: Store IDs has an expression .* \[item 1\]$/,
		);
		expect(error?.context.itemIndex).toBe(1);
		expect(error?.description).toMatch(/^Correct the expression.*nothing was changed\.$/);
		expect(simulator().requests).toEqual([]);
	});

	test('has no input row among the rows that were done, with the error output', async () => {
		const { items, errorItems } = await run({
			credential: simulator().credential,
			parameters,
			rows: rows(3),
			onError: 'continueErrorOutput',
		});
		expect(items.map(({ json }) => [json.store_id, json.disassociated])).toEqual([
			[store(0), true],
			[store(2), true],
		]);
		expect(errorItems).toMatchObject([
			{ json: { store_id: store(1), details: { outcome: 'notSent', brand_id: BRANDS.coffee } } },
		]);
	});
});

describe('Options that cannot be used', () => {
	const cases = ['', 0.5, null, -1, 'fast', true, [], '1e2'];

	describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
		test.each(
			cases.flatMap((given) =>
				['requestsPerSecond', 'timeout', 'maxRetries'].map((name) => [name, given] as const),
			),
		)('%s of %p fails for every row, and no call is made', async (name, given) => {
			const parameters = {
				...OPERATIONS[operation],
				options: { [name]: given },
			} as INodeParameters;
			const what = { credential: simulator().credential, parameters, rows: [{}, {}] };
			const continued = await run({ ...what, onError: 'continueErrorOutput' });
			expect(continued.error).toBeUndefined();
			expect(continued.items).toEqual([]);
			const label = {
				requestsPerSecond: 'Requests Per Second',
				timeout: 'Timeout',
				maxRetries: 'Max Retries',
			}[name];
			expect(continued.errorItems).toHaveLength(2);
			for (const { json } of continued.errorItems) {
				expect(json.error).toMatch(new RegExp(`^${String(label)} (is|has) `));
				expect(json.details).toMatchObject({ outcome: 'notSent', code: 'INVALID_INPUT' });
			}
			expect(simulator().requests).toEqual([]);
		});
	});

	test('stop the workflow with one sentence, and nothing was changed', async () => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...disassociate, options: { requestsPerSecond: 0.5 } },
			rows: rows(3),
		});
		expect(error?.message).toBe(
			'3 of 3 rows cannot be read, so nothing was sent. The first: Requests Per Second is not a whole number of 0 or more: “0.5” [item 0]',
		);
		expect(error?.description).toContain('Nothing was sent, so nothing was changed.');
	});
});

/** A cell, and what becomes of its row. */
const cellArbitrary = fc.oneof(
	{ weight: 4, arbitrary: fc.nat(199).map((index) => ({ cell: store(index), isGood: true })) },
	fc.constantFrom(
		...['', ' ', '#N/A', '1.2E+17', '100,000,001', '1\u200b2', null, undefined, 1e15, {}, true].map(
			(cell) => ({ cell, isGood: false }),
		),
	),
);

test('no row comes out as if it had been done, whatever is in it', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(cellArbitrary, { minLength: 1, maxLength: 8 }),
			fc.array(fc.nat(7), { maxLength: 3 }),
			fc.constantFrom('continueRegularOutput' as const, 'continueErrorOutput' as const),
			async (cells, throwing, onError) => {
				simulator().reset();
				const { items, errorItems, error } = await run({
					credential: simulator().credential,
					parameters: { ...disassociate, storeIds: throwingAt(throwing, '$json.cell') },
					rows: cells.map(({ cell }) => ({ cell }) as IDataObject),
					onError,
				});
				expect(error).toBeUndefined();
				const isDone = cells.map(({ isGood }, item) => isGood && !throwing.includes(item));
				const done = [...items, ...errorItems]
					.filter(({ json }) => json.disassociated === true)
					.map(({ pairedItem }) => (pairedItem as { item: number }).item);
				expect(done).toEqual(cells.flatMap((_, item) => (isDone[item] ? [item] : [])));
				expect(items.length + errorItems.length).toBe(cells.length);
				const failed = [...items, ...errorItems].filter(({ json }) => json.disassociated !== true);
				for (const { json } of failed) {
					expect(json).toMatchObject({
						error: expect.any(String),
						details: { outcome: 'notSent' },
					});
				}
				if (onError === 'continueErrorOutput') expect(items).toHaveLength(done.length);
			},
		),
		{ numRuns: 60 },
	);
});
