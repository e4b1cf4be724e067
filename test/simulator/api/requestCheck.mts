import { type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.mts';
import { type Refusal } from '../refusals.mts';
import { type Operation, type Parameter } from './operations.mts';
import { refusalOf } from './refusalOf.mts';
import { closed, type Schema } from './schema.mts';

/** The values of a request: those of its path, its query, its described headers, its body. */
export interface RequestValues {
	path: Record<string, string>;
	query: Record<string, JsonValue>;
	header: Record<string, string>;
	body?: JsonValue;
}

const INT64 = 2n ** 63n;

/** A validator of JSON Schema 2020-12 that knows the formats of the description. */
export function newValidator(): Ajv2020 {
	const ajv = new Ajv2020({ strict: false, verbose: true, code: { optimize: false } });
	addFormats.default(ajv);
	ajv.addFormat('int64', {
		type: 'number',
		validate: (value) =>
			Number.isInteger(value) && BigInt(value) >= -INT64 && BigInt(value) < INT64,
	});
	return ajv;
}

/** Holds requests against what is described of their operations. */
export class RequestCheck {
	private readonly ajv = newValidator();
	private readonly known = new Map<string, { schema: Schema; validate: ValidateFunction }>();

	/** WeChat Pay's PARAM_ERROR for the first value that breaks its rule, undefined when none does. */
	refusal(operation: Operation, { path, query, header, body }: RequestValues): Refusal | undefined {
		const { schema, validate } = this.compiled(operation);
		const values = { uri_template: path, query, header, ...(body !== undefined && { body }) };
		if (validate(values)) return undefined;
		return refusalOf(validate.errors![0] as ErrorObject, schema, values as unknown as JsonObject);
	}

	private compiled(operation: Operation): { schema: Schema; validate: ValidateFunction } {
		let found = this.known.get(operation.id);
		if (!found) {
			const schema = requestSchema(operation);
			found = { schema, validate: this.ajv.compile(schema) };
			this.known.set(operation.id, found);
		}
		return found;
	}
}

/** One schema for all of a request, so that the path of a wrong value is the one that is told. */
function requestSchema({ parameters, body }: Operation): Schema {
	const place = (where: Parameter['in']): Schema => {
		const here = parameters.filter((parameter) => parameter.in === where);
		return closed({
			type: 'object',
			required: here.filter(({ required }) => required).map(({ name }) => name),
			properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
		});
	};
	return {
		type: 'object',
		required: body ? ['body'] : [],
		properties: {
			uri_template: place('path'),
			header: place('header'),
			query: place('query'),
			...(body && { body: closed(body.schema) }),
		},
	};
}

/** Query values as the types that are described; what does not fit stays the text it is. */
export function typedQuery(
	{ parameters }: Operation,
	texts: ReadonlyMap<string, string>,
): Record<string, JsonValue> {
	return Object.fromEntries(
		[...texts]
			// Asking for a page with an empty token is asking for the first one.
			.filter(([name, text]) => text !== '' || name !== 'page_token')
			.map(([name, text]) => {
				const parameter = parameters.find((known) => known.in === 'query' && known.name === name);
				return [name, parameter ? typed(parameter, text) : text];
			}),
	);
}

function typed({ schema, isJson }: Parameter, text: string): JsonValue {
	if (isJson) return jsonObjectOf(text) ?? text;
	if (schema.type === 'integer' && /^(0|-?[1-9]\d*)$/.test(text)) return Number(text);
	if (schema.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
	return text;
}

function jsonObjectOf(text: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isJsonObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
