import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../../../../marketing/items/fields.ts';
import { bodyNumber } from '../../../../marketing/operation/bodyNumber.ts';
import { requestNumber } from '../../../../marketing/parameters/kinds.ts';
import { expectRefusal } from '../../helpers/refusal.mts';

const number = requestNumber('base.out_request_no');

interface Given {
	define?: 'json' | 'fields';
	json?: unknown;
	fields?: IDataObject;
	/** what stands in Options */
	option?: string;
	item?: IDataObject;
	isExpression?: boolean;
}

const read = ({ define = 'json', option, item = {}, isExpression = false, ...raw }: Given) =>
	bodyNumber(
		{
			required: () => define,
			raw: ({ name }: { name: 'json' | 'fields' }) => raw[name],
			read: () => option,
			json: item,
			isExpression: () => isExpression,
		} as unknown as Fields,
		number,
	);

const body = (out_request_no?: unknown) => JSON.stringify({ base: { out_request_no } });

describe('in JSON', () => {
	test('the number counts, and is read as one', () => {
		expect(read({ json: body(' own_0001') })).toBe('own_0001');
		expect(read({ json: body('own_0001'), option: 'own_0001' })).toBe('own_0001');
		expectRefusal(() => read({ json: body('own') }), 'is shorter than 6 characters');
	});

	test('none is none, and an empty one, too', () => {
		expect(read({ json: body() })).toBeUndefined();
		expect(read({ json: body(), isExpression: true })).toBeUndefined();
		expect(read({ json: body('') })).toBeUndefined();
	});

	test('an empty one of an expression is a cell that was forgotten', () => {
		expectRefusal(
			() => read({ json: body(''), isExpression: true }),
			'base.out_request_no is empty',
		);
	});

	test('another one than in Options is refused', () => {
		expectRefusal(
			() => read({ json: body('own_0001'), option: 'own_0002' }),
			'base.out_request_no is “own_0001”, and Request Number under Options is “own_0002”',
		);
	});
});

describe('in the item', () => {
	const automatic = { define: 'fields', fields: { mappingMode: 'autoMapInputData' } } as const;

	test.each<[string, IDataObject]>([
		['as a column', { 'base.out_request_no': 'old_0001' }],
		['in an object', { base: { out_request_no: 'old_0001' } }],
	])('one that is not mapped is refused: %s', (_, item) => {
		expectRefusal(
			() => read({ ...automatic, item }),
			'Request Number (column `base.out_request_no`) is in the input, “old_0001”, and would not count',
		);
		expect(read({ ...automatic, item, option: 'own_0001' })).toBeUndefined();
	});

	test('none is none, and nothing is looked for where columns are mapped by hand', () => {
		expect(read({ ...automatic, item: { base: {} } })).toBeUndefined();
		const byHand = { define: 'fields', fields: { mappingMode: 'defineBelow' } } as const;
		expect(read({ ...byHand, item: { 'base.out_request_no': 'old_0001' } })).toBeUndefined();
	});
});
