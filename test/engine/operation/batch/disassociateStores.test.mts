import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Fault, JsonObject } from '../../../simulator/index.mts';
import { BRANDS, FIRST_STORES, PRODUCT_COUPONS, STOCKS } from '../../../simulator/shop.mts';
import { run } from '../../helpers/engine.mts';
import { useSimulator } from '../../helpers/useSimulator.mts';

const simulator = useSimulator();

const disassociate = {
	resource: 'productCouponStock',
	operation: 'disassociateStores',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
	stockId: STOCKS.manyStores,
	storeIds: '={{ $json.store_id }}',
};

const ids = {
	product_coupon_id: PRODUCT_COUPONS.effective,
	stock_id: STOCKS.manyStores,
	brand_id: BRANDS.coffee,
};

const off = { disassociated: true, change: 'disassociated', ...ids };
/** It was off before. */
const wasOff = {
	disassociated: true,
	change: 'none',
	code: 'INVALID_REQUEST',
	message: '门店未关联该批次',
	...ids,
};
/** WeChat Pay does not know it: a mistyped ID comes out so. */
const FOREIGN = '门店ID非法或不属于当前品牌';
const notOnStock = (storeId: string) =>
	`Store ${storeId} is not associated with the stock (WeChat Pay: INVALID_REQUEST “${FOREIGN}”)`;

const store = (index: number) => String(Number(FIRST_STORES.coffee) + index);
const rows = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ store_id: store(index) }));
const associated = () =>
	simulator().shop.associatedStores(PRODUCT_COUPONS.effective, STOCKS.manyStores);
const sentStores = () =>
	simulator()
		.requests.filter(({ method }) => method === 'POST')
		.map(({ body }) =>
			(JSON.parse(body.toString()) as { store_list: IDataObject[] }).store_list.map(
				({ store_id }) => store_id,
			),
		);
const listings = () => simulator().requests.filter(({ method }) => method === 'GET');

type Answer = Extract<Fault, { kind: 'answer' }>;
/** WeChat Pay refuses the first store of all and does nothing for it. */
const refuseFirst: Answer = {
	kind: 'answer',
	change: (answer) => {
		const { total_count, success_store_list, failed_store_list } = answer;
		const [first, ...others] = success_store_list as Array<{ store_id: string }>;
		if (first?.store_id !== store(0)) return answer;
		const refusal = { ...first, code: 'INVALID_REQUEST', message: '门店状态异常' };
		const refused = [refusal, ...((failed_store_list ?? []) as JsonObject[])];
		return { total_count, success_store_list: others, failed_store_list: refused } as JsonObject;
	},
};

/** The next list that WeChat Pay gives has this store and no other. */
function listOnly(storeId: string): void {
	const change = () => ({ total_count: 1, store_list: [{ store_id: storeId }] });
	simulator().misbehave({ kind: 'answer', change }, { method: 'GET' });
}

describe('Product Coupon Stock: Disassociate Stores', () => {
	test('takes 1,000 rows off in 5 calls and answers every row', async () => {
		const { items, error } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(1000),
		});
		expect(error).toBeUndefined();
		expect(items).toEqual(
			rows(1000).map(({ store_id }, item) => ({
				json: { store_id, ...off },
				pairedItem: { item },
			})),
		);
		expect(Object.keys(items[0]?.json ?? {}).slice(0, 3)).toEqual([
			'store_id',
			'disassociated',
			'change',
		]);
		expect(simulator().requests).toHaveLength(5);
		expect(simulator().requests.every(({ signature }) => signature === 'valid')).toBe(true);
		expect(sentStores().map((stores) => stores.length)).toEqual([200, 200, 200, 200, 200]);
		expect(associated()).toHaveLength(2000);
		expect(associated()).not.toContain(store(999));
	});

	test('sends the brand in the body and nothing in the query', async () => {
		await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(2),
		});
		expect(simulator().requests).toMatchObject([
			{
				method: 'POST',
				url: `/v3/marketing/partner/product-coupon/product-coupons/${PRODUCT_COUPONS.effective}/stocks/${STOCKS.manyStores}/disassociate-stores`,
			},
		]);
		expect(simulator().requests[0]?.body.toString()).toBe(
			`{"brand_id":"${BRANDS.coffee}","store_list":[{"store_id":"${store(0)}"},{"store_id":"${store(1)}"}]}`,
		);
		expect(simulator().requests[0]?.headers['content-type']).toMatch(/^application\/json/);
	});

	test('takes one ID, a number, a list, and text with all that may stand between', async () => {
		const given = [
			store(0),
			Number(store(1)),
			[store(2), Number(store(3))],
			`${store(4)}, ${store(5)}\n${store(6)} ${store(7)}，${store(8)}`,
			`${store(9)};${store(10)}；${store(11)}|${store(12)}`,
			JSON.stringify([store(13), Number(store(14))]),
		];
		const { items } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: given.map((store_id) => ({ store_id })),
		});
		expect(items.map(({ json, pairedItem }) => [json.store_id, pairedItem])).toEqual([
			[store(0), { item: 0 }],
			[store(1), { item: 1 }],
			[store(2), { item: 2 }],
			[store(3), { item: 2 }],
			...[4, 5, 6, 7, 8].map((index) => [store(index), { item: 3 }]),
			...[9, 10, 11, 12].map((index) => [store(index), { item: 4 }]),
			...[13, 14].map((index) => [store(index), { item: 5 }]),
		]);
		expect(sentStores()).toEqual([Array.from({ length: 15 }, (_, index) => store(index))]);
	});

	test('sends an ID that the sheet gives twice once and answers both rows', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: [...rows(3), { store_id: store(1) }],
		});
		expect(sentStores()).toEqual([[store(0), store(1), store(2)]]);
		expect(items.map(({ json }) => [json.store_id, json.disassociated])).toEqual([
			[store(0), true],
			[store(1), true],
			[store(2), true],
			[store(1), true],
		]);
	});

	test('makes calls for every stock of every brand in one sheet', async () => {
		const noodles = simulator().shop.associatedStores(
			PRODUCT_COUPONS.noodlesEffective,
			STOCKS.noodles,
		);
		const { items } = await run({
			credential: simulator().credential,
			parameters: {
				...disassociate,
				brandId: '={{ $json.brand }}',
				productCouponId: '={{ $json.coupon }}',
				stockId: '={{ $json.stock }}',
			},
			rows: [0, 1].flatMap((index) => [
				{
					brand: BRANDS.coffee,
					coupon: PRODUCT_COUPONS.effective,
					stock: STOCKS.manyStores,
					store_id: store(index),
				},
				{
					brand: BRANDS.noodles,
					coupon: PRODUCT_COUPONS.noodlesEffective,
					stock: STOCKS.noodles,
					store_id: noodles[index],
				},
			]),
		});
		expect(simulator().requests).toHaveLength(2);
		// Calls of two stocks are made side by side, and either may arrive first.
		expect(sentStores().sort()).toEqual([[store(0), store(1)], noodles.slice(0, 2)].sort());
		expect(items.map(({ json, pairedItem }) => [json.store_id, json.brand_id, pairedItem])).toEqual(
			[
				[store(0), BRANDS.coffee, { item: 0 }],
				[noodles[0], BRANDS.noodles, { item: 1 }],
				[store(1), BRANDS.coffee, { item: 2 }],
				[noodles[1], BRANDS.noodles, { item: 3 }],
			],
		);
	});

	describe('a refused store that is still on the stock', () => {
		const refused = store(0);
		const refusal = {
			error: expect.stringMatching(/\(WeChat Pay: INVALID_REQUEST “门店状态异常”\)$/),
			details: {
				store_id: refused,
				...ids,
				code: 'INVALID_REQUEST',
				message: '门店状态异常',
				description: expect.stringMatching(/^[A-Z].{15,}\.$/),
				outcome: 'refused',
				request_id: expect.stringMatching(/^\w+-\d+$/),
			},
		};

		/** The list of WeChat Pay has the store that was refused. */
		const stillThere = () => {
			simulator().misbehave(refuseFirst, { method: 'POST' });
			listOnly(refused);
		};

		test('is an error item in the output with On Error: Continue', async () => {
			stillThere();
			const { items, error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: rows(3),
				onError: 'continueRegularOutput',
			});
			expect(error).toBeUndefined();
			expect(items).toEqual([
				{ json: refusal, pairedItem: { item: 0 } },
				{ json: { store_id: store(1), ...off }, pairedItem: { item: 1 } },
				{ json: { store_id: store(2), ...off }, pairedItem: { item: 2 } },
			]);
			expect(listings()).toHaveLength(1);
		});

		test('goes to the error branch, with its input row, with Continue (using error output)', async () => {
			stillThere();
			const { items, errorItems } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: rows(3).map((row, index) => ({ ...row, store_name: `店 ${index}` })),
				onError: 'continueErrorOutput',
			});
			expect(items.map(({ json }) => json.store_id)).toEqual([store(1), store(2)]);
			expect(errorItems.map(({ json }) => json)).toEqual([
				{ store_id: refused, store_name: '店 0', ...refusal },
			]);
		});

		test('stops the workflow with one message that counts and names it, after all calls were made', async () => {
			stillThere();
			// Either of the two calls may be the first to arrive.
			simulator().misbehave(refuseFirst, { method: 'POST' });
			const { items, error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: rows(301),
			});
			expect(items).toEqual([]);
			expect(error?.message).toMatch(
				new RegExp(
					`^300 of 301 stores were disassociated, 1 refused\\. The first that was not: store ${refused}: .*“门店状态异常”\\) \\[item 0\\]$`,
				),
			);
			expect(error?.description).toMatch(/safe.*Request-ID: \w+-\d+$/);
			expect(sentStores()).toHaveLength(2);
			expect(associated()).toHaveLength(2699);
		});

		test('is told apart from those that were not on the stock and those that cannot be read', async () => {
			stillThere();
			const { hints, errorItems } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: [...rows(3), { store_id: FIRST_STORES.noodles }, { store_id: '#N/A' }],
				onError: 'continueErrorOutput',
			});
			expect(hints).toEqual([
				expect.stringContaining(
					'2 of 5 stores were disassociated, 1 were not on the stock, 1 refused, 1 row unreadable.',
				),
			]);
			expect(errorItems).toHaveLength(2);
		});
	});

	describe('a refused store that is not on the stock', () => {
		const foreign = FIRST_STORES.noodles;
		const mixed = [{ store_id: store(0) }, { store_id: foreign }, { store_id: store(1) }];

		test('is off, which is what was wanted, and keeps the words of WeChat Pay', async () => {
			const { items, error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: mixed,
			});
			expect(error).toBeUndefined();
			expect(items).toEqual([
				{ json: { store_id: store(0), ...off }, pairedItem: { item: 0 } },
				{ json: { store_id: foreign, ...wasOff, message: FOREIGN }, pairedItem: { item: 1 } },
				{ json: { store_id: store(1), ...off }, pairedItem: { item: 2 } },
			]);
			// 2,998 stores are left: 15 pages, once.
			expect(listings()).toHaveLength(15);
		});

		test('is looked up once for each stock, however many were refused', async () => {
			const { items } = await run({
				credential: simulator().credential,
				parameters: { ...disassociate, stockId: '={{ $json.stock }}' },
				rows: [STOCKS.stores200, STOCKS.stores201].flatMap((stock) =>
					Array.from({ length: 450 }, (_, index) => ({
						stock,
						store_id: String(Number(foreign) + index),
					})),
				),
			});
			expect(items).toHaveLength(900);
			expect(items.every(({ json }) => json.change === 'none')).toBe(true);
			expect(sentStores()).toHaveLength(6);
			expect(listings()).toHaveLength(1 + 2);
		});

		test('fails when Not on Stock is Error', async () => {
			const { items, hints } = await run({
				credential: simulator().credential,
				parameters: { ...disassociate, options: { notOnStock: 'error' } },
				rows: mixed,
				onError: 'continueRegularOutput',
			});
			expect(items).toEqual([
				{ json: { store_id: store(0), ...off }, pairedItem: { item: 0 } },
				{
					json: {
						error: notOnStock(foreign),
						details: {
							store_id: foreign,
							...ids,
							code: 'NOT_ON_STOCK',
							message: notOnStock(foreign),
							description: expect.stringContaining('Not on Stock'),
							outcome: 'notOnStock',
							request_id: '',
						},
					},
					pairedItem: { item: 1 },
				},
				{ json: { store_id: store(1), ...off }, pairedItem: { item: 2 } },
			]);
			expect(hints).toEqual([
				expect.stringContaining('2 of 3 stores were disassociated, 1 were not on the stock.'),
			]);
		});

		test('stops the workflow when Not on Stock is Error, named', async () => {
			const { error } = await run({
				credential: simulator().credential,
				parameters: { ...disassociate, options: { notOnStock: 'error' } },
				rows: mixed,
			});
			expect(error?.message).toBe(
				`2 of 3 stores were disassociated, 1 were not on the stock. The first that was not: ${notOnStock(foreign)} [item 1]`,
			);
		});

		test('no decision rests on the words of WeChat Pay', async () => {
			simulator().misbehave({
				kind: 'answer',
				change: (body) => ({
					...body,
					failed_store_list: [{ store_id: foreign, code: 'WHATEVER', message: 'something new' }],
				}),
			});
			const { items } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: mixed,
			});
			expect(items[1]?.json).toEqual({
				store_id: foreign,
				...wasOff,
				code: 'WHATEVER',
				message: 'something new',
			});
		});
	});

	describe('a second run', () => {
		test('of a clean-up is as good as the first', async () => {
			const what = {
				credential: simulator().credential,
				parameters: disassociate,
				rows: rows(450),
			};
			const first = await run(what);
			const second = await run(what);
			expect(second.error).toBeUndefined();
			expect(second.items.map(({ json }) => json)).toEqual(
				rows(450).map((row) => ({ ...row, ...wasOff })),
			);
			expect(first.hints[0]).toContain('450 of 450 stores were disassociated.');
			expect(second.hints[0]).toContain(
				'0 of 450 stores were disassociated, 450 were not on the stock.',
			);
		});

		test.each(['continueRegularOutput', 'continueErrorOutput', 'stopWorkflow'] as const)(
			'by Retry On Fail tells what is true, with On Error %s',
			async (onError) => {
				// The first call fails for the first store; everything works the second time.
				simulator().misbehave(refuseFirst, { method: 'POST' });
				simulator().misbehave(
					{ kind: 'status', status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' },
					{ method: 'GET' },
				);
				const { items, errorItems, error } = await run({
					credential: simulator().credential,
					parameters: disassociate,
					rows: rows(3),
					onError,
					maxTries: 2,
				});
				expect(error).toBeUndefined();
				expect(errorItems).toEqual([]);
				expect(items.map(({ json }) => [json.store_id, json.disassociated])).toEqual(
					rows(3).map(({ store_id }) => [store_id, true]),
				);
				expect(sentStores()).toHaveLength(2);
			},
		);

		test('by Retry On Fail leaves no store refused that is off', async () => {
			const { items, errorItems } = await run({
				credential: simulator().credential,
				parameters: { ...disassociate, options: { notOnStock: 'done' } },
				rows: [{ store_id: '#N/A' }, ...rows(2)],
				onError: 'continueErrorOutput',
				maxTries: 2,
			});
			expect(items.map(({ json }) => json)).toEqual(rows(2).map((row) => ({ ...row, ...wasOff })));
			expect(errorItems).toMatchObject([{ json: { details: { outcome: 'notSent' } } }]);
			expect(sentStores()).toHaveLength(2);
		});
	});

	describe('Dry Run', () => {
		const dry = { ...disassociate, options: { dryRun: true } };

		test('says what would happen and changes nothing', async () => {
			const before = associated();
			const { items, hints } = await run({
				credential: simulator().credential,
				parameters: dry,
				rows: [...rows(2), { store_id: FIRST_STORES.noodles }, { store_id: '#N/A' }],
				onError: 'continueRegularOutput',
			});
			const wouldBe = { dryRun: true, change: 'disassociated', ...ids };
			expect(items).toEqual([
				{ json: { store_id: store(0), ...wouldBe }, pairedItem: { item: 0 } },
				{ json: { store_id: store(1), ...wouldBe }, pairedItem: { item: 1 } },
				{
					json: { store_id: FIRST_STORES.noodles, ...wouldBe, change: 'none' },
					pairedItem: { item: 2 },
				},
				{ json: expect.objectContaining({ error: expect.any(String) }), pairedItem: { item: 3 } },
			]);
			expect(Object.keys(items[0]?.json ?? {}).slice(0, 3)).toEqual([
				'store_id',
				'dryRun',
				'change',
			]);
			expect(simulator().requests.every(({ method }) => method === 'GET')).toBe(true);
			expect(associated()).toEqual(before);
			expect(hints).toEqual([
				expect.stringContaining(
					'Dry run: 2 of 4 stores would be disassociated, 1 were not on the stock, 1 row unreadable.',
				),
			]);
		});

		test.each(['true', ' TRUE '])('is on when it is given as %p', async (given) => {
			await run({
				credential: simulator().credential,
				parameters: { ...disassociate, options: { dryRun: given } },
				rows: rows(1),
			});
			expect(sentStores()).toEqual([]);
			expect(listings().length).toBeGreaterThan(0);
		});

		test.each([1, 'yes', null, ''])('nothing is done when it is given as %p', async (given) => {
			const { items } = await run({
				credential: simulator().credential,
				parameters: { ...disassociate, options: { dryRun: given } },
				rows: rows(1),
				onError: 'continueRegularOutput',
			});
			expect(items).toMatchObject([
				{
					json: {
						error: expect.stringMatching(/^Dry Run /),
						details: { store_id: store(0), outcome: 'notSent' },
					},
				},
			]);
			expect(simulator().requests).toEqual([]);
		});

		test('of some rows does the others', async () => {
			const { items } = await run({
				credential: simulator().credential,
				parameters: { ...disassociate, options: { dryRun: '={{ $json.dry }}' } },
				rows: rows(4).map((row, index) => ({ ...row, dry: index % 2 === 0 })),
			});
			expect(items.map(({ json }) => [json.dryRun, json.disassociated])).toEqual([
				[true, undefined],
				[undefined, true],
				[true, undefined],
				[undefined, true],
			]);
			expect(sentStores()).toEqual([[store(1), store(3)]]);
		});

		test('fails where the real run would, when the list cannot be read', async () => {
			const { items } = await run({
				credential: simulator().credential,
				parameters: { ...dry, stockId: STOCKS.expired },
				rows: rows(1),
				onError: 'continueRegularOutput',
			});
			expect(items).toMatchObject([
				{ json: { details: { store_id: store(0), code: 'INVALID_REQUEST', outcome: 'refused' } } },
			]);
		});
	});

	test('does not call a store done that the answer does not mention and the list has', async () => {
		simulator().misbehave(
			{
				kind: 'answer',
				change: (body) => ({
					...body,
					success_store_list: (body.success_store_list as JsonObject[]).slice(1),
				}),
			},
			{ method: 'POST' },
		);
		listOnly(store(0));
		const { items } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(2),
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{ json: { details: { store_id: store(0), code: 'NOT_IN_ANSWER', outcome: 'refused' } } },
			{ json: { store_id: store(1), disassociated: true } },
		]);
	});

	test('does not call a store done that the answer has in both lists', async () => {
		simulator().misbehave(
			{
				kind: 'answer',
				change: (body) => ({
					...body,
					failed_store_list: [
						{ store_id: store(0), code: 'INVALID_REQUEST', message: '门店状态异常' },
					],
				}),
			},
			{ method: 'POST' },
		);
		listOnly(store(0));
		const { items } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(1),
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([{ json: { details: { outcome: 'refused' } } }]);
	});

	test('answers every store of a call that failed as a whole, and keeps the other calls', async () => {
		simulator().misbehave(
			{ kind: 'status', status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' },
			{ skip: 1 },
		);
		const { items, errorItems } = await run({
			credential: simulator().credential,
			parameters: disassociate,
			rows: rows(600),
			onError: 'continueErrorOutput',
		});
		expect(items).toHaveLength(400);
		// Which of the three calls arrives second is not known.
		const [refused] = [0, 200, 400].filter((index) => associated().includes(store(index)));
		const stores = Array.from({ length: 200 }, (_, index) => store(refused! + index));
		expect(errorItems.map(({ json }) => json.store_id)).toEqual(stores);
		expect(errorItems[0]?.json).toMatchObject({
			error: expect.stringContaining('NO_AUTH “缺少业务相关权限”'),
			details: {
				store_id: stores[0],
				...ids,
				code: 'NO_AUTH',
				message: '缺少业务相关权限',
				outcome: 'refused',
			},
		});
		expect(associated()).toHaveLength(2600);
	});

	describe('a row that cannot be read', () => {
		const blank = [{ store_id: store(0) }, { store_id: '  ' }, { store_id: store(1) }];

		test('is an error item; the others are done', async () => {
			const { items } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: blank,
				onError: 'continueRegularOutput',
			});
			expect(items).toEqual([
				{ json: { store_id: store(0), ...off }, pairedItem: { item: 0 } },
				{
					json: {
						error: 'Store IDs is empty',
						details: {
							store_id: '',
							...ids,
							code: 'INVALID_INPUT',
							message: 'Store IDs is empty',
							description: 'Fill it in, or leave out the row.',
							outcome: 'notSent',
							request_id: '',
						},
					},
					pairedItem: { item: 1 },
				},
				{ json: { store_id: store(1), ...off }, pairedItem: { item: 2 } },
			]);
			expect(sentStores()).toEqual([[store(0), store(1)]]);
		});

		test('stops the workflow before any call', async () => {
			const { error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: blank,
			});
			expect(error?.message).toBe(
				'1 of 3 rows cannot be read, so nothing was sent. The first: Store IDs is empty [item 1]',
			);
			expect(simulator().requests).toEqual([]);
		});

		test('says that nothing was done when no row can be read', async () => {
			const { error } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: [{ store_id: null }, {}],
			});
			expect(error?.message).toBe(
				'2 of 2 rows cannot be read, so nothing was sent. The first: Store IDs has an expression that gives nothing [item 0]',
			);
			expect(error?.description).toMatch(/^Check the name of the column.*nothing was changed\.$/);
			expect(simulator().requests).toEqual([]);
		});
	});

	describe('a cell with several stores', () => {
		test('loses the bad one alone, by its name', async () => {
			const stores = Array.from({ length: 200 }, (_, index) => store(index));
			const cell = [...stores.slice(0, 100), '1.2E+17', ...stores.slice(100)].join(', ');
			const { items } = await run({
				credential: simulator().credential,
				parameters: disassociate,
				rows: [{ store_id: cell }],
				onError: 'continueRegularOutput',
			});
			expect(items).toHaveLength(201);
			expect(items.filter(({ json }) => json.disassociated === true)).toHaveLength(200);
			expect(items[100]).toMatchObject({
				json: {
					error: 'Store IDs is a rounded number: “1.2E+17”',
					details: { store_id: '1.2E+17', ...ids, outcome: 'notSent' },
				},
				pairedItem: { item: 0 },
			});
			expect(sentStores()).toEqual([stores]);
		});

		test('has a row for each of them when another value of the row cannot be used', async () => {
			const { items, errorItems } = await run({
				credential: simulator().credential,
				parameters: { ...disassociate, brandId: '={{ $json.brand }}' },
				rows: [{ store_id: `${store(0)} ${store(1)}`, brand: '' }],
				onError: 'continueErrorOutput',
			});
			expect(items).toEqual([]);
			expect(errorItems.map(({ json }) => json.details)).toMatchObject(
				[store(0), store(1)].map((store_id) => ({
					store_id,
					message: 'Brand ID is empty',
					outcome: 'notSent',
				})),
			);
		});
	});

	test('counts what is not known when answers stay away', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { skip: 1, method: 'POST' });
		simulator().misbehave(
			{ kind: 'status', status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' },
			{ method: 'GET' },
		);
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...disassociate, options: { maxRetries: 0 } },
			rows: rows(250),
		});
		expect(error?.message).toMatch(
			/^(50|200) of 250 stores were disassociated, of (200|50) it is not known\. /,
		);
	});
});
