import { describe, expect, test } from '@jest/globals';
import { GivenFields } from '../../../../marketing/items/givenFields.ts';
import type { NodeParameters } from '../../../../marketing/items/nodeParameters.ts';
import { leavesOf } from '../../../../marketing/parameters/body.ts';
import { neededWhen, when } from '../../../../marketing/parameters/conditions.ts';
import { choice, id, integer, requestNumber } from '../../../../marketing/parameters/kinds.ts';
import { added, optional, type Parameter } from '../../../../marketing/parameters/parameter.ts';

const mode = choice('update_mode', [
	{ name: 'Max Count', value: 'MAX_COUNT' },
	{ name: 'Max Count per Day', value: 'PER_DAY' },
]);
const brandId = id('brand_id');
const count = when(mode, 'MAX_COUNT', added(integer('max_count')));
const hidden = when(mode, 'MAX_COUNT', brandId);
const target = when(mode, 'MAX_COUNT', integer('target', { min: 1 }));
const number = requestNumber('out_request_no');
const state = optional(id('state'));
const guard = { ...state, guards: true };
const size = optional(integer('size'));

/** The fields of a node that writes, or reads, with these values. */
function givenIn(fields: Record<string, unknown>, method = 'POST', isMapped = false): GivenFields {
	const parameters = {
		value: (name: string) => fields[name],
		isExpression: (name: string) => name === 'brandId',
		isMemberExpression: () => isMapped,
	} as unknown as NodeParameters;
	const operation = {
		endpoint: { method },
		parameters: [mode, count, size, state, number],
		settings: [],
	};
	return new GivenFields(parameters, operation, 0);
}

const leafOf = (parameter: Parameter) => {
	const [leaf] = leavesOf([parameter], {});
	return { ...leaf!, leaf: parameter };
};

describe('what is given', () => {
	test('is what the field, or the member of a collection, holds, unread', () => {
		const fields = givenIn({ brandId: ' 1 ', additionalFields: { size: 5 } });
		expect([fields.given(brandId), fields.given(size)]).toEqual([' 1 ', 5]);
		expect(givenIn({ filters: { size: 6 } }, 'GET').given(size)).toBe(6);
	});

	test('is nothing where there is nothing', () => {
		expect(givenIn({ brandId: ' ' }).given(brandId)).toBeUndefined();
		expect(givenIn({}).given(size)).toBeUndefined();
	});

	test.each(['', ' ', '\u00a0', null, undefined])(
		'is refused where a request number is mapped to a column with %j',
		(requestNumber) => {
			const options = { requestNumber };
			expect(() => givenIn({ options }, 'POST', true).given(number)).toThrow('Request Number');
		},
	);

	test.each(['', ' ', '\u00a0', null, undefined])(
		'is refused where a filter, or a guard, is mapped to a column with %j',
		(given) => {
			const filters = givenIn({ filters: { state: given } }, 'GET', true);
			expect(() => filters.given(state)).toThrow(/^State (is empty|has an expression)/);
			const fields = givenIn({ additionalFields: { state: given } }, 'POST', true);
			expect(() => fields.given(guard)).toThrow(/^State (is empty|has an expression)/);
		},
	);

	test('is nothing where a filter is added and left empty, or another field is mapped to an empty cell', () => {
		expect(givenIn({ filters: { state: '' } }, 'GET').given(state)).toBeUndefined();
		expect(givenIn({ additionalFields: { state: '' } }).given(guard)).toBeUndefined();
		expect(
			givenIn({ additionalFields: { state: ' ' } }, 'POST', true).given(state),
		).toBeUndefined();
	});

	test('is nothing where Request Number is added and left empty', () => {
		expect(givenIn({ options: { requestNumber: '' } }).given(number)).toBeUndefined();
	});

	test('is nothing where n8n filled in the number of a field that is for a choice', () => {
		expect(givenIn({ target: 0 }).given(target)).toBeUndefined();
		expect(givenIn({ target: 1 }).given(target)).toBe(1);
		expect(givenIn({ brandId: 0 }).given(hidden)).toBe(0);
	});

	test('does not count in a field that the chosen values hide', () => {
		const fields = givenIn({ brandId: '1', additionalFields: { maxCount: 5 } });
		expect(fields.givenAt(leafOf(hidden))).toBeUndefined();
		expect(fields.givenAt(leafOf(count))).toBe(5);
	});
});

describe('what is missing', () => {
	test.each([
		[brandId, 'Brand ID is empty', 'Fill it in, or leave out the row.'],
		[mode, 'Update Mode is empty', 'Fill it in.'],
		[integer('amount'), 'Amount is empty', 'Fill it in.'],
		[
			hidden,
			'Brand ID is empty',
			'Fill it in, because Update Mode is Max Count, or leave out the row.',
		],
		[target, 'Target is missing', 'Fill it in, because Update Mode is Max Count.'],
		[
			count,
			'Max Count is missing',
			'Add it to Additional Fields, because Update Mode is Max Count.',
		],
	])('%#', (parameter, message, remedy) => {
		expect(givenIn({}).missing(parameter)).toMatchObject({ message, remedy });
	});

	test('under a condition', () => {
		const needed = neededWhen(mode, 'PER_DAY', size);
		expect(givenIn({}, 'GET').missing(needed, needed.neededWhen)).toMatchObject({
			message: 'Size is missing',
			remedy: 'Add it to Filters, because Update Mode is Max Count per Day.',
		});
	});
});

test('what does not go with the chosen values', () => {
	const error = givenIn({}).unchosen(leafOf(count), count.when ?? [], { updateMode: 'PER_DAY' });
	expect(error).toMatchObject({
		message: 'Max Count does not go with Update Mode Max Count per Day',
		remedy: 'Take it out of Additional Fields, or let Update Mode be Max Count.',
	});
});
