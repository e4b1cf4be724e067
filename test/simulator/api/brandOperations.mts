import {
	type DocumentedQuota,
	type Operation,
	readDescription,
	readOperations,
} from './operations.mts';
import { type Schema } from './schema.mts';

/** What openapi/brand.yaml says of the calls that a service provider makes on behalf of a brand. */
interface Twins {
	paths: Record<string, string>;
	implied: string[];
	none: string[];
	planStates: string[];
	quotas: Record<string, DocumentedQuota | undefined>;
	pages: Record<string, number | undefined>;
}

/** The file that describes what only a brand has. */
export const BRAND_FAMILY = 'brand';

const PAGES = 'https://pay.weixin.qq.com/doc/brand/';

/** @returns undefined when a brand has no such path */
function pathOf(path: string, { paths, implied }: Twins): string | undefined {
	const [ofPartner, ofBrand] =
		Object.entries(paths).find(([start]) => path.startsWith(start)) ?? [];
	if (ofPartner === undefined) return undefined;
	// A brand in a path follows on the list that it stands for.
	return implied.reduce(
		(left, name) => left.replace(name === 'brand_id' ? /\/[\w-]+\/\{brand_id\}/ : `/{${name}}`, ''),
		`${ofBrand}${path.slice(ofPartner.length)}`,
	);
}

/** The same schema as a brand has it. */
function schemaOf(schema: Schema, twins: Twins): Schema {
	const { properties, required, items } = schema;
	return {
		...schema,
		...(items && { items: schemaOf(items, twins) }),
		...(required && { required: required.filter((name) => !twins.implied.includes(name)) }),
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties)
					.filter(([name]) => !twins.implied.includes(name))
					.map(([name, member]) => [name, memberOf(name, member, twins)]),
			),
		}),
	};
}

function memberOf(name: string, member: Schema, twins: Twins): Schema {
	if (name === 'plan_state') return { ...member, enum: twins.planStates };
	return schemaOf(member, twins);
}

function twinOf(operation: Operation, twins: Twins): Operation[] {
	const { id, parameters, body, answer } = operation;
	const path = pathOf(operation.path, twins);
	if (path === undefined || twins.none.includes(id)) return [];
	const page = twins.pages[id];
	return [
		{
			...operation,
			path,
			quota: twins.quotas[id] ?? operation.quota,
			documentation: page === undefined ? undefined : PAGES + page,
			parameters: parameters
				.filter(({ name }) => !twins.implied.includes(name))
				.map((one) => ({ ...one, schema: memberOf(one.name, one.schema, twins) })),
			body: bodyOf(body, twins),
			answer: answer && schemaOf(answer, twins),
		},
	];
}

/** A body in which nothing is left is not sent. */
function bodyOf(body: Operation['body'], twins: Twins): Operation['body'] {
	if (!body) return undefined;
	const schema = schemaOf(body.schema, twins);
	const isEmptied =
		Object.keys(schema.properties ?? {}).length === 0 &&
		Object.keys(body.schema.properties ?? {}).length > 0;
	return isEmptied ? undefined : { ...body, schema };
}

/** All operations of a brand that calls for itself, read anew. */
export function readBrandOperations(): Operation[] {
	const { 'x-twins': twins } = readDescription(BRAND_FAMILY) as { 'x-twins': Twins };
	const own = readOperations([BRAND_FAMILY]);
	return [...own, ...readOperations().flatMap((operation) => twinOf(operation, twins))];
}
