import { describe, expect, test } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';
import { WeChatPayBrandApi } from '../../../credentials/WeChatPayBrandApi.credentials.ts';
import { brandAccount, brandResources } from '../../../marketing/brand.ts';
import { resources } from '../../../marketing/resources/index.ts';
import { WeChatPayBrand } from '../../../nodes/WeChatPayBrand/WeChatPayBrand.node.ts';
import { readBrandOperations } from '../../simulator/api/brandOperations.mts';
import { BRAND } from '../../../wechatpay/credential.ts';

const operations = brandResources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${operation.value}`,
		resource,
		operation,
	})),
);
const described = new Map(readBrandOperations().map((operation) => [operation.id, operation]));

/** What is ours is made of the calls of others. */
const OURS = ['productCouponStock.setStores', 'productCouponStockBundle.setStores'];

describe.each(operations)('$name', ({ name, operation }) => {
	const { endpoint, parameters } = operation;

	test('has no placeholder that nothing fills', () => {
		const required = parameters.filter(({ isRequired }) => isRequired).map(({ wire }) => wire);
		const placeholders = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, wire]) => wire);
		expect(required).toEqual(expect.arrayContaining(placeholders));
	});

	test('asks for nothing that the signature says', () => {
		expect(parameters.filter(({ wire }) => brandAccount.implies(wire))).toEqual([]);
	});

	test('finds again the endpoint that its own calls go to', () => {
		const { documentationUrl, ...place } = endpoint;
		expect(brandAccount.endpointOf(endpoint)).toEqual({ ...place, documentationUrl });
	});

	test('is where openapi/ has it, as often, and with its page', () => {
		if (OURS.includes(name)) return;
		const { method, path, quota, documentation } = described.get(name)!;
		expect(endpoint).toMatchObject({ method, path });
		expect(endpoint.quota).toEqual(quota);
		expect(endpoint.documentationUrl).toBe(documentation);
	});
});

test('a brand has all that openapi/ describes', () => {
	const names = operations.map(({ name }) => name).filter((name) => !OURS.includes(name));
	const played = new Set(resources.map(({ value }) => value));
	const wanted = [...described.keys()].filter((name) => played.has(name.split('.')[0] ?? ''));
	expect(names.sort()).toEqual(wanted.sort());
});

test('what is chosen when nothing was is there', () => {
	for (const { operations: ofResource, defaultOperation } of brandResources) {
		expect(ofResource.map(({ value }) => value)).toContain(defaultOperation);
	}
});

/** Every text of a value. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

describe('the faces of a brand', () => {
	const { description } = new WeChatPayBrand();
	const { properties, name } = new WeChatPayBrandApi();

	test('ask for its credential', () => {
		expect(name).toBe(brandAccount.credential);
		expect(description.credentials).toEqual([{ name, required: true }]);
	});

	test('name the fields of the credential as its words do', () => {
		const labels = properties.map((field: INodeProperties) => [field.name, field.displayName]);
		const { names } = BRAND;
		const { callerId, notificationKey, ...fields } = brandAccount.words.labels.fields;
		expect(Object.fromEntries(labels)).toEqual({
			...fields,
			[names.callerId]: callerId,
			[names.notificationKey]: notificationKey,
		});
	});

	test('speak of no merchant but of the one who receives money', () => {
		const spoken = [...textsIn(description), ...textsIn(properties)];
		const ofMerchants = spoken.filter((text) => /merchant|service provider/i.test(text));
		expect(ofMerchants.filter((text) => !/recipient|receiv|company or person/i.test(text))).toEqual(
			[],
		);
	});

	test('have every list that their fields ask for, and no other', () => {
		const asked = JSON.stringify(description).matchAll(/"searchListMethod":"(\w+)"/g);
		const names = [...new Set([...asked].map(([, method]) => method))];
		expect(Object.keys(new WeChatPayBrand().methods.listSearch).sort()).toEqual(names.sort());
	});

	test('weigh 90 KB at most', () => {
		expect(JSON.stringify(description).length).toBeLessThanOrEqual(90 * 1024);
	});
});
