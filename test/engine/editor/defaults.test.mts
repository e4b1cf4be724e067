import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';
import { resources } from '../../../marketing/resources/index.ts';
import { BRANDS, PRODUCT_COUPONS, STOCKS } from '../../simulator/shop.mts';
import { loadedNode, nodeDescription, run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

// n8n does not store a value that equals its default. Whoever changes one of these changes what workflows in
// the field do, without a word: it needs a new version of the node.

const RESOURCE = 'productCoupon';

/** The operation that a workflow means which stores none. */
const OPERATION: Record<string, string> = {
	brandStore: 'getAll',
	cashCoupon: 'getAll',
	cashCouponStock: 'getAll',
	deliveryPlan: 'getAll',
	image: 'getGenerated',
	merchantCoupon: 'get',
	merchantCouponCode: 'getAll',
	merchantCouponStock: 'get',
	merchantCouponSubsidy: 'getAll',
	notificationAddress: 'getForProductCoupons',
	partnership: 'getAll',
	payGiftActivity: 'getAll',
	productCoupon: 'get',
	productCouponStock: 'getAll',
	productCouponStockBundle: 'create',
	userProductCoupon: 'getAll',
	userProductCouponBundle: 'preSend',
};

/** The default of every field, by the operation that it is shown for; members behind their collection. */
const DEFAULTS = JSON.parse(
	readFileSync(join(import.meta.dirname, 'defaults.json'), 'utf8'),
) as Record<string, Record<string, unknown>>;

const PER_SECOND = 'options.requestsPerSecond';

/** Where a brand has another default: its quotas, and the states of its plans. */
const OF_BRAND: Record<string, Record<string, unknown>> = {
	'brandStore.bindRecipient': { [PER_SECOND]: 0 },
	'brandStore.close': { [PER_SECOND]: 0 },
	'brandStore.create': { [PER_SECOND]: 0 },
	'brandStore.reopen': { [PER_SECOND]: 0 },
	'brandStore.unbindRecipient': { [PER_SECOND]: 0 },
	'deliveryPlan.create': { [PER_SECOND]: 50 },
	'deliveryPlan.getAll': { [PER_SECOND]: 100, 'filters.planState': 'DELIVERING' },
	'deliveryPlan.update': { [PER_SECOND]: 50 },
	'image.generate': { [PER_SECOND]: 10 },
	'notificationAddress.setForDeliveryPlans': { [PER_SECOND]: 1 },
};

type Shown = Record<string, readonly unknown[]>;

const isShown = ({ displayOptions }: INodeProperties, values: Record<string, unknown>): boolean =>
	Object.entries((displayOptions?.show ?? {}) as Shown)
		.filter(([name]) => name.replace('/', '') in values)
		.every(([name, allowed]) => allowed.includes(values[name.replace('/', '')]));

function defaultsOf(
	properties: readonly INodeProperties[],
	resource: unknown,
	operation: unknown,
): Record<string, unknown> {
	const found: Record<string, unknown> = {};
	const values = { resource, operation };
	for (const property of properties) {
		if (['resource', 'operation'].includes(property.name) || !isShown(property, values)) continue;
		if (property.type !== 'collection') {
			found[property.name] = property.default;
			continue;
		}
		expect(property.default).toEqual({});
		for (const member of property.options as INodeProperties[]) {
			if (isShown(member, values)) found[`${property.name}.${member.name}`] = member.default;
		}
	}
	return found;
}

describe('Defaults never change', () => {
	test('of Resource and of Operation', async () => {
		const { properties } = await nodeDescription();
		expect(properties[0]).toMatchObject({ name: 'resource', default: RESOURCE });
		const operations = properties
			.filter(({ name }) => name === 'operation')
			.map(({ displayOptions, default: usual }) => [displayOptions?.show?.resource?.[0], usual]);
		expect(operations).toHaveLength(properties[0]?.options?.length ?? 0);
		for (const [resource, usual] of operations) {
			expect([resource, usual]).toEqual([resource, OPERATION[String(resource)]]);
		}
	});

	/** The defaults of every operation of a node. */
	async function allDefaults(node?: string): Promise<Record<string, Record<string, unknown>>> {
		const { properties } = await nodeDescription(node);
		const operations = properties.filter(({ name }) => name === 'operation');
		return Object.fromEntries(
			operations.flatMap(({ displayOptions, options = [] }) =>
				options.map((option) => {
					const resource = displayOptions?.show?.resource?.[0];
					const operation = 'value' in option ? option.value : '';
					return [
						`${String(resource)}.${String(operation)}`,
						defaultsOf(properties, resource, operation),
					];
				}),
			),
		);
	}

	test('of every field of every operation', async () => {
		expect(await allDefaults()).toEqual(DEFAULTS);
	});

	test("of a brand's node: those of the same operations, but for what only a brand has", async () => {
		const ofBrand = await allDefaults('weChatPayBrand');
		const resume: Record<string, unknown> = {
			planId: { mode: 'list', value: '' },
			'options.maxRetries': 3,
			'options.requestsPerSecond': 50,
			'options.timeout': 30000,
		};
		for (const [name, found] of Object.entries(ofBrand)) {
			const usual = Object.entries(DEFAULTS[name] ?? resume).filter(
				([field]) => field !== 'brandId' && field !== 'merchantId',
			);
			expect([name, found]).toEqual([name, { ...Object.fromEntries(usual), ...OF_BRAND[name] }]);
		}
	});

	test("of a brand's node: Resource and Operation", async () => {
		const { properties } = await nodeDescription('weChatPayBrand');
		expect(properties[0]).toMatchObject({ name: 'resource', default: RESOURCE });
		for (const { name, displayOptions, default: usual } of properties) {
			if (name !== 'operation') continue;
			const resource = String(displayOptions?.show?.resource?.[0]);
			expect([resource, usual]).toEqual([resource, OPERATION[resource]]);
		}
	});

	test('of every field of the trigger', async () => {
		const { properties } = (await loadedNode('weChatPayMarketingTrigger')).description;
		expect(defaultsOf(properties, undefined, undefined)).toEqual({
			events: [],
			setAddress: true,
			'options.confirmProductCoupons': false,
			'options.replaceAddress': false,
			'options.testMessage': false,
		});
	});

	test("of every field of a brand's trigger", async () => {
		const { properties } = (await loadedNode('weChatPayBrandTrigger')).description;
		expect(defaultsOf(properties, undefined, undefined)).toEqual({
			events: [],
			setAddress: true,
			'options.appid': '',
			'options.confirmProductCoupons': false,
			'options.replaceAddress': false,
		});
	});

	test('a field that is not shown by its own choice has a default, too', async () => {
		const { properties } = await nodeDescription();
		expect(properties.filter((property) => property.default === undefined)).toEqual([]);
	});
});

describe('A workflow that is stored without its defaults', () => {
	test('looks a product coupon up when it says nothing', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: { brandId: BRANDS.coffee, productCouponId: PRODUCT_COUPONS.effective },
		});
		expect(items[0]?.json.product_coupon_id).toBe(PRODUCT_COUPONS.effective);
	});

	test('only reads when it names no operation', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: {
				resource: 'productCouponStock',
				brandId: BRANDS.coffee,
				productCouponId: PRODUCT_COUPONS.effective,
				stockId: STOCKS.manyStores,
				storeIds: '100000001',
			},
		});
		expect(items.length).toBeGreaterThan(0);
		expect(simulator().requests.every(({ method }) => method === 'GET')).toBe(true);
	});

	test('has an operation that reads, in every resource that has one', () => {
		const others = resources
			.filter(({ operations }) => operations.some(({ endpoint }) => endpoint.method === 'GET'))
			.filter(
				({ operations, defaultOperation }) =>
					operations.find(({ value }) => value === defaultOperation)?.endpoint.method !== 'GET',
			);
		expect(others).toEqual([]);
	});

	test.each([
		['partnership', { stockId: '2433405' }],
		['merchantCouponStock', { stockId: '100088' }],
	])('of resource %s finds what it means', async (resource, parameters) => {
		await run({ credential: simulator().credential, parameters: { resource, ...parameters } });
		expect(simulator().requests).toHaveLength(1);
		expect(simulator().requests[0]?.signature).toBe('valid');
	});

	test('an operation that there is not is named, and nothing is done', async () => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: { resource: 'productCoupon', operation: 'explode' },
		});
		expect(error?.message).toBe(
			'Operation is “explode”, which the resource “productCoupon” does not have [item 0]',
		);
		expect(error?.description).toBe('Choose Resource and Operation again.');
		expect(simulator().requests).toEqual([]);
	});
});
