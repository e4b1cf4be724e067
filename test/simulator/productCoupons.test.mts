import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ask, asker } from './asker.mts';
import {
	BUNDLE,
	newBundle,
	newCoupon,
	newNumber,
	PERIOD,
	SENDABLE,
	sending,
	STOCK,
} from './examples.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import { BRANDS, PRODUCT_COUPONS, STOCK_BUNDLES, STOCKS, storeIds } from './shop.mts';

const NOW = Date.parse('2026-11-25T12:00:00+08:00');
const brand_id = BRANDS.coffee;

let simulator: Simulator;
let ask: Ask;
beforeAll(async () => {
	simulator = await startSimulator({ clock: () => NOW, quotaPerSecond: 0 });
	const plain = asker(simulator);
	ask = (id, values) => plain(id, values, { timestamp: NOW / 1000 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const refusal = (message: string) => ({ status: 400, code: 'INVALID_REQUEST', message });
const stores = (ids: string[]) => ({ store_list: ids.map((store_id) => ({ store_id })) });
const idsOf = ({ product_coupon_id, stock_id }: JsonObject) => ({
	brand_id,
	product_coupon_id,
	stock_id,
});

describe('product coupons', () => {
	test('Get gives what Create got, and that makes a copy', async () => {
		const given = newCoupon();
		const created = await ask('productCoupon.create', given);
		const { product_coupon_id } = created;
		const got = await ask('productCoupon.get', { brand_id, product_coupon_id });
		const { out_request_no, stock, ...members } = given;
		expect(got.json).toEqual({ ...members, product_coupon_id, state: 'EFFECTIVE' });
		expect(created.json).toMatchObject({ ...got.json, stock: { ...(stock as JsonObject) } });

		const copy = await ask('productCoupon.create', {
			...got.json,
			product_coupon_id: undefined,
			state: undefined,
			stock,
			out_request_no: `${String(out_request_no)}_copy`,
		});
		expect(copy.json).toMatchObject(members);
		expect(copy['product_coupon_id']).not.toBe(product_coupon_id);
	});

	test('Create with a request number of before makes no second one', async () => {
		const given = newCoupon();
		const [first, second] = [
			await ask('productCoupon.create', given),
			await ask('productCoupon.create', given),
		];
		expect(second.json).toEqual(first.json);
		const another = await ask('productCoupon.create', newCoupon());
		const number = (answer: JsonObject) => Number(answer['product_coupon_id']);
		expect(number(another)).toBe(number(first) + 1);
	});

	test('what was refused is not remembered', async () => {
		const given = newCoupon();
		const refused = { ...given, single_usage_info: {} };
		expect(await ask('productCoupon.create', refused)).toMatchObject(
			refusal('type 为 NORMAL 时 single_usage_info.normal_coupon 必填'),
		);
		expect((await ask('productCoupon.create', given)).status).toBe(200);
	});

	test.each<[string, JsonObject, string]>([
		[
			'a discount of another type',
			{ single_usage_info: { discount_coupon: { threshold: 1, percent_off: 30 } } },
			'type 为 NORMAL 时 single_usage_info.normal_coupon 必填',
		],
		[
			'a discount for one good',
			{ scope: 'SINGLE' },
			'scope 为 SINGLE 时不可填写 single_usage_info',
		],
		[
			'an exchange of everything',
			{ type: 'EXCHANGE' },
			'只有 scope 为 SINGLE 的商品券可以是兑换券',
		],
		[
			'no rule of the stock',
			{ stock: { ...STOCK } },
			'usage_mode 为 SINGLE 时 single_usage_rule 必填',
		],
		[
			'a rule of another mode',
			{ stock: { ...STOCK, sequential_usage_rule: { coupon_available_period: PERIOD } } },
			'usage_mode 为 SINGLE 时不可填写 sequential_usage_rule',
		],
		[
			'a year and a second',
			{
				stock: {
					...STOCK,
					single_usage_rule: {
						coupon_available_period: {
							...PERIOD,
							available_end_time: '2027-01-01T00:00:01+08:00',
						},
					},
				},
			},
			'批次有效期最长365天',
		],
	])('%s is refused, and nothing is made', async (_, change, message) => {
		const answer = await ask('productCoupon.create', { ...newCoupon(), ...change });
		expect(answer).toMatchObject(refusal(message));
		expect(simulator.shop.productCoupon('900000001')).toBeUndefined();
	});

	test.each<[string, JsonObject, JsonObject]>([
		['no stock', { stock: undefined }, { field: '/body/stock', issue: '此字段为必填项' }],
		[
			'a percentage beyond 99',
			{ single_usage_info: { discount_coupon: { threshold: 1, percent_off: 100 } } },
			{
				field: '/body/single_usage_info/discount_coupon/percent_off',
				value: 100,
				issue: '值高于最大值 99',
			},
		],
		[
			'half a fen',
			{ single_usage_info: { normal_coupon: { threshold: 0.5, discount_amount: 1 } } },
			{
				field: '/body/single_usage_info/normal_coupon/threshold',
				issue: '此字段需要一个合法的 64 位有符号整数',
			},
		],
		[
			'an unknown member deep inside',
			{ stock: { ...STOCK, single_usage_rule: { coupon_available_period: PERIOD, x: 1 } } },
			{ field: '/body/stock/single_usage_rule/x', issue: '不是此接口的参数' },
		],
		[
			'a time without zone',
			{
				stock: {
					...STOCK,
					single_usage_rule: {
						coupon_available_period: { ...PERIOD, available_begin_time: '2026-01-01T00:00:00' },
					},
				},
			},
			{
				field: '/body/stock/single_usage_rule/coupon_available_period/available_begin_time',
				issue: '字符串必须符合格式“date-time”',
			},
		],
		[
			'a request number with a blank',
			{ out_request_no: 'create 123' },
			{
				field: '/body/out_request_no',
				issue: '字符串必须匹配正则表达式“^[0-9A-Za-z_-]{6,40}$”',
			},
		],
	])('%s: refused by its path', async (_, change, detail) => {
		const { json } = await ask('productCoupon.create', { ...newCoupon(), ...change });
		expect(json).toMatchObject({ code: 'PARAM_ERROR', detail: { ...detail, location: 'body' } });
	});

	test('the words are those of WeChat Pay', async () => {
		const messageOf = async (change: JsonObject) =>
			(await ask('productCoupon.create', { ...newCoupon(), ...change })).json['message'];
		const { display_info } = newCoupon() as { display_info: JsonObject };
		expect(await messageOf({ brand_id: undefined })).toBe(
			'输入源“/body/brand_id”映射到字段“品牌ID”必填性规则校验失败，此字段为必填项',
		);
		expect(await messageOf({ brand_id: 120344 })).toBe(
			'无法将 JSON 输入源“/body/brand_id”映射到目标字段“品牌ID”中，此字段需要一个 string 类型的 Json 值',
		);
		expect(
			await messageOf({
				display_info: { ...display_info, name: '十六个字的名字太长了所以不行' + '呀呀' },
			}),
		).toBe(
			'输入源“/body/display_info/name”映射到值字段“商品券名称”字符串规则校验失败，字符数 16，大于最大值 15',
		);
	});

	test('Update changes what is shown', async () => {
		const ids = { brand_id, product_coupon_id: PRODUCT_COUPONS.effective };
		const { display_info } = newCoupon();
		await ask('productCoupon.update', { ...ids, out_request_no: newNumber(), display_info });
		const { json } = await ask('productCoupon.get', ids);
		expect(json['display_info']).toEqual(display_info);
		expect(json['single_usage_info']).toEqual({
			normal_coupon: { threshold: 10000, discount_amount: 1000 },
		});
	});

	test('Deactivate ends the coupon and its stocks for good', async () => {
		const { product_coupon_id, stock } = await ask('productCoupon.create', newCoupon());
		const deactivate = () =>
			ask('productCoupon.deactivate', {
				brand_id,
				product_coupon_id,
				out_request_no: newNumber('deactivate'),
				deactivate_reason: '下架',
			});
		const ended = { state: 'DEACTIVATED', deactivate_reason: '下架' };
		expect(await deactivate()).toMatchObject(ended);
		const ids = idsOf(stock as JsonObject);
		expect(await ask('productCouponStock.get', ids)).toMatchObject({
			...ended,
			deactivate_time: '2026-11-25T12:00:00+08:00',
		});
		expect(await deactivate()).toMatchObject(refusal('商品券已失效'));
		const send = await ask('userProductCoupon.send', { ...sending(), ...ids });
		expect(send).toMatchObject(refusal('商品券批次状态不是发放中'));
	});
});

describe('stocks', () => {
	const budget = (values: JsonObject) =>
		ask('productCouponStock.updateBudget', {
			...SENDABLE,
			stock_id: STOCKS.ownCodes,
			out_request_no: newNumber('budget'),
			...values,
		});

	test('budget: what it is thought to be must be right', async () => {
		const change = (current_max_count: number, target_max_count: number) =>
			budget({ update_mode: 'MAX_COUNT', current_max_count, target_max_count });
		expect(await change(999, 2000)).toMatchObject(
			refusal('current_max_count 与当前发放次数上限不一致'),
		);
		expect(await change(1000, 2000)).toMatchObject({ stock_send_rule: { max_count: 2000 } });
		expect(await change(2000, 0)).toMatchObject({ stock_send_rule: { max_count: 0 } });
		const none = await budget({ update_mode: 'MAX_COUNT', current_max_count: 0 });
		expect(none.json['detail']).toMatchObject({ field: '/body/target_max_count' });
	});

	test('budget: a daily limit is changed where there is one', async () => {
		const daily = (current: number, target: number, more: JsonObject = {}) =>
			budget({
				update_mode: 'MAX_COUNT_PER_DAY',
				current_max_count_per_day: current,
				target_max_count_per_day: target,
				...more,
			});
		expect(await daily(2, 5)).toMatchObject({ stock_send_rule: { max_count_per_day: 5 } });
		expect(await daily(1, 5, { stock_id: STOCKS.sendable })).toMatchObject(
			refusal('未设置每日发放次数上限的批次不可修改'),
		);
	});

	test('a change of one thing leaves the others', async () => {
		const before = (await ask('productCouponStock.get', SENDABLE)).json;
		const change = { remark: '改名', notify_config: { notify_appid: 'wx00000001' } };
		await ask('productCouponStock.update', {
			...SENDABLE,
			out_request_no: newNumber(),
			...change,
		});
		const after = await ask('productCouponStock.get', SENDABLE);
		expect(after.json).toEqual({ ...before, ...change });
	});

	test('only what sends or pauses can be changed', async () => {
		const answer = await ask('productCouponStock.update', {
			brand_id,
			product_coupon_id: PRODUCT_COUPONS.effective,
			stock_id: STOCKS.expired,
			out_request_no: newNumber(),
			remark: '改名',
		});
		expect(answer).toMatchObject(refusal('只有发放中或已暂停的批次可以修改'));
	});

	test('stores are associated once, and only stores of the brand', async () => {
		const ids = { ...SENDABLE, stock_id: STOCKS.uploadedCodes };
		const given = [...storeIds('100000010', 3), '100000011', '200000001'];
		const answer = await ask('productCouponStock.associateStores', { ...ids, ...stores(given) });
		expect(answer.json).toEqual({
			total_count: 4,
			success_store_list: [{ store_id: '100000011' }, { store_id: '100000012' }],
			failed_store_list: [
				{ store_id: '100000010', code: 'INVALID_REQUEST', message: '门店已关联该批次' },
				{
					store_id: '200000001',
					code: 'INVALID_REQUEST',
					message: '门店ID非法或不属于当前品牌',
				},
			],
		});
		const list = await ask('productCouponStock.getAssociatedStores', ids);
		expect(list['total_count']).toBe(12);
		const everywhere = await ask('productCouponStock.associateStores', {
			...SENDABLE,
			...stores(['100000011']),
		});
		expect(everywhere).toMatchObject(refusal('只有 store_scope 为 SPECIFIC 的批次可以关联门店'));
	});

	test('codes are taken once', async () => {
		const upload = (code_list: string[]) =>
			ask('productCouponStock.uploadCouponCodes', {
				...SENDABLE,
				stock_id: STOCKS.uploadedCodes,
				out_request_no: newNumber('codes'),
				code_list,
			});
		await upload(['A1', 'A2']);
		expect((await upload(['A2', 'A3', 'A3'])).json).toEqual({
			total_count: 3,
			success_code_list: ['A3'],
			already_exist_code_list: ['A2'],
			duplicate_code_list: ['A3'],
		});
		const stock = await ask('productCouponStock.get', {
			...SENDABLE,
			stock_id: STOCKS.uploadedCodes,
		});
		expect(stock['coupon_code_count_info']).toEqual({ total_count: 3, available_count: 3 });
		expect((await upload(['有'])).json['detail']).toMatchObject({ field: '/body/code_list/0' });
		const made = await ask('productCouponStock.uploadCouponCodes', {
			...SENDABLE,
			out_request_no: newNumber('codes'),
			code_list: ['A1'],
		});
		expect(made).toMatchObject(refusal('只有 coupon_code_mode 为 UPLOAD 的批次可以预上传券Code'));
	});
});

describe('bundles of stocks', () => {
	test('a stock for each use, each with its own discount', async () => {
		const given = {
			...newCoupon(),
			usage_mode: 'PROGRESSIVE_BUNDLE',
			single_usage_info: undefined,
			stock: undefined,
			progressive_bundle_usage_info: { count: 3, interval_days: 1 },
			stock_bundle: newBundle(),
		};
		const created = await ask('productCoupon.create', given);
		const { stock_bundle_id, stock_list } = created['stock_bundle'] as JsonObject;
		const rules = (stock_list as JsonObject[]).map((stock) => [
			stock['stock_bundle_info'],
			stock['progressive_bundle_usage_rule'],
		]);
		expect(rules).toEqual(
			[100, 200, 300].map((discount_amount, stock_bundle_index) => [
				{ stock_bundle_id, stock_bundle_index },
				{ coupon_available_period: PERIOD, normal_coupon: { threshold: 1000, discount_amount } },
			]),
		);
		const list = await ask('productCouponStock.getAll', {
			brand_id,
			product_coupon_id: created['product_coupon_id'],
			stock_bundle_id,
		});
		expect(list['stock_list']).toEqual(stock_list);
	});

	test('as many discounts as uses', async () => {
		const answer = await ask('productCouponStockBundle.create', {
			brand_id,
			product_coupon_id: PRODUCT_COUPONS.bundle,
			out_request_no: newNumber(),
			stock_bundle: {
				...newBundle(),
				progressive_bundle_usage_rule: {
					coupon_available_period: PERIOD,
					normal_coupon_list: [{ threshold: 1, discount_amount: 1 }],
				},
			},
		});
		expect(answer).toMatchObject(refusal('normal_coupon_list 的元素个数应与使用次数 3 一致'));
	});

	test('stores and budget of a bundle are those of all its stocks', async () => {
		await ask('productCouponStockBundle.associateStores', { ...BUNDLE, ...stores(['100000050']) });
		await ask('productCouponStockBundle.disassociateStores', {
			...BUNDLE,
			...stores(storeIds('100000001', 10)),
		});
		await ask('productCouponStockBundle.updateBudget', {
			...BUNDLE,
			out_request_no: newNumber(),
			update_mode: 'MAX_COUNT',
			current_max_count: 10000,
			target_max_count: 5,
		});
		for (const stock_id of STOCK_BUNDLES.effective.stocks) {
			const ids = { brand_id, product_coupon_id: PRODUCT_COUPONS.bundle, stock_id };
			const { json } = await ask('productCouponStock.getAssociatedStores', ids);
			expect(json).toEqual({ total_count: 1, store_list: [{ store_id: '100000050' }] });
			expect(await ask('productCouponStock.get', ids)).toMatchObject({
				stock_send_rule: { max_count: 5 },
			});
		}
	});

	test('a stock of a bundle is not changed on its own', async () => {
		const [stock_id] = STOCK_BUNDLES.effective.stocks;
		const answer = await ask('productCouponStock.update', {
			brand_id,
			product_coupon_id: PRODUCT_COUPONS.bundle,
			stock_id,
			out_request_no: newNumber(),
			remark: '改名',
		});
		expect(answer).toMatchObject(refusal('批次组内的批次请使用批次组接口'));
	});

	test('an unknown bundle', async () => {
		const answer = await ask('productCouponStockBundle.associateStores', {
			...BUNDLE,
			stock_bundle_id: '1',
			...stores(['100000001']),
		});
		expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
	});
});
