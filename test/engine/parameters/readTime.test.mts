import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { leavesOf } from '../../../marketing/parameters/body.ts';
import type { Parameter } from '../../../marketing/parameters/parameter.ts';
import { collectionOf } from '../../../marketing/parameters/collections.ts';
import type { Operation } from '../../../marketing/operation/page.ts';
import { resources } from '../../../marketing/resources/index.ts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

/** n8n's own one, one that changes its clocks, and the one that counts. */
const ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Shanghai'];

/** What people give, what is sent of it, and what is sent of it where it ends a period. */
const GIVEN: ReadonlyArray<[given: string, sent: string, sentAsEnd?: string]> = [
	['2026-12-31T08:05:00', '2026-12-31T08:05:00+08:00'],
	['2026-12-31T00:00:00', '2026-12-31T00:00:00+08:00'],
	['2026-12-31', '2026-12-31T00:00:00+08:00', '2026-12-31T23:59:59+08:00'],
	['={{ "2026/12/31 8:05" }}', '2026-12-31T08:05:00+08:00'],
	['={{ "2026年12月31日" }}', '2026-12-31T00:00:00+08:00', '2026-12-31T23:59:59+08:00'],
	['={{ $json.excelDay }}', '2026-12-31T00:00:00+08:00', '2026-12-31T23:59:59+08:00'],
	['={{ $json.excelTime }}', '2026-12-31T08:15:00+08:00'],
	['={{ new Date("2026-12-31T00:05:00Z") }}', '2026-12-31T08:05:00+08:00'],
	['={{ DateTime.fromISO("2026-12-31T00:00:00+08:00") }}', '2026-12-31T00:00:00+08:00'],
	['={{ DateTime.fromISO("2026-12-31T00:05:00Z").setZone("UTC") }}', '2026-12-31T08:05:00+08:00'],
];
/** An order, for what takes exactly one of several. */
const ORDER = '{ "transaction_id": "4200000000202611240000000001", "mchid": "1900000109" }';
const ROW = { excelDay: 46387, excelTime: 46387.34375 };

interface Page {
	name: string;
	resource: string;
	operation: Operation;
	/** WeChat Pay's names of its times */
	wires: string[];
}

const isTime = ({ field, wire }: Parameter) => field.type === 'dateTime' && wire !== 'bill_date';

/** The leaves of the smallest body of an operation, by their paths. */
function smallestLeaves({ body }: Operation): Array<[path: string, value: unknown]> {
	if (!body) return [];
	const at = (path: string) =>
		path.split('.').reduce<unknown>((inner, name) => (inner as IDataObject)?.[name], body.smallest);
	return leavesOf(body.parts, {})
		.map(({ path }): [string, unknown] => [path, at(path)])
		.filter(([, value]) => value !== undefined);
}

function timesOf(operation: Operation): string[] {
	const inBody = leavesOf(operation.body?.parts ?? [], {}).flatMap(({ path, leaf }) =>
		!('part' in leaf) && isTime(leaf) ? [path] : [],
	);
	const given = smallestLeaves(operation).map(([path]) => path);
	return [
		...operation.parameters.filter(isTime).map(({ wire }) => wire),
		...inBody.filter((path) => given.includes(path)),
	];
}

const pages: Page[] = resources.flatMap(({ value: resource, operations }) =>
	operations
		.map((operation) => {
			const name = `${resource}.${operation.value}`;
			return { name, resource, operation, wires: timesOf(operation) };
		})
		.filter(({ wires }) => wires.length > 0),
);

const asColumn = (value: unknown) => {
	if (!Array.isArray(value)) return value;
	return typeof value[0] === 'object' ? JSON.stringify(value) : value.join(',');
};

const isAlwaysRequired = ({ isRequired, when }: Parameter) => isRequired && !when;

/** The choices with which a parameter exists, and something in it. */
function withChoices({ when = [], field }: Parameter): IDataObject {
	const chosen = when.map(({ choice, values: [value] }) => [
		choice.field.name,
		choice.field.type === 'boolean' ? value === 'true' : value,
	]);
	const something = field.type === 'number' ? 10_000 : '1234567890';
	return { ...(Object.fromEntries(chosen) as IDataObject), [field.name]: something };
}

/** Parameters of the node with this in every time, and what the others need. */
function withTimes({ resource, operation, wires }: Page, given: string): INodeParameters {
	const own: IDataObject = {};
	const added: IDataObject = {};
	for (const parameter of operation.parameters) {
		const { name, default: byDefault } = parameter.field;
		if (parameter.place === 'own' && parameter.when) Object.assign(own, withChoices(parameter));
		if (isTime(parameter)) (parameter.place === 'own' ? own : added)[name] = given;
		else if (isAlwaysRequired(parameter))
			own[name] = byDefault === '' ? '1234567890' : (byDefault as '');
		if (isAlwaysRequired(parameter) && parameter.field.type === 'resourceLocator') {
			own[name] = { __rl: true, mode: 'id', value: '1234567890' };
		}
		const [firstOfGroup] = operation.parameters.filter(({ neededUnless }) => neededUnless);
		if (parameter === firstOfGroup) {
			added[name] = parameter.field.type === 'json' ? ORDER : '1234567890';
		}
	}
	const { body } = operation;
	for (const { wire, field } of body?.choices ?? []) own[field.name] = body!.smallest[wire];
	const columns = smallestLeaves(operation).map(([path, value]) => [
		path,
		wires.includes(path) ? given : asColumn(value),
	]);
	return {
		resource,
		operation: operation.value,
		...own,
		...(body && {
			fields: { mappingMode: 'defineBelow', value: Object.fromEntries(columns) as IDataObject },
		}),
		[collectionOf({ place: 'added' }, operation.endpoint)]: added,
		options: { maxRetries: 0, requestsPerSecond: 0 },
	} as INodeParameters;
}

/** The value at a path of what was sent, in the body or in the query. */
function sentAt(wire: string): unknown {
	const { method, body, query } = simulator().requests[0]!;
	const sent = (method === 'GET' ? query : JSON.parse(body.toString())) as IDataObject;
	return wire.split('.').reduce<unknown>((inner, name) => (inner as IDataObject)?.[name], sent);
}

test('every way to give a time is tried', () => {
	const kinds = pages.map(({ name }) => name);
	expect(kinds).toEqual(
		expect.arrayContaining([
			'cashCouponStock.create',
			'cashCouponStock.getAll',
			'deliveryPlan.create',
			'deliveryPlan.update',
			'merchantCoupon.sendConsumptionCard',
			'merchantCoupon.use',
			'merchantCouponStock.create',
			'payGiftActivity.create',
			'productCoupon.create',
			'productCouponStock.create',
			'productCouponStockBundle.create',
			'userProductCoupon.use',
		]),
	);
});

describe.each(pages)('$name', (page) => {
	test.each(ZONES)('a time without a zone is of Beijing in a workflow of %s', async (timezone) => {
		for (const [given, sent, sentAsEnd = sent] of GIVEN) {
			simulator().reset();
			await run({
				credential: simulator().credential,
				parameters: withTimes(page, given),
				rows: [ROW],
				timezone,
				// What the others of its values mean is no matter here, and may be refused.
				onError: 'continueRegularOutput',
			});
			for (const wire of page.wires) {
				const expected = wire.endsWith('end_time') ? sentAsEnd : sent;
				expect([given, wire, sentAt(wire)]).toEqual([given, wire, expected]);
			}
		}
	});
});

describe('in other forms of a body', () => {
	const irregular = [{ begin_time: '2026/12/24', end_time: '2026年12月26日' }];
	const at = 'stock.single_usage_rule.coupon_available_period';
	const create = { resource: 'productCouponStock', operation: 'create' };
	const createPage = pages.find(({ name }) => name === 'productCouponStock.create')!;
	const ids = { brandId: '1234567890', productCouponId: '1234567890' };

	const sent = async (parameters: IDataObject, row: IDataObject): Promise<unknown> => {
		await run({
			credential: simulator().credential,
			parameters: { ...create, ...ids, ...parameters } as INodeParameters,
			rows: [row],
			timezone: 'America/New_York',
			onError: 'continueRegularOutput',
		});
		return sentAt(at);
	};
	const WANTED = {
		available_begin_time: '2026-12-01T00:00:00+08:00',
		available_end_time: '2026-12-31T23:59:59+08:00',
		irregular_available_period_list: [
			{ begin_time: '2026-12-24T00:00:00+08:00', end_time: '2026-12-26T23:59:59+08:00' },
		],
	};

	test('JSON, lists in it included', async () => {
		const { stock } = createPage.operation.body!.smallest as { stock: IDataObject };
		const period = {
			available_begin_time: 46357,
			available_end_time: 46387,
			irregular_available_period_list: irregular,
		};
		const body = {
			stock: { ...stock, single_usage_rule: { coupon_available_period: period } },
		} as unknown as IDataObject;
		expect(await sent({ define: 'json', json: '={{ $json }}' }, body)).toEqual(WANTED);
	});

	test('a row of a spreadsheet', async () => {
		const columns = smallestLeaves(createPage.operation).map(([path, value]) => [
			path,
			asColumn(value),
		]);
		const row = {
			...(Object.fromEntries(columns) as IDataObject),
			[`${at}.available_begin_time`]: '2026/12/1',
			[`${at}.available_end_time`]: 46387,
			[`${at}.irregular_available_period_list`]: JSON.stringify(irregular),
		};
		const fields = { mappingMode: 'autoMapInputData', value: null };
		expect(await sent({ fields }, row)).toEqual(WANTED);
	});
});

test('what cannot be read is refused by the label of its column, with the remedy, before a call', async () => {
	const page = pages.find(({ name }) => name === 'cashCouponStock.create')!;
	const { error } = await run({
		credential: simulator().credential,
		parameters: withTimes(page, '={{ "5/1/2027" }}'),
	});
	expect(error?.message).toContain('Available From (Beijing) is not a time: “5/1/2027”');
	expect(error?.description).toContain('Output Formatting > Date > Serial Number');
	expect(simulator().requests).toEqual([]);
});
