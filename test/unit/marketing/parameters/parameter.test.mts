import { describe, expect, test } from '@jest/globals';
import { id } from '../../../../marketing/parameters/kinds.ts';
import {
	added,
	fieldOf,
	labelOf,
	nameOf,
	option,
	optional,
	withoutRequired,
} from '../../../../marketing/parameters/parameter.ts';

describe("a field is named after WeChat Pay's name", () => {
	test.each([
		['brand_id', 'Brand ID', 'brandId'],
		['openid', 'OpenID', 'openid'],
		['sub_mchid', 'Sub Merchant ID', 'subMchid'],
		['stock_send_rule.max_count', 'Max Count', 'maxCount'],
	])('%s', (wire, label, name) => {
		expect(labelOf(wire)).toBe(label);
		expect(nameOf(wire)).toBe(name);
	});

	test('unless its page says another, and says no more than the page', () => {
		expect(fieldOf('brand_id', {})).toEqual({ displayName: 'Brand ID', name: 'brandId' });
		const words = { label: 'Brand', name: 'brand', description: 'Whose', hint: 'One' };
		expect(fieldOf('brand_id', { ...words, example: '120344' })).toEqual({
			displayName: 'Brand',
			name: 'brand',
			description: 'Whose',
			placeholder: 'e.g. 120344',
			hint: 'One',
		});
	});
});

describe('a parameter', () => {
	const brandId = id('brand_id');

	test('is required in a field of its own', () => {
		expect(brandId).toMatchObject({ place: 'own', isRequired: true, field: { required: true } });
	});

	test.each([
		['optional', optional(brandId), { place: 'added' }],
		['an option', option(brandId), { place: 'option' }],
	])('is not required when it is %s, and reads as before', (_, changed, expected) => {
		expect(changed).toMatchObject({ ...expected, isRequired: false, wire: 'brand_id' });
		expect(changed.field).not.toHaveProperty('required');
		expect(changed.read(' 1')).toBe('1');
		expect(brandId.field.required).toBe(true);
	});

	test('is required in a collection only where it exists', () => {
		const changed = added(brandId);
		expect(changed).toMatchObject({ place: 'added', isRequired: true, wire: 'brand_id' });
		expect(changed.field).not.toHaveProperty('required');
		expect(changed.read(' 1')).toBe('1');
	});

	test('without "required" keeps the rest of its field', () => {
		expect(withoutRequired(brandId.field)).toEqual({
			displayName: 'Brand ID',
			name: 'brandId',
			type: 'string',
			default: '',
		});
	});
});
