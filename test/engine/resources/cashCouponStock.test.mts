import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { newCashCouponStock } from '../../simulator/cashCouponExamples.mts';
import { OPENID } from '../../simulator/examples.mts';
import { CASH_COUPON_STOCKS, FOREIGN_MCHID, MCHID } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { LOST_AFTER_WORK } from '../helpers/lostAfterWork.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { timeoutFor } from '../helpers/timeoutFor.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const { running, paused, stopped, unactivated, manyMembers, foreign } = CASH_COUPON_STOCKS;

const runStock = async (operation: string, parameters: INodeParameters) =>
	await run({
		credential: simulator().credential,
		parameters: { resource: 'cashCouponStock', operation, ...parameters },
	});

/** What comes out of an operation that works. */
async function done(operation: string, parameters: INodeParameters): Promise<IDataObject[]> {
	const { items, error } = await runStock(operation, parameters);
	expect(error?.message).toBeUndefined();
	return items.map(({ json }) => json);
}

const statusOf = (stockId: unknown) =>
	simulator().shop.cashCouponStock(String(stockId))?.answer.status;
const sent = () => simulator().requests.map(({ method, path }) => `${method} ${path}`);

/** What pages were asked for, which are read side by side, in the order of their numbers. */
const asked = () =>
	simulator()
		.requests.map(({ query }) => query)
		.sort((one, other) => Number(one.offset) - Number(other.offset));

/** The columns of a new stock. */
function columnsOf(body: object, prefix = ''): IDataObject {
	return Object.fromEntries(
		Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
			typeof value === 'object' && value !== null && !Array.isArray(value)
				? Object.entries(columnsOf(value, `${prefix}${name}.`))
				: [[prefix + name, value]],
		),
	) as IDataObject;
}

describe('A stock of cash coupons', () => {
	test('is created, started, sent, paused, restarted and stopped', async () => {
		const { out_request_no, stock_type, ...body } = newCashCouponStock();
		const [created] = await done('create', {
			stockType: String(stock_type),
			fields: { mappingMode: 'defineBelow', value: columnsOf(body) } as INodeParameters,
			options: { requestNumber: String(out_request_no) },
		});
		const stockId = String(created?.stock_id);
		expect(created).toEqual({
			stock_id: expect.stringMatching(/^\d+$/),
			create_time: expect.stringMatching(/^\d{4}-/),
			out_request_no,
		});
		expect(JSON.parse(String(simulator().requests[0]?.body))).toEqual({
			...body,
			stock_type,
			out_request_no,
		});
		expect(statusOf(stockId)).toBe('unactivated');

		expect(await done('start', { stockId })).toEqual([
			{ start_time: expect.any(String), stock_id: stockId, change: 'started' },
		]);
		const send = async (requestNumber = '') =>
			await run({
				credential: simulator().credential,
				parameters: {
					...{ resource: 'cashCoupon', operation: 'send' },
					...{ openid: OPENID, stockId, appid: 'wx4fd12345678' },
					options: { requestNumber },
				},
			});
		const { items } = await send();
		expect(items[0]?.json).toEqual({
			coupon_id: expect.any(String),
			out_request_no: expect.stringMatching(/^[0-9a-f]{32}$/),
		});

		expect(await done('pause', { stockId })).toMatchObject([{ change: 'paused' }]);
		expect((await send('second')).error?.message).toContain('INVALID_REQUEST “活动已结束或未激活”');
		expect(await done('restart', { stockId })).toMatchObject([{ change: 'restarted' }]);
		expect((await send('second')).error).toBeUndefined();
		expect(await done('stop', { stockId })).toMatchObject([{ change: 'stopped' }]);
		expect(await done('get', { stockId })).toMatchObject([
			{ stock_id: stockId, status: 'stoped', distributed_coupons: 2 },
		]);
	});

	test('belongs to the merchant of the credential when no owner is given', async () => {
		const { out_request_no, stock_type, belong_merchant, ...body } = newCashCouponStock();
		for (const define of [{ define: 'json', json: JSON.stringify({ ...body, stock_type }) }, {}]) {
			const [created] = await done('create', {
				fields: { mappingMode: 'defineBelow', value: columnsOf(body) } as INodeParameters,
				options: { requestNumber: `${String(out_request_no)}_${Object.keys(define).length}` },
				...define,
			});
			expect(statusOf(created?.stock_id)).toBe('unactivated');
		}
		const bodies = simulator().requests.map(({ body: sent }) => JSON.parse(String(sent)) as object);
		expect(bodies).toMatchObject([{ belong_merchant }, { belong_merchant }]);
		expect(belong_merchant).toBe(MCHID);
	});

	test.each<[string, (body: object) => INodeParameters]>([
		[
			'columns',
			(body) => ({ fields: { mappingMode: 'defineBelow', value: columnsOf(body) } }) as never,
		],
		[
			'JSON',
			(body) => ({ define: 'json', json: JSON.stringify({ stock_type: 'NORMAL', ...body }) }),
		],
	])('whose budget is not amount times number is refused before a call: %s', async (_, given) => {
		const body = Object.fromEntries(
			Object.entries(newCashCouponStock()).filter(([name]) => !/^(stock_type|out_)/.test(name)),
		);
		const rule = { ...(body.stock_use_rule as IDataObject), max_amount: 9900 };
		const { error } = await runStock('create', given({ ...body, stock_use_rule: rule }));
		expect(error).toMatchObject({
			message:
				'Budget (Fen) is 9900, but Coupon Amount (Fen) times Max Coupons is 100 × 100 = 10000 [item 0]',
			description: expect.stringContaining('the budget must be just that product') as unknown,
		});
		expect(sent()).toEqual([]);
	});

	test.each([
		['start', running],
		['pause', paused],
		['restart', running],
		['stop', stopped],
	])('that is already as %s would make it is told as that', async (operation, stockId) => {
		const before = statusOf(stockId);
		expect(await done(operation, { stockId })).toEqual([
			{ stock_id: stockId, stock_creator_mchid: MCHID, change: 'none' },
		]);
		expect(statusOf(stockId)).toBe(before);
		expect(sent()).toEqual([
			`POST /v3/marketing/favor/stocks/${stockId}/${operation}`,
			`GET /v3/marketing/favor/stocks/${stockId}`,
		]);
	});

	test.each([
		['pause', stopped],
		['restart', unactivated],
		['start', stopped],
	])('on which %s is impossible fails in the words of WeChat Pay', async (operation, stockId) => {
		const { items, error } = await runStock(operation, { stockId });
		expect(items).toEqual([]);
		expect(error?.message).toContain('INVALID_REQUEST “批次当前状态不支持此操作”');
	});

	test('that does not exist is not looked up', async () => {
		const { error } = await runStock('pause', { stockId: '1' });
		expect(error?.message).toContain('There is no stock 1');
		expect(sent()).toHaveLength(1);
	});

	test('is that of the creator, the merchant of the credential when none is given', async () => {
		await done('pause', { stockId: running });
		const { error } = await runStock('get', {
			stockId: foreign,
			stockCreatorMerchantId: FOREIGN_MCHID,
		});
		expect(error).toBeUndefined();
		expect(JSON.parse(String(simulator().requests[0]?.body))).toEqual({
			stock_creator_mchid: MCHID,
		});
		expect(simulator().requests[1]?.query).toEqual({ stock_creator_mchid: FOREIGN_MCHID });
	});
});

describe('A change whose answer was lost', () => {
	test.each(LOST_AFTER_WORK)(
		'$kind: the repeat is refused, and the stock shows that it is done, not by whom',
		async (fault) => {
			simulator().misbehave(fault, { method: 'POST' });
			expect(await done('pause', { stockId: running, options: timeoutFor(fault) })).toEqual([
				{ stock_id: running, stock_creator_mchid: MCHID, change: 'unknown' },
			]);
			expect(sent()).toHaveLength(3);
		},
	);

	test.each([
		['was made', running, 'resetAfterWork'],
		['was made before by somebody else', paused, 'resetBeforeWork'],
	] as const)('and that %s comes out the same without a repeat', async (_, stockId, kind) => {
		simulator().misbehave({ kind }, { method: 'POST' });
		const rows = await done('pause', { stockId, options: { maxRetries: 0 } });
		expect(rows).toMatchObject([{ change: 'unknown' }]);
	});

	test('and that was not made is told as not done', async () => {
		simulator().misbehave({ kind: 'resetBeforeWork' }, { method: 'POST' });
		const { error } = await runStock('pause', { stockId: running, options: { maxRetries: 0 } });
		expect(error?.message).toBe(
			'It was not done, as a look at the stock shows: The connection to WeChat Pay was lost [item 0]',
		);
		expect(statusOf(running)).toBe('running');
	});

	test('stays unknown when the stock cannot be looked at', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { times: Infinity });
		const { items } = await run({
			credential: simulator().credential,
			parameters: {
				...{ resource: 'cashCouponStock', operation: 'pause', stockId: running },
				options: { maxRetries: 0 },
			},
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{ json: { details: { stock_id: running, outcome: 'unknown', code: 'ECONNRESET' } } },
		]);
	});
});

describe('Cash Coupon Stock: Get Many', () => {
	test('reads all pages of ten, each stock once', async () => {
		const rows = await done('getAll', { returnAll: true });
		const own = simulator().shop.cashCouponStocks(MCHID);
		expect(own.length).toBeGreaterThan(20);
		expect(rows.map(({ stock_id }) => stock_id)).toEqual(own.map(({ answer }) => answer.stock_id));
		expect(asked()).toEqual(
			['0', '1', '2'].map((offset) => ({ stock_creator_mchid: MCHID, offset, limit: '10' })),
		);
	});

	test('by state and time of creation, up to a limit', async () => {
		const filters = { status: 'paused', createStartTime: '2026-10-05T00:00:00+08:00' };
		const rows = await done('getAll', { limit: 3, filters });
		expect(rows.map(({ status }) => status)).toEqual(['paused', 'paused', 'paused']);
	});
});

describe('What a stock is for', () => {
	test.each([
		['getItems', 'goods_id', 250, 100],
		['getMerchants', 'mchid', 120, 50],
	])('%s: every %s once, with the IDs of the stock', async (operation, name, count, size) => {
		const rows = await done(operation, { stockId: manyMembers, returnAll: true });
		expect(rows).toHaveLength(count);
		expect(new Set(rows.map((row) => row[name])).size).toBe(count);
		expect(rows[0]).toEqual({
			[name]: expect.any(String),
			stock_id: manyMembers,
			stock_creator_mchid: MCHID,
		});
		expect(asked()).toEqual(
			['0', '1', '2'].map((offset) => ({
				stock_creator_mchid: MCHID,
				offset,
				limit: String(size),
			})),
		);
	});

	test.each([{ returnAll: true }, { limit: 50 }, { limit: 1 }])(
		'a first page that is refused once makes a refused list, not one without it: %j',
		async (wanted: INodeParameters) => {
			const refusal = {
				kind: 'status',
				status: 400,
				code: 'PARAM_ERROR',
				message: '参数错误',
			} as const;
			simulator().misbehave(refusal);
			const { items, error } = await runStock('getMerchants', { stockId: manyMembers, ...wanted });
			expect(items).toEqual([]);
			expect(error?.message).toContain('PARAM_ERROR “参数错误”');
		},
	);

	test('goods are added and deleted in one call', async () => {
		const additionalFields = {
			addGoodsIdList: ['new_1', 'new_2'],
			deleteGoodsIdList: 'goods_0001',
		};
		const rows = await done('updateItems', { stockId: manyMembers, additionalFields });
		expect(rows).toMatchObject([{ stock_id: manyMembers, change: 'updated' }]);
		expect(JSON.parse(String(simulator().requests[0]?.body))).toEqual({
			stock_creator_mchid: MCHID,
			add_goods_id_list: 'new_1,new_2',
			delete_goods_id_list: 'goods_0001',
		});
		const again = await done('updateItems', { stockId: manyMembers, additionalFields });
		expect(again).toMatchObject([{ stock_id: manyMembers, change: 'none' }]);
	});

	test('goods of which some were there and some were not are told as refused', async () => {
		const additionalFields = { addGoodsIdList: 'goods_0001, new_1' };
		const { error } = await runStock('updateItems', { stockId: manyMembers, additionalFields });
		expect(error?.message).toContain('INVALID_REQUEST “商品编码已存在”');
	});

	test.each([
		[{}, 'Add Goods IDs or Delete Goods IDs is missing [item 0]'],
		[
			{ addGoodsIdList: 'a,b', deleteGoodsIdList: 'c;b' },
			'Delete Goods IDs has b, which Add Goods IDs has, too [item 0]',
		],
		[{ addGoodsIdList: 'a, #N/A' }, /^Add Goods IDs .*#N\/A/],
	])('%j is named before a call', async (additionalFields: INodeParameters, message) => {
		const { error } = await runStock('updateItems', { stockId: manyMembers, additionalFields });
		expect(error?.message).toMatch(message);
		expect(sent()).toEqual([]);
	});
});
