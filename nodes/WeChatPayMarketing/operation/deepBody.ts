import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { BodyPart, Choices } from '../parameters/body';
import { fromItem, fromJson, nested } from '../parameters/givenBody';
import { choice } from '../parameters/kinds';
import { when, type Parameter } from '../parameters/parameter';
import { readBody } from '../parameters/readBody';
import { isJsonObject } from '../transport/attempt';
import type { ItemInput } from './itemInput';
import type { Values } from './placement';

/** A body of many levels: columns of a resource mapper, or JSON. */
export interface DeepBody {
	/** the fields that decide which columns exist */
	choices?: readonly Parameter<string, true, string>[];
	parts: readonly BodyPart[];
	/** the smallest body that WeChat Pay takes, which the JSON field starts with */
	smallest: IDataObject;
}

const define = choice(
	'define',
	[
		{ name: 'Using Fields Below', value: 'fields', description: 'Fill in fields, or map columns' },
		{ name: 'Using JSON', value: 'json', description: 'Give the whole body as JSON' },
	],
	{ label: 'Define', description: 'How the values are given' },
);

const JSON_FIELD = { displayName: 'Body (JSON)', name: 'json' };
const COLUMNS_FIELD = { displayName: 'Fields', name: 'fields' };

function columnsField(choices: readonly Parameter[]): INodeProperties {
	return {
		...COLUMNS_FIELD,
		type: 'resourceMapper',
		description: 'The values of the body. The choices above decide which there are.',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		displayOptions: { show: { define: ['fields'] } },
		typeOptions: {
			loadOptionsDependsOn: ['resource', 'operation', ...choices.map(({ field }) => field.name)],
			resourceMapper: {
				resourceMapperMethod: 'bodyColumns',
				mode: 'add',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: false,
				multiKeyMatch: false,
				supportAutoMap: true,
			},
		},
	};
}

function jsonField(smallest: IDataObject): INodeProperties {
	return {
		...JSON_FIELD,
		type: 'json',
		default: JSON.stringify(smallest, null, 2),
		typeOptions: { rows: 12 },
		displayOptions: { show: { define: ['json'] } },
		description:
			'The body as WeChat Pay documents it, without what the fields above and Options hold',
	};
}

function chosen({ choices = [] }: DeepBody): Parameter[] {
	return choices.map((parameter) => when(define, 'fields', parameter));
}

/** The fields of a deep body: how it is given, what decides about its columns, the columns, the JSON. */
export function bodyFields(body: DeepBody | undefined): INodeProperties[] {
	if (!body) return [];
	return [
		define.field,
		...chosen(body).map(({ field }) => ({
			...field,
			displayOptions: { show: { define: ['fields'] } },
		})),
		columnsField(body.choices ?? []),
		jsonField(body.smallest),
	];
}

function columnsOf(input: ItemInput, { parts }: DeepBody): IDataObject {
	const mapper = input.raw(COLUMNS_FIELD);
	if (!isJsonObject(mapper)) return {};
	if (mapper.mappingMode === 'autoMapInputData') return fromItem(parts, input.json);
	return nested(isJsonObject(mapper.value) ? mapper.value : {});
}

function givenBody(input: ItemInput, body: DeepBody): Values {
	const facts = input.readingFacts;
	const choices = body.choices ?? [];
	if (input.required(define) === 'json') {
		const given = fromJson(input.raw(JSON_FIELD));
		const known: Choices = Object.fromEntries(
			choices.map(({ wire, field }) => [field.name, String(given[wire] ?? '')]),
		);
		const parts = [...choices, ...body.parts];
		return readBody(parts, given, { choices: known, facts, namedBy: 'path' }) as Values;
	}
	const values = choices.map((parameter) => [parameter, input.required(parameter)] as const);
	const known: Choices = Object.fromEntries(
		values.map(([{ field }, value]) => [field.name, value]),
	);
	return {
		...Object.fromEntries(values.map(([{ wire }, value]) => [wire, value])),
		...(readBody(body.parts, columnsOf(input, body), {
			choices: known,
			facts,
			namedBy: 'label',
		}) as Values),
	};
}

/**
 * Reads the deep body of an input item.
 *
 * @returns its members under WeChat Pay's names, those that decide about the others included; a merchant of it
 * that nobody gave is that of the credential
 * @throws InputError naming the value that is missing, wrong, unknown, or not for the chosen values
 */
export async function readDeepBody(input: ItemInput, body: DeepBody): Promise<Values> {
	const values = givenBody(input, body);
	for (const part of body.parts) {
		if ('part' in part || part.absent !== 'merchantId') continue;
		values[part.wire] ??= await input.merchantId();
	}
	return values;
}
