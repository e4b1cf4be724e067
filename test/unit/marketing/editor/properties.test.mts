import { describe, expect, test } from '@jest/globals';
import { nodeProperties } from '../../../../marketing/editor/properties.ts';
import { when } from '../../../../marketing/parameters/conditions.ts';
import { choice, flag, text } from '../../../../marketing/parameters/kinds.ts';
import { optional } from '../../../../marketing/parameters/parameter.ts';
import { resources, usualResource } from '../../../../marketing/resources/index.ts';
import { reading, resource, writing } from '../../helpers/madeUp.mts';

const brand = text('brand');
const colour = text('colour');
const size = text('size');
const lid = flag('lid');
const handle = choice('handle', [
	{ name: 'None', value: 'NONE' },
	{ name: 'Round', value: 'ROUND' },
]);

/** The fields of a made-up resource: their names, and for what they are shown. */
const shown = (...operations: Parameters<typeof writing>[]) =>
	nodeProperties([resource('cup', ...operations.map((one) => writing(...one)))], 'cup')
		.filter(({ name }) => !['resource', 'operation', 'options'].includes(name))
		.map(({ name, displayOptions }) => [name, displayOptions?.show]);

test('first comes Resource, then the operations of each, and each begins with its own default', () => {
	const cup = resource('cup', reading('Get', brand), writing('Fill', brand));
	const mug = resource('mug', reading('Get Many', brand));
	const [first, ...rest] = nodeProperties([cup, mug], 'mug');
	expect(first).toMatchObject({ name: 'resource', default: 'mug' });
	expect(first?.options).toMatchObject([{ value: 'cup' }, { value: 'mug' }]);
	expect(rest.slice(0, 2)).toMatchObject([
		{
			name: 'operation',
			default: 'get',
			displayOptions: { show: { resource: ['cup'] } },
			options: [
				{ name: 'Get', value: 'get', action: 'Get thing' },
				{ name: 'Fill', value: 'fill', action: 'Fill thing' },
			],
		},
		{ name: 'operation', default: 'getAll', displayOptions: { show: { resource: ['mug'] } } },
	]);
	expect(rest.at(-1)).toMatchObject({ name: 'options' });
});

describe('the fields of a resource', () => {
	test('are one for all operations that have them', () => {
		expect(shown(['Fill', brand, colour], ['Wash', brand])).toEqual([
			['brand', { resource: ['cup'], operation: ['fill', 'wash'] }],
			['colour', { resource: ['cup'], operation: ['fill'] }],
		]);
	});

	test('are two when their words are others', () => {
		const other = text('brand', { description: 'Of the glaze' });
		expect(shown(['Fill', brand], ['Wash', other])).toEqual([
			['brand', { resource: ['cup'], operation: ['fill'] }],
			['brand', { resource: ['cup'], operation: ['wash'] }],
		]);
	});

	test('stand in one rank in which every page finds its order', () => {
		expect(shown(['Fill', brand, size], ['Wash', colour, size], ['Break', brand, colour])).toEqual([
			['brand', { resource: ['cup'], operation: ['fill', 'break'] }],
			['colour', { resource: ['cup'], operation: ['wash', 'break'] }],
			['size', { resource: ['cup'], operation: ['fill', 'wash'] }],
		]);
	});

	test('cannot stand in one rank when two pages want opposite orders', () => {
		expect(() => shown(['Fill', brand, size], ['Wash', size, brand])).toThrow(
			'Operations disagree on the order of their fields',
		);
	});

	test('that are for a choice are shown with it', () => {
		expect(shown(['Fill', handle, when(handle, 'ROUND', size)])).toEqual([
			['handle', { resource: ['cup'], operation: ['fill'] }],
			['size', { resource: ['cup'], operation: ['fill'], handle: ['ROUND'] }],
		]);
	});

	test('that are for a switch are shown with it on, or off', () => {
		expect(shown(['Fill', lid, when(lid, 'false', size)])).toEqual([
			['lid', { resource: ['cup'], operation: ['fill'] }],
			['size', { resource: ['cup'], operation: ['fill'], lid: [false] }],
		]);
	});

	test('that may be left out stand in a collection: Filters of what reads, Additional Fields of what writes', () => {
		const fields = nodeProperties(
			[resource('cup', reading('Get', optional(colour)), writing('Fill', optional(size)))],
			'cup',
		);
		expect(
			fields.filter(({ name }) => ['filters', 'additionalFields'].includes(name)),
		).toMatchObject([
			{
				displayOptions: { show: { resource: ['cup'], operation: ['get'] } },
				options: [{ name: 'colour' }],
			},
			{
				displayOptions: { show: { resource: ['cup'], operation: ['fill'] } },
				options: [{ name: 'size' }],
			},
		]);
	});
});

describe('the fields of the node', () => {
	const properties = nodeProperties(resources, usualResource);

	test('that are for a choice are not required, and numbers begin as 0, which none of them takes', () => {
		const parameters = resources.flatMap(({ operations }) =>
			operations.flatMap((operation) => operation.parameters),
		);
		const own = parameters.filter(({ place, when: only }) => only && place === 'own');
		expect(own.filter(({ field }) => field.required)).toEqual([]);
		const numbers = own.filter(({ field }) => field.type === 'number');
		expect(numbers.length).toBeGreaterThan(4);
		for (const { field, read } of numbers) {
			expect([field.name, field.default]).toEqual([field.name, 0]);
			expect(() => read(0)).toThrow(' is not a whole number ');
		}
	});

	test('that empty the columns when they are changed say so where everybody sees it', () => {
		const deep = properties.filter(({ type }) => type === 'resourceMapper');
		const emptying = deep.flatMap(({ displayOptions, typeOptions }) => {
			const [, , ...names] = typeOptions?.loadOptionsDependsOn as string[];
			return properties.filter(
				(field) =>
					names.includes(field.name) &&
					['resource', 'operation'].every((name) => {
						const [value] = displayOptions?.show?.[name] ?? [];
						return field.displayOptions?.show?.[name]?.includes(value as string);
					}),
			);
		});
		expect([...new Set(emptying.map(({ displayName }) => displayName))].sort()).toEqual([
			'Image Generation Type',
			'Scope',
			'Stock Type',
			'Type',
			'Usage Mode',
		]);
		for (const { displayName, hint } of emptying) {
			expect([displayName, hint]).toEqual([displayName, 'Changing it empties the fields below']);
		}
	});

	test('that must be there with a choice are fields of their own', () => {
		const hidden = resources.flatMap(({ value, operations }) =>
			operations.flatMap(({ value: operation, parameters }) =>
				parameters
					.filter(({ isRequired, place }) => isRequired && place !== 'own')
					.map(({ field }) => `${value}.${operation} ${field.name}`),
			),
		);
		expect(hidden).toEqual([]);
	});

	test.each(
		resources.flatMap(({ value, operations }) =>
			operations.map((operation) => [value, operation.value, operation] as const),
		),
	)('of %s.%s stand in the order of the page', (of, name, { parameters }) => {
		const own = properties
			.filter(({ displayOptions: { show = {} } = {} }) => {
				const { resource: ofResources, operation: ofOperations } = show;
				return ofResources?.includes(of) && ofOperations?.includes(name);
			})
			.map((field) => field.name);
		const wanted = parameters.filter(({ place }) => place === 'own').map(({ field }) => field.name);
		expect(own.filter((field) => wanted.includes(field))).toEqual(wanted);
	});
});
