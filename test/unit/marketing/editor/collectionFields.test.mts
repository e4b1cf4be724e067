import { describe, expect, test } from '@jest/globals';
import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { WeChatPayMarketing } from '../../../../nodes/WeChatPayMarketing/WeChatPayMarketing.node.ts';
import { collectionField } from '../../../../marketing/editor/collectionFields.ts';
import { membersOf, type CollectionName } from '../../../../marketing/parameters/collections.ts';
import { text } from '../../../../marketing/parameters/kinds.ts';
import { option, optional } from '../../../../marketing/parameters/parameter.ts';
import { resources } from '../../../../marketing/resources/index.ts';
import { resource, writing } from '../../helpers/madeUp.mts';

const colour = optional(text('colour'));
const size = optional(text('size'));

const conditions = ({ options = [] }: INodeProperties) =>
	(options as INodeProperties[]).map(({ name, displayOptions }) => [name, displayOptions?.show]);

const additional = (...all: Parameters<typeof resource>[]) =>
	conditions(
		collectionField(
			all.map((one) => resource(...one)),
			'additionalFields',
		),
	);

describe('a member stands in the collection', () => {
	test('once, without a condition, when every operation has it; in the order of labels', () => {
		expect(
			additional(
				['cup', writing('Fill', size, colour), writing('Wash', size, colour)],
				['mug', writing('Fill', colour, size)],
			),
		).toEqual([
			['colour', undefined],
			['size', undefined],
		]);
	});

	test('for the resources all of whose operations have it', () => {
		const cup = [writing('Fill', colour), writing('Wash', colour)];
		expect(additional(['cup', ...cup], ['mug', writing('Fill')], ['jar', ...cup])).toEqual([
			['colour', { '/resource': ['cup', 'jar'] }],
		]);
	});

	test('for the operations that have it, where only some do', () => {
		expect(additional(['cup', writing('Fill', colour), writing('Wash')])).toEqual([
			['colour', { '/operation': ['fill'] }],
		]);
	});

	test('once for several resources, as long as one condition tells all of them and no other', () => {
		expect(
			additional(
				['cup', writing('Fill', colour), writing('Wash')],
				['mug', writing('Fill', colour), writing('Break', colour)],
				['jar', writing('Wash', colour), writing('Open')],
			),
		).toEqual([
			['colour', { '/resource': ['cup', 'mug'], '/operation': ['fill', 'break'] }],
			['colour', { '/resource': ['jar'], '/operation': ['wash'] }],
		]);
	});

	test('again when its words are others', () => {
		const other = optional(text('colour', { description: 'Of the glaze' }));
		expect(additional(['cup', writing('Fill', colour), writing('Wash', other)])).toEqual([
			['colour', { '/operation': ['fill'] }],
			['colour', { '/operation': ['wash'] }],
		]);
	});
});

test('Options take what belongs there, and what every operation has', () => {
	const loud = option(text('loud'));
	const field = collectionField([resource('cup', writing('Fill', loud, colour))], 'options');
	expect(field).toMatchObject({ name: 'options', displayName: 'Options', default: {} });
	expect(conditions(field).map(([name]) => name)).toEqual([
		'loud',
		'maxRetries',
		'requestsPerSecond',
		'timeout',
	]);
});

describe('n8n shows for an operation the members that its page has, and no others', () => {
	const description = new WeChatPayMarketing().description;

	test.each(
		resources.flatMap(({ value, operations }) =>
			operations.map((operation) => [value, operation.value, operation] as const),
		),
	)('%s.%s', (of, name, operation) => {
		const parameters: INodeParameters = { resource: of, operation: name };
		const node: INode = {
			...{ id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0] },
			parameters,
		};
		const isShown = (field: INodeProperties) =>
			NodeHelpers.displayParameter(parameters, field, node, description, parameters);
		const shown = description.properties
			.filter(({ type }) => type === 'collection')
			.filter(isShown)
			.map((field) => [
				field.name,
				(field.options as INodeProperties[])
					.filter(isShown)
					.map((member) => ({ ...member, displayOptions: undefined })),
			]);
		const names: CollectionName[] = ['filters', 'additionalFields', 'options'];
		const byLabel = (one: INodeProperties, other: INodeProperties) =>
			one.displayName.localeCompare(other.displayName, 'en');
		const wanted = names
			.map((collection) => [collection, membersOf(operation, collection).sort(byLabel)] as const)
			.filter(([, members]) => members.length > 0);
		expect(shown).toEqual(wanted);
	});
});
