import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { ExactOperation } from '../../marketing/operation/batch/exactly.ts';
import { resources } from '../../marketing/resources/index.ts';
import type { Operation } from '../../marketing/operation/page.ts';
import type { Resource } from '../../marketing/operation/resource.ts';
import { leavesOf } from '../../marketing/parameters/body.ts';
import { COLLECTION_LABELS, collectionOf } from '../../marketing/parameters/collections.ts';
import {
	readOperations,
	type Operation as Described,
} from '../../test/simulator/api/operations.mts';
import type { Schema } from '../../test/simulator/api/schema.mts';
import { projectFolder } from '../project.mts';

export const operationsPagePath = join(projectFolder, 'docs/operations.md');

const described = new Map(readOperations().map((one) => [`${one.method} ${one.path}`, one]));

/** What openapi/ says of an operation's endpoint. */
export function descriptionOf({ endpoint }: Operation): Described {
	const found = described.get(`${endpoint.method} ${endpoint.path}`);
	if (!found) throw new Error(`openapi/ has no ${endpoint.method} ${endpoint.path}`);
	return found;
}

/** The schema of a value, wherever the endpoint takes it. */
export function schemaOf({ parameters, body }: Described, wire: string): Schema | undefined {
	const [first = '', ...rest] = wire.split('.');
	const start =
		parameters.find(({ name }) => name === first)?.schema ?? body?.schema.properties?.[first];
	return rest.reduce<Schema | undefined>((at, name) => at?.properties?.[name], start);
}

/** n8n wants a period behind several sentences, and none behind one. */
const sentence = (description: string): string => description.replace(/\.?$/, '.');

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

function cell(text: string): string {
	return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
}

function row(...cells: string[]): string {
	return `| ${cells.map(cell).join(' | ')} |`;
}

function parameterRows(operation: Operation): string[] {
	const description = descriptionOf(operation);
	return operation.parameters.map((parameter) => {
		const { wire, field, place, isRequired, when } = parameter;
		const collection = COLLECTION_LABELS[collectionOf(parameter, operation.endpoint)];
		const schema = schemaOf(description, wire);
		const need = isRequired && !when ? 'required' : place === 'own' ? 'depends' : collection;
		return row(
			field.displayName,
			`\`${wire}\``,
			need,
			rulesOf(schema),
			schema?.description ?? field.description ?? '',
		);
	});
}

function bodyRows(operation: Operation): string[] {
	const { body } = operation;
	if (!body) return [];
	const description = descriptionOf(operation);
	const choices = (body.choices ?? []).map(({ wire, field }) => {
		const schema = schemaOf(description, wire);
		return row(
			field.displayName,
			`\`${wire}\``,
			'required',
			rulesOf(schema),
			field.description ?? '',
		);
	});
	const leaves = leavesOf(body.parts, {}).map(({ path, leaf, isRequired }) => {
		const schema = schemaOf(description, path);
		const label = 'part' in leaf ? leaf.label : leaf.field.displayName;
		const need = isRequired ? 'required' : 'column';
		return row(label, `\`${path}\``, need, rulesOf(schema), schema?.description ?? '');
	});
	return [...choices, ...leaves];
}

function quotaWords({ endpoint: { quota } }: Operation): string {
	return quota ? `${quota.calls} calls a ${quota.per}` : 'none documented';
}

function endpointWords(operation: Operation): string {
	const { endpoint } = operation;
	const { nameZh } = descriptionOf(operation);
	const url = endpoint.documentationUrl;
	return `${url ? `[${nameZh}](${url})` : nameZh}; \`${endpoint.method} ${endpoint.path}\`; limit: ${quotaWords(operation)}`;
}

/** An operation of ours is made of the calls of others. */
function callsWords(operation: Operation): string {
	const { batch, removal } = operation as Partial<ExactOperation>;
	if (!batch || !removal) return endpointWords(operation);
	const list = batch.truth ? [batch.truth.list.name] : [];
	return `made of ${[...list, batch.operation.name].join(', ')} and ${removal.name}`;
}

function operationSection(operation: Operation): string[] {
	const { name, description } = operation;
	return [
		`### ${name}`,
		`${sentence(description)} (${callsWords(operation)})`,
		[
			row('Field', 'WeChat Pay’s name', 'Where', 'Rules', 'What it is'),
			row('---', '---', '---', '---', '---'),
			...parameterRows(operation),
			...bodyRows(operation),
		].join('\n'),
	];
}

function resourceSection({ name, description, operations }: Resource): string[] {
	return [`## ${name}`, sentence(description), ...operations.flatMap(operationSection)];
}

const TIMES = [
	'## Times',
	'WeChat Pay knows the time of Beijing. A field marked _(Beijing)_ takes a time without a zone as one of Beijing, whatever the time zone of n8n and of the workflow. Understood are',
	[
		'- days: `2026-12-31`, `2026/12/31`, `2026.12.31`, `2026年12月31日`, `20261231`, the day numbers of Excel and Google Sheets between 2000 and 2100 (`46387`)',
		'- times: any of the first four with `8:05` or `08:05:30` behind it, the picker’s `2026-12-31T08:05:30`, day numbers with a fraction (`46387.5`)',
		'- with a zone: `2026-12-31T08:05:30+08:00`, `2026-12-31T00:05:30Z`, and the dates of n8n’s expressions and of JavaScript',
	].join('\n'),
	'A day alone is its first second, and as the end of a period (`end_time`) its last one, 23:59:59; a time of 00:00:00 stays that moment. What does not begin with the year, such as `5/1/2027`, is refused.',
	'Leave dates as they come out of a spreadsheet. What n8n has made a date of without being told a zone (`$today`, `DateTime.fromISO($json.day)`, `$json.day.toDateTime()`) begins at midnight in the time zone of the workflow, and nobody can see that any more: set that zone to Asia/Shanghai in the settings of the workflow, as the templates do. In a Google Sheets node, Output Formatting > Date > Serial Number gives day numbers in place of text in the format of the sheet.',
];

/** The text of docs/operations.md: every operation with its fields, from the pages of the node and openapi/. */
export async function operationsPage(): Promise<string> {
	const contents = resources.map(
		({ name, operations }) =>
			`- [${name}](#${name.toLowerCase().replaceAll(' ', '-')}): ${operations.map((one) => one.name).join(', ')}`,
	);
	const text = [
		'# Operations',
		'Made by `npm run docs` from the pages of the node and from `openapi/`; do not edit. Every list has Return All and Limit, every operation has Timeout, Max Retries and Requests Per Second under Options. Reports have Output: rows, or the file.',
		contents.join('\n'),
		...TIMES,
		...resources.flatMap(resourceSection),
	].join('\n\n');
	return await format(text, {
		...(await resolveConfig(operationsPagePath)),
		filepath: operationsPagePath,
	});
}
