import { afterEach, describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BRANDS, PRODUCT_COUPONS, STOCKS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const UPDATE = {
	resource: 'productCouponStock',
	operation: 'update',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
	stockId: STOCKS.allStores,
};

/** Names by which a write would reach what all objects of the process inherit. */
const ROWS: Array<[string, IDataObject]> = [
	['a dotted __proto__', { remark: '夏季', '__proto__.formData': { meta: 'x' } }],
	['a dotted constructor', { remark: '夏季', 'constructor.prototype.formData': 'x' }],
	['a __proto__ within', { remark: '夏季', 'coupon_display_info.__proto__.formData': 'x' }],
	['a nested __proto__', JSON.parse('{"remark":"夏季","__proto__":{"formData":"x"}}')],
];

/** Every way on which names of a row come into a call. */
const WAYS: Array<[string, (row: IDataObject) => INodeParameters]> = [
	[
		'mapped by hand',
		(row) => ({ fields: { mappingMode: 'defineBelow', value: row as INodeParameters } }),
	],
	['mapped automatically', () => ({ fields: { mappingMode: 'autoMapInputData', value: null } })],
	['JSON', () => ({ define: 'json', json: '={{ $json }}' })],
	['JSON text', () => ({ define: 'json', json: '={{ JSON.stringify($json) }}' })],
	['Options', () => ({ define: 'json', json: '{"remark":"夏季"}', options: '={{ $json }}' })],
];

const before = Object.getOwnPropertyNames(Object.prototype);

describe.each(ROWS)('a row with %s', (_, row) => {
	afterEach(() => {
		for (const name of Object.getOwnPropertyNames(Object.prototype)) {
			if (!before.includes(name)) Reflect.deleteProperty(Object.prototype, name);
		}
	});

	test.each(WAYS)(
		'%s: nothing that objects inherit is written, other calls go on',
		async (_, way) => {
			const { credential } = simulator();
			await run({ credential, parameters: { ...UPDATE, ...way(row) }, rows: [row] });
			expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
			const sent = simulator().requests.filter(({ method }) => method !== 'GET');
			for (const { body } of sent) {
				expect(JSON.parse(body.toString())).toHaveProperty('remark', '夏季');
				expect(body.toString()).not.toContain('formData');
			}
			simulator().reset();
			const manual = { mappingMode: 'defineBelow', value: { remark: '冬季' } };
			const { error } = await run({ credential, parameters: { ...UPDATE, fields: manual } });
			expect(error).toBeUndefined();
		},
	);
});
