/** As much of JSON Schema as the description of the API uses. */
export interface Schema {
	$ref?: string;
	type?: 'string' | 'integer' | 'boolean' | 'array' | 'object';
	format?: string;
	description?: string;
	'x-name-zh'?: string;
	'x-request-number'?: boolean;
	enum?: string[];
	minLength?: number;
	maxLength?: number;
	pattern?: string;
	examples?: string[];
	minimum?: number;
	maximum?: number;
	minItems?: number;
	maxItems?: number;
	required?: string[];
	properties?: Record<string, Schema>;
	additionalProperties?: boolean;
	items?: Schema;
	allOf?: Array<{ if: Schema; then: Schema }>;
	oneOf?: Schema[];
	dependentRequired?: Record<string, string[]>;
}

/** The schema without `$ref`: what it refers to is put in its place, what stands beside it wins. */
export function resolved(schema: Schema, components: Record<string, Schema>): Schema {
	const { $ref, ...own } = schema;
	const target = $ref === undefined ? undefined : components[nameIn($ref)];
	if ($ref !== undefined && !target) throw new Error(`${$ref} leads nowhere`);
	const whole = target ? { ...resolved(target, components), ...own } : own;
	return {
		...whole,
		...(whole.items && { items: resolved(whole.items, components) }),
		...(whole.properties && {
			properties: mapMembers(whole.properties, (member) => resolved(member, components)),
		}),
	};
}

/** The last part of a reference within its file. */
export const nameIn = (reference: string) => reference.split('/').at(-1)!;

/**
 * The schema as it counts for what is sent: no members but those described, and nothing empty
 * where something is required. Answers may have members that are not described.
 */
export function closed(schema: Schema): Schema {
	const { properties, items, required = [] } = schema;
	return {
		...schema,
		...(items && { items: closed(items) }),
		...(properties && {
			additionalProperties: false,
			properties: mapMembers(properties, (member, name) =>
				required.includes(name) ? notEmpty(closed(member)) : closed(member),
			),
		}),
	};
}

function notEmpty(schema: Schema): Schema {
	if (schema.type === 'string') return { minLength: 1, ...schema };
	if (schema.type === 'array') return { minItems: 1, ...schema };
	return schema;
}

/** The schema at a JSON pointer of a value that it describes; undefined when it has none there. */
export function schemaAt(schema: Schema, pointer: string): Schema | undefined {
	return pointer
		.split('/')
		.slice(1)
		.reduce<Schema | undefined>((at, name) => at?.items ?? at?.properties?.[name], schema);
}

function mapMembers(
	members: Record<string, Schema>,
	change: (member: Schema, name: string) => Schema,
): Record<string, Schema> {
	return Object.fromEntries(
		Object.entries(members).map(([name, member]) => [name, change(member, name)]),
	);
}
