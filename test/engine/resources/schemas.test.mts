import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import {
	MERCHANT_COUPON_STOCKS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
} from '../../simulator/shop.mts';
import { nodeDescription, run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	version?: number;
}

const FOLDER = join(
	import.meta.dirname,
	'../../../dist/nodes/WeChatPayMarketing/__schema__/v1.0.0',
);

function schemaOf(resource: unknown, operation: unknown): Schema {
	const file = join(FOLDER, String(resource), `${String(operation)}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

/** Runs that together show every field that an operation can give. */
const RICH: Record<string, INodeParameters[]> = {
	'Product Coupon: Get': [
		{ ...OPERATIONS['Product Coupon: Get'], productCouponId: PRODUCT_COUPONS.deactivated },
	],
	'Product Coupon Stock: Get Associated Stores': [
		OPERATIONS['Product Coupon Stock: Get Associated Stores'] ?? {},
	],
	'Product Coupon Stock: Disassociate Stores': [
		OPERATIONS['Product Coupon Stock: Disassociate Stores'] ?? {},
		{
			...OPERATIONS['Product Coupon Stock: Disassociate Stores'],
			storeIdKind: 'own',
			storeIds: '0002',
		},
	],
	'Product Coupon Stock: Get Many': [OPERATIONS['Product Coupon Stock: Get Many'] ?? {}],
	'Merchant Coupon Stock: Get': [
		{
			...OPERATIONS['Merchant Coupon Stock: Get'],
			stockId: MERCHANT_COUPON_STOCKS.uploadedCodes,
		},
	],
	'Partnership: Get Many': [
		{
			...OPERATIONS['Partnership: Get Many'],
			businessType: PARTNERSHIP_STOCKS.many.business_type,
			stockId: PARTNERSHIP_STOCKS.many.stock_id,
			returnAll: true,
		},
	],
};

/** The schema of a value, in the words of the schema files. */
function typesOf(value: unknown): Schema {
	if (typeof value !== 'object' || value === null) {
		return { type: Number.isInteger(value) ? 'integer' : typeof value };
	}
	const properties = Object.entries(value).map(([name, member]) => [name, typesOf(member)]);
	return { type: 'object', properties: Object.fromEntries(properties) as Record<string, Schema> };
}

function merged(first: Schema, second: Schema): Schema {
	if (!first.properties || !second.properties) return second;
	const properties = { ...first.properties };
	for (const [name, schema] of Object.entries(second.properties)) {
		const known = properties[name];
		properties[name] = known ? merged(known, schema) : schema;
	}
	return { type: 'object', properties };
}

describe('Output previews', () => {
	test.each(Object.keys(RICH))(
		'%s: the preview has just the fields of real output',
		async (name) => {
			const runs = RICH[name] ?? [];
			const found: Schema[] = [];
			for (const parameters of runs) {
				const { items, error } = await run({ credential: simulator().credential, parameters });
				expect(error).toBeUndefined();
				expect(items.length).toBeGreaterThan(0);
				found.push(...items.map(({ json }) => typesOf(json)));
			}
			const { version, ...schema } = schemaOf(runs[0]?.resource, runs[0]?.operation);
			expect(version).toBe(1);
			expect(found.reduce(merged)).toEqual(schema);
		},
	);

	test('there is one for every operation of the node', async () => {
		const { properties } = await nodeDescription();
		const operations = properties.filter(({ name }) => name === 'operation');
		const files = operations.flatMap(({ displayOptions, options = [] }) =>
			options.map((option) =>
				join(
					FOLDER,
					String(displayOptions?.show?.resource?.[0]),
					`${'value' in option ? String(option.value) : ''}.json`,
				),
			),
		);
		expect(files.length).toBeGreaterThan(Object.keys(RICH).length);
		expect(files.filter((file) => !existsSync(file))).toEqual([]);
	});
});
