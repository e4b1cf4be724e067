import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { newBundle, newNumber } from '../../simulator/examples.mts';
import { BRANDS, PRODUCT_COUPONS, STOCK_BUNDLES, STOCKS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const coffee = { brandId: BRANDS.coffee };
const AUTOMATIC = { mappingMode: 'autoMapInputData', value: null };
const manual = (value: object) => ({ mappingMode: 'defineBelow', value });

async function output(parameters: IDataObject, rows?: IDataObject[]): Promise<IDataObject[]> {
	const { items, error } = await run({
		credential: simulator().credential,
		parameters: { ...coffee, ...parameters } as never,
		rows,
	});
	if (error) throw error;
	return items.map(({ json }) => json);
}

const complaint = async (parameters: IDataObject, rows?: IDataObject[]): Promise<string> =>
	await output(parameters, rows).then(
		() => 'nothing',
		(error: Error) => error.message,
	);

/** The bodies of the writes that arrived, parsed. */
const written = (): IDataObject[] =>
	simulator()
		.requests.filter(({ method }) => method !== 'GET')
		.map(({ body }) => JSON.parse(body.toString()) as IDataObject);

/** What Get gives of a coupon with Simplify off. */
async function gotten(productCouponId: string): Promise<IDataObject> {
	const get = { resource: 'productCoupon', operation: 'get', simplify: false };
	const [coupon] = await output({ ...get, productCouponId });
	return coupon!;
}

const PERIOD = {
	available_begin_time: '2026-12-01T00:00:00+08:00',
	available_end_time: '2026-12-31T23:59:59+08:00',
};
const STOCK = {
	coupon_code_mode: 'WECHATPAY',
	stock_send_rule: { max_count: 1000, max_count_per_user: 1 },
	usage_rule_display_info: { coupon_usage_method_list: ['OFFLINE'], usage_description: 'Show it' },
	coupon_display_info: { code_display_mode: 'QRCODE' },
	notify_config: { notify_appid: 'wx0123456789abcdef' },
	store_scope: 'ALL',
};
const CREATE_COUPON = {
	scope: 'ALL',
	type: 'NORMAL',
	usage_mode: 'SINGLE',
	single_usage_info: { normal_coupon: { threshold: 1000, discount_amount: 100 } },
	display_info: {
		name: 'Spring coffee',
		image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/coupon.png',
		background_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/background.png',
	},
	stock: { ...STOCK, single_usage_rule: { coupon_available_period: PERIOD } },
};

const BY_COLUMNS = {
	resource: 'productCoupon',
	operation: 'create',
	scope: '={{ $json.scope }}',
	type: '={{ $json.type }}',
	usageMode: '={{ $json.usage_mode }}',
	simplify: false,
};

describe('a copy of a product coupon: Get, and Create with Map Automatically', () => {
	test.each([
		['amount off', PRODUCT_COUPONS.effective],
		['percentage off', PRODUCT_COUPONS.discount],
	])('%s, with a stock of its own', async (_, id) => {
		const coupon = await gotten(id);
		const row = { ...coupon, stock: CREATE_COUPON.stock };
		const [created] = await output({ ...BY_COLUMNS, fields: AUTOMATIC }, [row]);
		const copy = await gotten(String(created!.product_coupon_id));
		const own = ['product_coupon_id', 'state'];
		const shared = (of: IDataObject) =>
			Object.fromEntries(Object.entries(of).filter(([name]) => !own.includes(name)));
		expect(shared(copy)).toEqual(shared(coupon));
		expect(copy.product_coupon_id).not.toBe(coupon.product_coupon_id);
	});

	test('leaves alone what the item has beside it', async () => {
		const coupon = await gotten(PRODUCT_COUPONS.effective);
		const stock = { ...CREATE_COUPON.stock, stock_id: '1' };
		await output({ ...BY_COLUMNS, fields: AUTOMATIC }, [
			{ ...coupon, stock, note: 'ours', row: 7 },
		]);
		const [body] = written();
		expect(Object.keys(body!).sort()).toEqual(
			[
				'brand_id',
				'display_info',
				'out_product_no',
				'out_request_no',
				'scope',
				'single_usage_info',
				'stock',
				'type',
				'usage_mode',
			].filter((name) => name !== 'out_product_no' || coupon.out_product_no !== undefined),
		);
		expect(Object.keys(body!.stock as IDataObject)).not.toContain('stock_id');
	});
});

interface DeepOperation {
	parameters: IDataObject;
	body: IDataObject;
}

const DEEP: Record<string, DeepOperation> = {
	'productCoupon.create': {
		parameters: {
			resource: 'productCoupon',
			operation: 'create',
			scope: 'ALL',
			type: 'NORMAL',
			usageMode: 'SINGLE',
		},
		body: CREATE_COUPON,
	},
	'productCoupon.update': {
		parameters: {
			resource: 'productCoupon',
			operation: 'update',
			productCouponId: PRODUCT_COUPONS.effective,
		},
		body: { display_info: { ...CREATE_COUPON.display_info, name: 'Summer coffee' } },
	},
	'productCouponStock.create': {
		parameters: {
			resource: 'productCouponStock',
			operation: 'create',
			productCouponId: PRODUCT_COUPONS.effective,
		},
		body: { stock: CREATE_COUPON.stock },
	},
	'productCouponStock.update': {
		parameters: {
			resource: 'productCouponStock',
			operation: 'update',
			productCouponId: PRODUCT_COUPONS.effective,
			stockId: STOCKS.allStores,
		},
		body: { remark: '夏季', coupon_display_info: { background_color: 'Color020' } },
	},
	'productCouponStockBundle.create': {
		parameters: {
			resource: 'productCouponStockBundle',
			operation: 'create',
			productCouponId: PRODUCT_COUPONS.bundle,
		},
		body: { stock_bundle: newBundle() as IDataObject },
	},
	'productCouponStockBundle.update': {
		parameters: {
			resource: 'productCouponStockBundle',
			operation: 'update',
			productCouponId: PRODUCT_COUPONS.bundle,
			stockBundleId: STOCK_BUNDLES.effective.id,
		},
		body: { remark: '夏季' },
	},
};

const CHOSEN = ['scope', 'type', 'usage_mode'];

/** The columns of a body: dotted paths, lists of objects as JSON text. */
function columnsOf(body: IDataObject, prefix = ''): IDataObject {
	return Object.fromEntries(
		Object.entries(body)
			.filter(([name]) => prefix !== '' || !CHOSEN.includes(name))
			.flatMap(([name, value]): Array<[string, unknown]> => {
				const path = prefix + name;
				if (Array.isArray(value)) {
					const isObjects = typeof value[0] === 'object';
					return [[path, isObjects ? JSON.stringify(value) : value.join(', ')]];
				}
				if (typeof value !== 'object' || value === null) return [[path, value]];
				return Object.entries(columnsOf(value as IDataObject, `${path}.`));
			}),
	) as IDataObject;
}

/** What was sent of the body, without what the fields around it gave. */
function sentBody(body: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.keys(body).map((name) => [name, written()[0]![name]]),
	) as IDataObject;
}

describe.each(Object.entries(DEEP))('%s', (_, { parameters, body }) => {
	const columns = columnsOf(body);

	test('sends columns that were mapped by hand, and nothing that nobody gave', async () => {
		const empty = { 'display_info.detail_image_url_list': '', 'stock.remark': null };
		const known = Object.entries(empty).filter(([path]) =>
			Object.keys(body).includes(path.split('.')[0]!),
		);
		const given = { ...Object.fromEntries(known), ...columns };
		await output({ ...parameters, fields: manual(given) });
		expect(sentBody(body)).toEqual(body);
	});

	test("sends the item's own columns, dotted and nested alike", async () => {
		await output({ ...parameters, fields: AUTOMATIC }, [{ ...columns, other: 1 }]);
		expect(sentBody(body)).toEqual(body);
		simulator().reset();
		await output({ ...parameters, fields: AUTOMATIC }, [{ ...body, other: 1 }]);
		expect(sentBody(body)).toEqual(body);
	});

	test('sends JSON, as text and as an object', async () => {
		const json = { ...parameters, define: 'json' };
		await output({ ...json, json: JSON.stringify(body) });
		expect(sentBody(body)).toEqual(body);
		simulator().reset();
		await output({ ...json, json: '={{ $json }}' }, [body]);
		expect(sentBody(body)).toEqual(body);
	});

	test('refuses what it does not know, by its path, before a call', async () => {
		const json = JSON.stringify({ ...body, remarks: 'x' });
		expect(await complaint({ ...parameters, define: 'json', json })).toMatch(
			/^remarks is not known/,
		);
		const fields = manual({ ...columns, 'stock.nonsense': 1 });
		expect(await complaint({ ...parameters, fields })).toMatch(/nonsense|stock is not known/);
		expect(written()).toEqual([]);
	});

	test('sends what it does not know with Send Unknown Members', async () => {
		const wanted = { ...parameters, define: 'json', options: { sendUnknownMembers: true } };
		const [[name, part]] = Object.entries(body) as [[string, IDataObject | string]];
		const inner = typeof part === 'object' ? { ...part, of_tomorrow: [1] } : part;
		const newer = { ...body, [name]: inner, of_tomorrow: { is: false } };
		// The simulator does not know them, either.
		expect(await complaint({ ...wanted, json: JSON.stringify(newer) })).toContain('PARAM_ERROR');
		expect(sentBody(newer)).toEqual(newer);
	});

	test('says that JSON is none', async () => {
		const given = { ...parameters, define: 'json', json: '{ "stock": ' };
		expect(await complaint(given)).toMatch(/^Body \(JSON\) is not a JSON object/);
		expect(simulator().requests).toEqual([]);
	});
});

test('what has a field of its own is no unknown member: it would change what the call is about', async () => {
	const { parameters, body } = DEEP['productCouponStock.update']!;
	const json = { ...body, product_coupon_id: PRODUCT_COUPONS.deactivated };
	const options = { sendUnknownMembers: true };
	expect(await complaint({ ...parameters, define: 'json', json, options })).toMatch(
		/^product_coupon_id is a field of its own: Product Coupon ID/,
	);
	expect(simulator().requests).toEqual([]);
});

test('a part of an entrance of a stock is changed alone: the rest goes along as it is', async () => {
	const { parameters } = DEEP['productCouponStock.update']!;
	const look = { ...parameters, operation: 'get', simplify: false };
	const path = 'coupon_display_info.entrance_mini_program';
	const columns = { appid: 'wx4fd12345678', path: '/a', entrance_wording: '欢迎选购' };
	const whole = Object.entries({ ...columns, guidance_wording: '更多优惠' });
	const all = Object.fromEntries(whole.map(([name, value]) => [`${path}.${name}`, value]));
	await output({ ...parameters, fields: manual(all) });
	await output({ ...parameters, fields: manual({ [`${path}.guidance_wording`]: '更多好礼' }) });
	expect(written()[1]!.coupon_display_info).toEqual({
		entrance_mini_program: { ...columns, guidance_wording: '更多好礼' },
	});
	const [stock] = await output(look);
	expect(stock!.coupon_display_info).toMatchObject({
		entrance_mini_program: { ...columns, guidance_wording: '更多好礼' },
	});
});

test('a comma within a URL of Detail Image URLs is its own', async () => {
	const { parameters, body } = DEEP['productCoupon.create']!;
	const urls = ['https://wxpaylogo.qpic.cn/a,w_300;q_80.png', 'https://wxpaylogo.qpic.cn/b.png'];
	const columns = { ...columnsOf(body), 'display_info.detail_image_url_list': urls.join(', ') };
	await output({ ...parameters, fields: manual(columns) });
	expect(written()[0]!.display_info).toMatchObject({ detail_image_url_list: urls });
});

describe('a column that the chosen values do not have', () => {
	const { parameters, body } = DEEP['productCoupon.create']!;

	test('is refused by its name, and nothing is sent', async () => {
		const fields = manual({
			...columnsOf(body),
			'single_usage_info.discount_coupon.percent_off': 20,
		});
		expect(await complaint({ ...parameters, fields })).toMatch(
			/^Percent Off is given, but belongs to Type Percentage Off \[item 0\]$/,
		);
		expect(simulator().requests).toEqual([]);
	});

	test('is no matter when it is empty', async () => {
		const fields = manual({
			...columnsOf(body),
			'single_usage_info.discount_coupon.percent_off': '',
			'single_usage_info.discount_coupon.threshold': null,
		});
		const [created] = await output({ ...parameters, fields });
		expect(created).toHaveProperty('product_coupon_id');
	});
});

test('an expression in the place of the columns is told, not sent as an empty body', async () => {
	const { parameters } = Object.values(DEEP)[0]!;
	expect(await complaint({ ...parameters, fields: '={{ "text" }}' })).toContain(
		'Fields is no set of columns: “',
	);
	expect(simulator().requests).toEqual([]);
});

test('a complaint about JSON names the path, also inside a list', async () => {
	const { parameters, body } = DEEP['productCouponStockBundle.create']!;
	const bundle = body.stock_bundle as IDataObject;
	const rule = bundle.progressive_bundle_usage_rule as IDataObject;
	const [list] = Object.keys(rule).filter((name) => name.endsWith('_coupon_list'));
	const entries = structuredClone(rule[list!]) as IDataObject[];
	entries[1]!.threshold = '10.5';
	const json = {
		stock_bundle: { ...bundle, progressive_bundle_usage_rule: { ...rule, [list!]: entries } },
	};
	const said = await complaint({
		...parameters,
		define: 'json',
		json: JSON.stringify(json),
		options: { requestNumber: newNumber() },
	});
	expect(said).toContain(`stock_bundle.progressive_bundle_usage_rule.${list}[1].threshold`);
	expect(simulator().requests).toEqual([]);
});

describe('a column of JSON that cannot be used', () => {
	const { parameters, body } = DEEP['productCouponStockBundle.create']!;
	const path = 'stock_bundle.progressive_bundle_usage_rule.normal_coupon_list';
	const example = '[{"threshold":1000,"discount_amount":100}]';

	test.each([
		['100', 'is not a list of objects: “100”', `Give it as JSON text, for example ${example}.`],
		[
			'[{"threshold": 1, "discount_amount": 1}, {"threshold": 1}]',
			', entry 2: discount_amount is missing',
			`Fill it in. An example: ${example}.`,
		],
	])('%s shows how it looks', async (value, complaint, remedy) => {
		const given = { ...columnsOf(body), [path]: value };
		const name = 'Amounts Off Set (JSON)';
		const byHand = async () => await output({ ...parameters, fields: manual(given) });
		const byRow = async () => await output({ ...parameters, fields: AUTOMATIC }, [given]);
		for (const [send, named] of [
			[byHand, name],
			[byRow, `${name} (column \`${path}\`)`],
		] as const) {
			const error: unknown = await send().catch((one: unknown) => one);
			expect(error).toMatchObject({
				message: expect.stringContaining(named) as unknown,
				description: expect.stringContaining(remedy) as unknown,
			});
			expect((error as Error).message).toContain(complaint);
		}
		expect(simulator().requests).toEqual([]);
	});
});

describe('Map Automatically', () => {
	const { parameters, body } = DEEP['productCoupon.create']!;
	const automatic = { ...parameters, fields: AUTOMATIC };
	const columns = columnsOf(body);

	test('what the row says of scope, type and usage mode counts, over the panel', async () => {
		const other = { ...automatic, scope: 'CATEGORY', type: 'DISCOUNT', usageMode: 'SEQUENTIAL' };
		await output(other, [body]);
		expect(sentBody(body)).toEqual(body);
		const labelled = { ...columns, Scope: 'ALL', Type: 'NORMAL', 'Usage Mode ': 'SINGLE' };
		await output(other, [labelled]);
		expect(written()[1]).toMatchObject({ scope: 'ALL', type: 'NORMAL', usage_mode: 'SINGLE' });
	});

	test('the row may call a choice and its values as the editor does', async () => {
		const labelled = {
			...columns,
			Scope: 'All Goods',
			Type: 'Amount Off',
			'Usage Mode': ' Single',
			'stock.store_scope': 'All',
		};
		await output({ ...automatic, scope: 'CATEGORY' }, [labelled]);
		expect(sentBody(body)).toEqual(body);
	});

	test('a choice that is refused is told with what the editor calls its values', async () => {
		const error = await output(automatic, [{ ...columns, scope: 'EVERYTHING' }]).catch(
			(one: unknown) => one,
		);
		expect(error).toMatchObject({
			description: expect.stringContaining(
				'Choose one of All Goods, Category, Single Product.',
			) as unknown,
		});
	});

	test('what belongs to another choice than that of the row is refused, and nothing is sent', async () => {
		expect(await complaint(automatic, [{ ...columns, type: 'DISCOUNT' }])).toMatch(
			/^Off Threshold \(Fen\) \(column `single_usage_info.normal_coupon.threshold`\) is given, but/,
		);
		expect(await complaint(automatic, [{ ...columns, scope: 'EVERYTHING' }])).toMatch(
			/^Scope \(column `scope`\) is “EVERYTHING”, which is not in its list/,
		);
		expect(simulator().requests).toEqual([]);
	});

	test.each([
		['a row', automatic, [{ ...columns, brand_id: BRANDS.noodles }]],
		['a row under its label', automatic, [{ ...columns, 'Brand ID': BRANDS.noodles }]],
		[
			'JSON',
			{
				...parameters,
				define: 'json',
				json: JSON.stringify({ ...body, brand_id: BRANDS.noodles }),
			},
			undefined,
		],
	])('the brand of %s counts, over the field', async (_, given, rows) => {
		await output({ ...given, simplify: false }, rows);
		expect(written()).toEqual([expect.objectContaining({ brand_id: BRANDS.noodles })]);
	});

	test('the stock type of a row counts', async () => {
		const create = { resource: 'merchantCouponStock', operation: 'create', fields: AUTOMATIC };
		const row = { stock_type: 'EXCHANGE', 'Discount Amount (Fen)': 100 };
		expect(await complaint({ ...create, stockType: 'NORMAL' }, [row])).toContain(
			'Discount Amount (Fen) (column `coupon_use_rule.fixed_normal_coupon.discount_amount`) is given, but',
		);
	});

	test('columns named as the panel names them count, too', async () => {
		const { 'display_info.name': name, ...others } = columns;
		await output(automatic, [{ ...others, ' Coupon Name ': name }]);
		expect(sentBody(body)).toEqual(body);
		expect(await complaint(automatic, [others])).toBe(
			'Coupon Name (column `display_info.name`) is missing [item 0]',
		);
		const twice = { ...columns, 'Coupon Name': 'Summer coffee' };
		expect(await complaint(automatic, [twice])).toContain('is given twice: “Spring coffee” in');
	});

	test.each([
		['cashCouponStock', 'stock_use_rule.max_amount_by_days', 'stock_use_rule.max_amount_by_day'],
		['cashCouponStock', 'coupon_use_rule.available_item', 'coupon_use_rule.available_items'],
		[
			'productCoupon',
			'stock.stock_send_rule.max_count_per_users',
			'stock.stock_send_rule.max_count_per_user',
		],
	])(
		'%s: a misspelt column %s is refused with the nearest right one',
		async (resource, column, nearest) => {
			const create = { ...automatic, resource, stockType: 'NORMAL' };
			const row = resource === 'productCoupon' ? columns : {};
			const error = await output(create, [{ ...row, [column]: 1 }]).catch((one: unknown) => one);
			expect(error).toMatchObject({
				message: `${column} is not known to this operation [item 0]`,
				description: expect.stringContaining(`the nearest one is ${nearest}, `) as unknown,
			});
			expect(simulator().requests).toEqual([]);
		},
	);
});
