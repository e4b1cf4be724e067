import type { Operation } from '../../marketing/operation/page.ts';
import type { Operation as Described } from '../../test/simulator/api/operations.mts';
import type { Schema } from '../../test/simulator/api/schema.mts';
import { describedOperations } from './faces.mts';

const described = new Map(describedOperations.map((one) => [`${one.method} ${one.path}`, one]));

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
