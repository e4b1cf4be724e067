import type { INodeProperties } from 'n8n-workflow';
import type { BatchOperation } from '../../marketing/operation/batch/members.ts';
import type { Operation } from '../../marketing/operation/page.ts';
import { exampleOf } from '../../marketing/parameters/body.ts';
import { COLLECTION_LABELS, collectionOf } from '../../marketing/parameters/collections.ts';
import { columnName } from '../../marketing/parameters/columnName.ts';
import type { Parameter } from '../../marketing/parameters/parameter.ts';
import type { Operation as Described } from '../../test/simulator/api/operations.mts';
import type { Schema } from '../../test/simulator/api/schema.mts';
import { columnsOf } from './columns.mts';
import { conditionWords, relationWords } from './conditionWords.mts';
import { descriptionOf, schemaOf } from './described.mts';
import { sentence, table } from './markdown.mts';

const HEADS = ['Field', 'WeChat Pay’s name', 'Where', 'Condition', 'Rules', 'What it is'];

/** Members of Options that every operation has; the index says so. */
const EVERYWHERE = ['maxRetries', 'requestsPerSecond', 'timeout'];

function between(low: number | undefined, high: number | undefined, unit: string): string {
	if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`;
	if (low !== undefined) return `at least ${low}${unit}`;
	return high === undefined ? '' : `at most ${high}${unit}`;
}

function rulesOf(schema: Schema | undefined): string {
	if (!schema) return '';
	const { enum: choices, items } = schema;
	const rules = [
		(choices ?? items?.enum)?.map((choice) => `\`${choice}\``).join(', '),
		between(schema.minLength, schema.maxLength, ' characters'),
		between(schema.minimum, schema.maximum, ''),
		between(schema.minItems, schema.maxItems, ' entries'),
	];
	return rules.filter(Boolean).join('; ');
}

/** @param example JSON text */
function withExample(description: string, example: string): string {
	return `${sentence(description)} For example \`${example}\``;
}

/** The members of an object or of the entries of a list, which are given as JSON. */
function memberRows(schema: Schema | undefined, above = ''): string[][] {
	const { properties = {}, required = [] } = schema?.items ?? schema ?? {};
	return Object.entries(properties).flatMap(([name, member]) => [
		[
			'in it',
			`\`${above}${name}\``,
			required.includes(name) ? 'required' : 'optional',
			'',
			rulesOf(member),
			member.description ?? '',
		],
		...memberRows(member, `${above}${name}.`),
	]);
}

function placeOf(parameter: Parameter, { endpoint }: Operation): string {
	if (parameter.place !== 'own') return COLLECTION_LABELS[collectionOf(parameter, endpoint)];
	return parameter.isRequired ? 'required' : 'optional';
}

function exampleIn({ placeholder = '' }: INodeProperties): string {
	return placeholder.replace('e.g. ', '');
}

/** The node makes as many calls as members take. */
function batchRule(operation: Operation, { wire }: Parameter): string | undefined {
	if (!('batch' in operation)) return undefined;
	const { members, atMost } = (operation as BatchOperation).batch;
	return members.wire === wire ? `${atMost} in a call, as many calls as it takes` : undefined;
}

function parameterRows(operation: Operation, described: Described): string[][] {
	return operation.parameters.flatMap((parameter) => {
		const { wire, field, ofNode } = parameter;
		const schema = schemaOf(described, wire);
		const description = field.description ?? schema?.description ?? '';
		const isJson = field.type === 'json';
		const row = [
			field.displayName,
			ofNode ? '' : `\`${wire}\``,
			placeOf(parameter, operation),
			[...(parameter.when ?? []).map(conditionWords), ...relationWords(parameter)].join('; '),
			batchRule(operation, parameter) ?? rulesOf(schema),
			isJson ? withExample(description, exampleIn(field)) : description,
		];
		return [row, ...(isJson ? memberRows(schema) : [])];
	});
}

function columnRows({ body }: Operation, described: Described): string[][] {
	if (!body) return [];
	return columnsOf(body).flatMap(({ path, leaf, isRequired, condition }) => {
		const schema = schemaOf(described, path);
		const description = schema?.description ?? '';
		const isList = 'part' in leaf;
		const row = [
			columnName({ path, leaf }),
			`\`${path}\``,
			isRequired ? 'column, required' : 'column',
			[condition, ...(isList ? [] : relationWords(leaf))].filter(Boolean).join('; '),
			rulesOf(schema),
			isList ? withExample(description, exampleOf(leaf)) : description,
		];
		return [row, ...(isList ? memberRows(schema) : [])];
	});
}

function choiceRows({ body }: Operation, described: Described): string[][] {
	return (body?.choices ?? []).map(({ wire, field }) => [
		field.displayName,
		`\`${wire}\``,
		'required',
		'',
		rulesOf(schemaOf(described, wire)),
		field.description ?? '',
	]);
}

function settingRows({ settings }: Operation): string[][] {
	return settings
		.map(({ field }): INodeProperties => field)
		.filter(({ name }) => !EVERYWHERE.includes(name))
		.map(({ displayName, description = '' }) => [
			displayName,
			'',
			COLLECTION_LABELS.options,
			'',
			'',
			description,
		]);
}

/** The fields of an operation, those of the body and what Options has of its own among them. */
export function fieldTable(operation: Operation): string {
	const described = descriptionOf(operation);
	return table(HEADS, [
		...parameterRows(operation, described),
		...choiceRows(operation, described),
		...columnRows(operation, described),
		...settingRows(operation),
	]);
}
