import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	leavesOf,
	unchosenLeaves,
	type BodyLeaf,
	type Choices,
} from '../../../marketing/parameters/body.ts';
import { setAt } from '../../../marketing/parameters/nesting.ts';
import { findOperation } from '../../../marketing/operation/resource.ts';
import { resources } from '../../../marketing/resources/index.ts';
import { type Ask, asker } from '../../simulator/asker.mts';
import { BUNDLE, newNumber, SENDABLE } from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';
import { BRANDS, PRODUCT_COUPONS } from '../../simulator/shop.mts';
import { run, type Outcome, type Run } from '../helpers/engine.mts';
import { FULL_COUPON_DISPLAY, FULL_DISPLAY, NEW_COUPONS } from '../examples/bodies.mts';
import { fixedParameters, valueOf, type Page } from '../examples/nodeParameters.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const ask: Ask = async (id, values, draft) => await asker(simulator())(id, values, draft);

/** A body, and how to come by the IDs of the call. */
interface Case {
	body: JsonObject;
	ids(): Promise<IDataObject> | IDataObject;
}

const ofBrand = () => ({ brandId: BRANDS.coffee });

/** A coupon like this, made now, for which more stocks can be made. */
const ofCoupon = (coupon: JsonObject) => async () => {
	const given = { ...coupon, brand_id: BRANDS.coffee, out_request_no: newNumber('create') };
	const { product_coupon_id } = await ask('productCoupon.create', given);
	return { brandId: BRANDS.coffee, productCouponId: product_coupon_id as string };
};

/** The same body with that part of new coupons that a stock or a bundle is. */
const partsOf = (name: 'stock' | 'stock_bundle'): Case[] =>
	NEW_COUPONS.filter((coupon) => name in coupon).map((coupon) => ({
		body: { [name]: coupon[name]! },
		ids: ofCoupon(coupon),
	}));

const couponIds = { brandId: BRANDS.coffee, productCouponId: PRODUCT_COUPONS.sendable };

const PAGES: ReadonlyArray<[resource: string, operation: string, cases: Case[]]> = [
	['productCoupon', 'create', NEW_COUPONS.map((body) => ({ body, ids: ofBrand }))],
	[
		'productCoupon',
		'update',
		[{ body: { display_info: FULL_COUPON_DISPLAY }, ids: () => couponIds }],
	],
	['productCouponStock', 'create', partsOf('stock')],
	[
		'productCouponStock',
		'update',
		[{ body: FULL_DISPLAY, ids: () => ({ ...couponIds, stockId: SENDABLE.stock_id }) }],
	],
	['productCouponStockBundle', 'create', partsOf('stock_bundle')],
	[
		'productCouponStockBundle',
		'update',
		[
			{
				body: FULL_DISPLAY,
				ids: () => ({
					brandId: BUNDLE.brand_id,
					productCouponId: BUNDLE.product_coupon_id,
					stockBundleId: BUNDLE.stock_bundle_id,
				}),
			},
		],
	],
];

const partsOfBody = ({ operation }: Page) => operation.body!.parts;
const choicesOf = ({ operation }: Page) => operation.body!.choices ?? [];

/** The values that decide which columns there are. */
const chosen = (page: Page, body: JsonObject): Choices =>
	Object.fromEntries(choicesOf(page).map(({ wire, field }) => [field.name, String(body[wire])]));

const without = (body: JsonObject, page: Page): JsonObject =>
	Object.fromEntries(
		Object.entries(body).filter(([name]) => !choicesOf(page).some(({ wire }) => wire === name)),
	);

/** How a complaint about a column of the item names it. */
const nameOf = ({ path, leaf }: BodyLeaf) =>
	`${'part' in leaf ? leaf.label : leaf.field.displayName} (column \`${path}\`)`;

/** A value as a cell of a spreadsheet has it. */
function cellOf({ leaf }: BodyLeaf, value: unknown): string {
	if ('part' in leaf) return JSON.stringify(value);
	return Array.isArray(value) ? value.join(', ') : String(value);
}

/** The columns of a body, as text. */
function columnsOf(page: Page, body: JsonObject): Record<string, string> {
	const columns = leavesOf(partsOfBody(page), {}).map(
		(leaf) => [leaf, valueOf(body, leaf.path)] as const,
	);
	return Object.fromEntries(
		columns
			.filter(([, value]) => value !== undefined)
			.map(([leaf, value]) => [leaf.path, cellOf(leaf, value)]),
	);
}

/** Every column of the page that a body does not give, with what is not given. */
function emptyColumns(page: Page, body: JsonObject): IDataObject {
	const kinds = [null, '', undefined, ' '];
	const given = columnsOf(page, body);
	const paths = leavesOf(partsOfBody(page), {})
		.map(({ path }) => path)
		.filter((path) => !(path in given));
	return Object.fromEntries(
		paths.map((path, index) => [path, kinds[index % kinds.length]]),
	) as IDataObject;
}

const fields = (page: Page, body: JsonObject, mapper: object): INodeParameters =>
	({
		define: 'fields',
		...chosen(page, body),
		fields: { schema: [], ...mapper },
	}) as INodeParameters;

const byColumns = (page: Page, body: JsonObject, value: object): INodeParameters =>
	fields(page, body, { mappingMode: 'defineBelow', value });
const byItem = (page: Page, body: JsonObject): INodeParameters =>
	fields(page, body, { mappingMode: 'autoMapInputData', value: null });
const byJson = (body: JsonObject): INodeParameters => ({
	define: 'json',
	json: JSON.stringify(body),
});

describe.each(PAGES)('%s.%s', (resource, name, cases) => {
	const page: Page = { resource, operation: findOperation(resources, resource, name) };

	const runWith = async (
		ids: IDataObject,
		how: INodeParameters,
		rows: IDataObject[],
		onError?: Run['onError'],
	): Promise<Outcome> => {
		const parameters = {
			...fixedParameters(page, { ...ids, requestNumber: newNumber('body') }),
			...how,
		};
		return await run({ credential: simulator().credential, parameters, rows, onError });
	};

	/** What WeChat Pay got as a body, but for the brand and the request number. */
	function arrived(): JsonObject {
		const { method, signature, body } = simulator().requests.at(-1)!;
		expect({ method, signature }).toEqual({
			method: page.operation.endpoint.method,
			signature: 'valid',
		});
		const { brand_id, out_request_no, ...rest } = JSON.parse(body.toString()) as JsonObject;
		expect([brand_id, out_request_no]).toEqual([expect.any(String), expect.any(String)]);
		return rest;
	}

	/** Sends a body in this way and looks that just it arrives. */
	async function sends(
		{ body, ids }: Case,
		how: INodeParameters,
		row: IDataObject = {},
	): Promise<void> {
		const { items, error } = await runWith(await ids(), how, [row]);
		expect([error?.message, error?.description]).toEqual([undefined, undefined]);
		expect(items).toHaveLength(1);
		expect(arrived()).toEqual(body);
	}

	/** Looks that what each row gives is refused before any call; what is said of each. */
	async function refusals(one: Case, how: INodeParameters, rows: IDataObject[]): Promise<string[]> {
		if (rows.length === 0) return [];
		const ids = await one.ids();
		const before = simulator().requests.length;
		const { items } = await runWith(ids, how, rows, 'continueRegularOutput');
		expect(simulator().requests).toHaveLength(before);
		return items.map(({ json }) => String(json.error));
	}

	test('has bodies that give every value once', () => {
		const given = new Set(cases.flatMap(({ body }) => Object.keys(columnsOf(page, body))));
		const silent = leavesOf(partsOfBody(page), {}).filter(({ path }) => !given.has(path));
		expect(silent.map(({ path }) => path)).toEqual([]);
	});

	describe.each(cases.map((one, index) => [index, one] as const))('body %i', (_, one) => {
		const { body } = one;

		test('by columns: just what is filled in is sent', async () => {
			await sends(one, byColumns(page, body, columnsOf(page, body)));
			const empty = emptyColumns(page, body);
			await sends(one, byColumns(page, body, { ...empty, ...columnsOf(page, body) }));
		});

		test("by the item's own columns, whatever else is in it", async () => {
			const row = {
				...emptyColumns(page, body),
				...columnsOf(page, body),
				Note: 'x',
				state: 'DONE',
			};
			await sends(one, byItem(page, body), row);
		});

		test('by nested objects of the item, whatever else is in it', async () => {
			const row = { ...without(body, page), Note: 'x', state: 'DONE', create_time: null };
			await sends(one, byItem(page, body), row as IDataObject);
		});

		test('by JSON, as text and as an object', async () => {
			await sends(one, byJson(body));
			await sends(one, { define: 'json', json: '={{ $json.body }}' }, { body } as IDataObject);
		});

		test('a column that the chosen values do not have is refused by its name', async () => {
			const unchosen = unchosenLeaves(partsOfBody(page), chosen(page, body));
			const rows = unchosen.map(({ leaf: { path } }) => ({
				...columnsOf(page, body),
				[path]: '1',
			}));
			expect(await refusals(one, byItem(page, body), rows)).toEqual(
				unchosen.map(({ leaf }) =>
					expect.stringContaining(`${nameOf(leaf)} is given, but belongs to `),
				),
			);
		});

		test('a required column that is missing is named', async () => {
			const required = leavesOf(partsOfBody(page), chosen(page, body)).filter(
				({ isRequired }) => isRequired,
			);
			const rows = required.map(({ path }) => ({ ...columnsOf(page, body), [path]: '' }));
			expect(await refusals(one, byItem(page, body), rows)).toEqual(
				required.map((leaf) => `${nameOf(leaf)} is missing`),
			);
		});
	});

	test.each(cases)('a complaint of JSON names the path: body %#', async (one) => {
		const leaves = leavesOf(partsOfBody(page), chosen(page, one.body)).filter(
			({ path }) => valueOf(one.body, path) !== undefined,
		);
		const rows = leaves.map(({ path, leaf }) => {
			const body = structuredClone(one.body) as IDataObject;
			setAt(body, path.split('.'), 'part' in leaf ? [{ stranger: 1 }] : [{ a: 1 }]);
			return { body };
		});
		expect(await refusals(one, { define: 'json', json: '={{ $json.body }}' }, rows)).toEqual(
			leaves.map(({ path, leaf }) =>
				expect.stringContaining('part' in leaf ? `${path}[0].stranger ` : `${path} `),
			),
		);
	});
});

describe('the answer of Get, Simplify off', () => {
	const get = async (resource: string, ids: IDataObject): Promise<IDataObject> => {
		const { items, error } = await run({
			credential: simulator().credential,
			parameters: fixedParameters(
				{ resource, operation: findOperation(resources, resource, 'get') },
				ids,
			),
		});
		expect(error?.message).toBeUndefined();
		return items[0]!.json;
	};

	const created = (): JsonObject => {
		const { brand_id, out_request_no, ...body } = JSON.parse(
			String(simulator().requests.at(-1)!.body),
		) as JsonObject;
		expect([brand_id, typeof out_request_no]).toEqual([BRANDS.coffee, 'string']);
		return body;
	};

	const coupons = NEW_COUPONS.filter(({ stock }) => stock).map(
		(coupon, index) => [index, coupon] as const,
	);

	test.each(coupons)('makes a copy of coupon %i and of its stock', async (_, coupon) => {
		const { product_coupon_id, stock } = await ask('productCoupon.create', {
			...coupon,
			brand_id: BRANDS.coffee,
			out_request_no: newNumber('create'),
		});
		const ids = { brandId: BRANDS.coffee, productCouponId: product_coupon_id as string };
		const { stock_id } = stock as { stock_id: string };
		const row = {
			...(await get('productCoupon', ids)),
			stock: await get('productCouponStock', { ...ids, stockId: stock_id }),
		};
		const copy = (purpose: string) => ({
			fields: { mappingMode: 'autoMapInputData', value: null },
			options: { requestNumber: newNumber(purpose) },
		});
		const brandId = '={{ $json.brand_id }}';

		const copied = await run({
			credential: simulator().credential,
			rows: [row],
			parameters: {
				...copy('copy'),
				resource: 'productCoupon',
				operation: 'create',
				brandId,
				scope: '={{ $json.scope }}',
				type: '={{ $json.type }}',
				usageMode: '={{ $json.usage_mode }}',
			},
		});
		expect(copied.error?.message).toBeUndefined();
		expect(created()).toEqual(coupon);
		expect(copied.items[0]?.json.product_coupon_id).not.toBe(product_coupon_id);

		const another = await run({
			credential: simulator().credential,
			rows: [row],
			parameters: {
				...copy('stock'),
				resource: 'productCouponStock',
				operation: 'create',
				brandId,
				productCouponId: '={{ $json.product_coupon_id }}',
			},
		});
		expect(another.error?.message).toBeUndefined();
		expect(created()).toEqual({ stock: coupon['stock'] });
		expect(another.items[0]?.json).toMatchObject({ product_coupon_id });
		expect(another.items[0]?.json.stock_id).not.toBe(stock_id);
	});
});
