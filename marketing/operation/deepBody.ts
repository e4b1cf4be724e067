import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { BodyPart } from '../parameters/body';
import { fromItem, fromJson, nested } from '../parameters/givenBody';
import { InputError, shown } from '../parameters/inputError';
import { choice } from '../parameters/kinds';
import { without } from '../parameters/nesting';
import { withoutRequired, type Parameter, type RequestNumber } from '../parameters/parameter';
import { readObject } from '../parameters/readValues';
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

/** How a body is given. */
export const define = choice(
	'define',
	[
		{ name: 'Using Fields Below', value: 'fields', description: 'Fill in fields, or map columns' },
		{ name: 'Using JSON', value: 'json', description: 'Give the whole body as JSON' },
	],
	{ label: 'Define', description: 'How the values are given' },
);

/** The fields that hold it. */
export const JSON_FIELD = { displayName: 'Body (JSON)', name: 'json' };
export const COLUMNS_FIELD = { displayName: 'Fields', name: 'fields' };

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

/** The fields of a deep body: how it is given, what decides about its columns, the columns, the JSON. */
export function bodyFields(body: DeepBody | undefined): INodeProperties[] {
	if (!body) return [];
	return [
		define.field,
		...(body.choices ?? []).map(({ field }) => ({
			...withoutRequired(field),
			displayOptions: { show: { define: ['fields'] } },
		})),
		columnsField(body.choices ?? []),
		jsonField(body.smallest),
	];
}

function columnsOf(fields: Fields, { parts }: DeepBody): IDataObject {
	const mapper = fields.raw(COLUMNS_FIELD);
	if (!isJsonObject(mapper)) {
		throw new InputError(
			COLUMNS_FIELD.displayName,
			`is no set of columns: ${shown(mapper)}`,
			'Take the expression off the field and map each column, or define the body using JSON.',
		);
	}
	if (mapper.mappingMode === 'autoMapInputData') return fromItem(parts, fields.json);
	return nested(isJsonObject(mapper.value) ? mapper.value : {});
}

/** The choices are fields of the node, the others are columns. */
function fromFields(fields: Fields, body: DeepBody): Values {
	const { choices = [], parts } = body;
	const chosen = choices.map((choice) => [choice, fields.required(choice)] as const);
	const known = Object.fromEntries(chosen.map(([{ field }, value]) => [field.name, value]));
	const others = readObject(parts, columnsOf(fields, body), { namedBy: 'label', known });
	return {
		...Object.fromEntries(chosen.map(([{ wire }, value]) => [wire, value])),
		...(others as Values),
	};
}

function fromWholeBody(
	fields: Fields,
	{ choices = [], parts }: DeepBody,
	number: RequestNumber | undefined,
): Values {
	const body = fromJson(fields.raw(JSON_FIELD));
	const given = number ? without(body, number.wire.split('.')) : body;
	return readObject([...choices, ...parts], given, { namedBy: 'path' }) as Values;
}

/**
 * Reads the deep body of an input item.
 *
 * @param number the request number of the call, which JSON may hold
 * @returns its members under WeChat Pay's names, the choices among them included, and the request number left out;
 * a merchant of it that nobody gave is that of the credential
 * @throws InputError naming the value that is missing, wrong, unknown, or not for the chosen values
 */
export async function readDeepBody(
	fields: Fields,
	body: DeepBody,
	number?: RequestNumber,
): Promise<Values> {
	const isJson = fields.required(define) === 'json';
	const values = isJson ? fromWholeBody(fields, body, number) : fromFields(fields, body);
	const leaves = body.parts.filter((part): part is Parameter => !('part' in part));
	return { ...values, ...(await fields.withDefaults(leaves, values)) };
}
