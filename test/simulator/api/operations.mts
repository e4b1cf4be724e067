import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { nameIn, resolved, type Schema } from './schema.mts';

/** How many calls a merchant may make to an endpoint. */
export interface DocumentedQuota {
	calls: number;
	per: 'second' | 'minute';
}

/** A value that stands in the path, the query or a header. */
export interface Parameter {
	name: string;
	in: 'path' | 'query' | 'header';
	required: boolean;
	schema: Schema;
	/** Whether it is sent as JSON text. */
	isJson: boolean;
}

/** A refusal that the pages list. */
export interface DocumentedRefusal {
	status: number;
	code: string;
	message: string;
	description: string;
}

/** An operation of the API as openapi/ describes it, its schemas without references. */
export interface Operation {
	/** The operation's name in the node's pages, e.g. `productCouponStock.deactivate`. */
	id: string;
	/** The file that describes it, e.g. `product-coupon`. */
	family: string;
	summary: string;
	nameZh: string;
	/** The official page. */
	documentation?: string;
	method: string;
	/** With `{placeholders}`. */
	path: string;
	quota?: DocumentedQuota;
	parameters: Parameter[];
	body?: { schema: Schema; isMultipart: boolean };
	/** Of a good answer. */
	status: number;
	/** Of a good answer's body; undefined when there is none. */
	answer?: Schema;
	refusals: DocumentedRefusal[];
}

type Content = Record<string, { schema: Schema } | undefined>;

interface ParameterText {
	$ref?: string;
	name: string;
	in: Parameter['in'];
	required?: boolean;
	description: string;
	'x-name-zh'?: string;
	'x-request-number'?: boolean;
	schema?: Schema;
	content?: Content;
}

interface OperationText {
	operationId: string;
	summary: string;
	'x-name-zh': string;
	externalDocs?: { url: string };
	'x-quota'?: DocumentedQuota;
	'x-errors'?: DocumentedRefusal[];
	parameters?: ParameterText[];
	requestBody?: { content: Content };
	responses: Record<string, { content?: Content }>;
}

interface FileText {
	'x-errors': DocumentedRefusal[];
	paths: Record<string, Record<string, OperationText>>;
	components: { parameters?: Record<string, ParameterText>; schemas: Record<string, Schema> };
}

/** Where the description of the API is. */
const OPENAPI_FOLDER = join(import.meta.dirname, '../../../openapi');

/** What a file of openapi/ says, read anew. */
export function readDescription(family: string): unknown {
	return load(readFileSync(join(OPENAPI_FOLDER, `${family}.yaml`), 'utf8'));
}

/** The files of merchants and service providers. */
export function merchantFamilies(): string[] {
	return readdirSync(OPENAPI_FOLDER)
		.filter((name) => name.endsWith('.yaml') && name !== 'brand.yaml')
		.map((name) => name.replace('.yaml', ''));
}

/** The operations that openapi/ describes in these files, read anew; those of merchants and service providers unless told. */
export function readOperations(families = merchantFamilies()): Operation[] {
	return families.flatMap((family) => {
		const file = readDescription(family) as FileText;
		return Object.entries(file.paths).flatMap(([path, methods]) =>
			Object.entries(methods).map(([method, text]) => ({
				...operationOf(file, text),
				family,
				method: method.toUpperCase(),
				path,
			})),
		);
	});
}

function operationOf(
	{ components, 'x-errors': common }: FileText,
	text: OperationText,
): Omit<Operation, 'family' | 'method' | 'path'> {
	const schemaOf = (content: Content = {}) => {
		const schema = Object.values(content)[0]?.schema;
		return schema && resolved(schema, components.schemas);
	};
	const [status = '200'] = Object.keys(text.responses);
	const body = schemaOf(text.requestBody?.content);
	return {
		id: text.operationId,
		summary: text.summary,
		nameZh: text['x-name-zh'],
		documentation: text.externalDocs?.url,
		quota: text['x-quota'],
		parameters: (text.parameters ?? []).map((parameter) => {
			const { $ref } = parameter;
			const whole = $ref ? components.parameters![nameIn($ref)]! : parameter;
			const { name, required = false, schema, content, description } = whole;
			return {
				name,
				in: whole.in,
				required,
				isJson: content !== undefined,
				schema: {
					...(schema ? resolved(schema, components.schemas) : schemaOf(content)),
					description,
					'x-name-zh': whole['x-name-zh'],
					'x-request-number': whole['x-request-number'],
				},
			};
		}),
		body: body && {
			schema: body,
			isMultipart: 'multipart/form-data' in text.requestBody!.content,
		},
		status: Number(status),
		answer: schemaOf(text.responses[status]?.content),
		refusals: [...common, ...(text['x-errors'] ?? [])],
	};
}
