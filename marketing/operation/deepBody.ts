import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { BodyPart } from '../parameters/body';
import { fromJson, nested } from '../parameters/givenBody';
import { isEmpty } from '../parameters/givenObject';
import { fromItem } from '../parameters/givenRow';
import { InputError, shown } from '../parameters/inputError';
import { choice } from '../parameters/kinds';
import { without } from '../parameters/nesting';
import {
	isRequestNumber,
	optional,
	withoutRequired,
	type Parameter,
	type RequestNumber,
} from '../parameters/parameter';
import { readObject } from '../parameters/readValues';
import { isJsonObject, ownMember } from '../../wechatpay/losslessJson';
import type { Fields } from '../items/fields';
import { sendUnknownMembers } from '../items/settings';
import type { NamedBy } from '../parameters/source';
import { picked, type Values } from '../items/placement';

/** A body of many levels: columns of a resource mapper, or JSON. */
export interface DeepBody {
	/** the fields that decide which columns exist */
	choices?: readonly Parameter<string, true, string>[];
	parts: readonly BodyPart[];
	/** paths of what only answers have inside its objects, where a row may hold an answer */
	answered?: readonly string[];
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
			'The values of the body. The choices above decide which there are. Text of a time without a zone is Beijing time: leave it as text. A day alone as the end of a period is its last second.',
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
			hint: 'Changing it empties the fields below',
			displayOptions: { show: { define: ['fields'] } },
		})),
		columnsField(body.choices ?? []),
		jsonField(body.smallest),
	];
}

/** The columns as the body nests them, and how complaints name them. */
interface Columns {
	given: IDataObject;
	namedBy: NamedBy;
}

/** What is known around a body. */
interface Around {
	/** it may stand in the body, and counts over the field of the node */
	brand: readonly Parameter[];
	/** it may stand in JSON */
	number: RequestNumber | undefined;
	/** what has fields of its own only */
	others: readonly Parameter[];
	/** whether members of JSON that are not known are sent */
	sendsUnknown: boolean;
}

function columnsOf(fields: Fields, body: DeepBody, { brand, number }: Around): Columns {
	const mapper = fields.raw(COLUMNS_FIELD);
	if (!isJsonObject(mapper)) {
		throw new InputError(
			COLUMNS_FIELD.displayName,
			`is no set of columns: ${shown(mapper)}`,
			'Take the expression off the field and map each column, or define the body using JSON.',
		);
	}
	if (mapper.mappingMode !== 'autoMapInputData') {
		return { given: nested(isJsonObject(mapper.value) ? mapper.value : {}), namedBy: 'label' };
	}
	const numbers = number ? [number] : [];
	const parts = [...brand, ...numbers, ...(body.choices ?? []), ...body.parts];
	const given = fromItem(parts, fields.json, body.answered);
	return { given: numbers.reduce(withoutParameter, given), namedBy: 'column' };
}

function withoutParameter(given: IDataObject, { wire }: Parameter): IDataObject {
	return without(given, wire.split('.'));
}

/** The choices are fields of the node, the others are columns; what a row says of them counts. */
function fromFields(fields: Fields, body: DeepBody, around: Around): Values {
	const { choices = [], parts } = body;
	const { given, namedBy } = columnsOf(fields, body, around);
	const outside = [...around.brand, ...choices].map(optional);
	const ofRow = readObject(outside, picked(given as Values, outside), { namedBy });
	const chosen = choices.map(
		(choice) => [choice, ofRow[choice.wire] ?? fields.required(choice)] as const,
	);
	const known = Object.fromEntries(chosen.map(([{ field }, value]) => [field.name, String(value)]));
	const others = readObject(parts, outside.reduce(withoutParameter, given), {
		namedBy,
		known,
		sendsUnknown: around.sendsUnknown,
	});
	return {
		...(ofRow as Values),
		...Object.fromEntries(chosen.map(([{ wire }, value]) => [wire, value as string])),
		...(others as Values),
	};
}

/** It would count over the field, which says what the call is about. */
function refuseFields(body: IDataObject, parameters: readonly Parameter[]): void {
	const given = parameters.find(({ wire }) => !isEmpty(ownMember(body, wire)));
	if (!given) return;
	throw new InputError(
		given.wire,
		`is a field of its own: ${given.field.displayName}`,
		`Take it out of ${JSON_FIELD.displayName}.`,
	);
}

function fromWholeBody(
	fields: Fields,
	{ choices = [], parts }: DeepBody,
	{ brand, number, others, sendsUnknown }: Around,
): Values {
	const body = fromJson(fields.raw(JSON_FIELD));
	const given = number ? withoutParameter(body, number) : body;
	refuseFields(given, others);
	const known = [...brand, ...choices, ...parts];
	return readObject(known, given, { namedBy: 'path', sendsUnknown }) as Values;
}

function brandsAmong(fields: Fields, parameters: readonly Parameter[]): Parameter[] {
	return fields.asked(parameters).filter(({ wire }) => wire === 'brand_id');
}

/** What may say the brand besides the field, unread. @throws InputError when it cannot be read at all */
function bodyAsGiven(fields: Fields): IDataObject {
	if (fields.required(define) === 'json') return fromJson(fields.raw(JSON_FIELD));
	const mapper = fields.raw(COLUMNS_FIELD);
	const isAutomatic = isJsonObject(mapper) && mapper.mappingMode === 'autoMapInputData';
	return isAutomatic ? fields.json : {};
}

/**
 * Tells the brand that JSON or a row names, of an input item whose body cannot be read: it would have counted over
 * the field. Never throws.
 */
export function brandInBody(fields: Fields, parameters: readonly Parameter[]): IDataObject {
	try {
		const body = bodyAsGiven(fields);
		const named = brandsAmong(fields, parameters).map(({ wire, field }) => [
			wire,
			ownMember(body, wire) ?? ownMember(body, field.displayName),
		]);
		return Object.fromEntries(named.filter(([, value]) => !isEmpty(value))) as IDataObject;
	} catch {
		return {};
	}
}

/**
 * Reads the deep body of an input item.
 *
 * @param parameters those of the call: JSON may hold its request number, JSON and a row its brand
 * @returns its members under WeChat Pay's names, the choices and the brand among them, and the request number left
 * out; a merchant of it that nobody gave is that of the credential
 * @throws InputError naming the value that is missing, wrong, unknown, or not for the chosen values
 */
export async function readDeepBody(
	fields: Fields,
	body: DeepBody,
	parameters: readonly Parameter[],
): Promise<Values> {
	const isJson = fields.required(define) === 'json';
	const around = {
		brand: brandsAmong(fields, parameters).map(optional),
		number: parameters.find(isRequestNumber),
		others: parameters.filter((one) => one.wire !== 'brand_id' && !isRequestNumber(one)),
		sendsUnknown: fields.read(sendUnknownMembers) ?? false,
	};
	const values = isJson ? fromWholeBody(fields, body, around) : fromFields(fields, body, around);
	const leaves = body.parts.filter((part): part is Parameter => !('part' in part));
	return { ...values, ...(await fields.withDefaults(leaves, values)) };
}
