import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { BodyPart } from '../parameters/body';
import { fromItem, fromJson, nested } from '../parameters/givenBody';
import { choice } from '../parameters/kinds';
import { when, type Parameter } from '../parameters/parameter';
import { readBody, type BodyReading } from '../parameters/readBody';
import { isJsonObject } from '../../wechatpay/losslessJson';
import type { Fields } from '../items/fields';
import type { Values } from '../items/placement';

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
		description:
			'The values of the body. The choices above decide which there are. Text of a time without a zone is Beijing time: leave it as text.',
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

function columnsOf(fields: Fields, { parts }: DeepBody): IDataObject {
	const mapper = fields.raw(COLUMNS_FIELD);
	if (!isJsonObject(mapper)) return {};
	if (mapper.mappingMode === 'autoMapInputData') return fromItem(parts, fields.json);
	return nested(isJsonObject(mapper.value) ? mapper.value : {});
}

/** The values that decide which others there are, and the others, not read yet. */
interface GivenBody {
	decisive: Values;
	others: IDataObject;
	namedBy: BodyReading['namedBy'];
}

function fromFields(fields: Fields, body: DeepBody): GivenBody {
	const { choices = [] } = body;
	const decisive = Object.fromEntries(
		choices.map((parameter) => [parameter.wire, fields.required(parameter)]),
	);
	return { decisive, others: columnsOf(fields, body), namedBy: 'label' };
}

function fromWholeBody(fields: Fields, { choices = [] }: DeepBody): GivenBody {
	const others = { ...fromJson(fields.raw(JSON_FIELD)) };
	const given: IDataObject = {};
	for (const { wire } of choices) {
		given[wire] = others[wire];
		delete others[wire];
	}
	const reading = { choices: {}, namedBy: 'path' as const };
	return { decisive: readBody(choices, given, reading) as Values, others, namedBy: 'path' };
}

function givenBody(fields: Fields, body: DeepBody): Values {
	const isJson = fields.required(define) === 'json';
	const { decisive, others, namedBy } = (isJson ? fromWholeBody : fromFields)(fields, body);
	const choices = Object.fromEntries(
		(body.choices ?? []).map(({ wire, field }) => [field.name, String(decisive[wire])]),
	);
	const reading = { choices, namedBy };
	return { ...decisive, ...(readBody(body.parts, others, reading) as Values) };
}

/**
 * Reads the deep body of an input item.
 *
 * @returns its members under WeChat Pay's names, those that decide about the others included; a merchant of it
 * that nobody gave is that of the credential
 * @throws InputError naming the value that is missing, wrong, unknown, or not for the chosen values
 */
export async function readDeepBody(fields: Fields, body: DeepBody): Promise<Values> {
	const values = givenBody(fields, body);
	for (const part of body.parts) {
		if ('part' in part || part.absent !== 'merchantId') continue;
		values[part.wire] ??= await fields.merchantId();
	}
	return values;
}
