import { expect, test } from '@jest/globals';
import { leavesOf } from '../../../../marketing/parameters/body.ts';
import { isRequestNumber } from '../../../../marketing/parameters/parameter.ts';
import { resources } from '../../../../marketing/resources/index.ts';
import { readOperations } from '../../../simulator/api/operations.mts';
import type { Schema } from '../../../simulator/api/schema.mts';

const described = readOperations();
const bodies = resources.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value, body, parameters }) =>
		body ? [{ name: `${resource}.${value}`, resource, body, parameters }] : [],
	),
);

function above(path: string): string[] {
	const names = path.split('.');
	return names.slice(1).map((_, index) => names.slice(0, index + 1).join('.'));
}

test.each(bodies)(
	'what only the answer of Get has inside the objects of $name is left alone in a row',
	({ resource, body, parameters }) => {
		const paths = [
			...leavesOf([...(body.choices ?? []), ...body.parts], {}).map(({ path }) => path),
			...parameters.filter(isRequestNumber).map(({ wire }) => wire),
		];
		const objects = new Set(paths.flatMap(above));
		const unknown = ({ properties = {} }: Schema, prefix = ''): string[] =>
			Object.entries(properties).flatMap(([name, schema]) => {
				const path = prefix + name;
				if (objects.has(path)) return unknown(schema, `${path}.`);
				return prefix === '' || paths.includes(path) ? [] : [path];
			});
		const answer = described.find(({ id }) => id === `${resource}.get`)?.answer ?? {};
		const [whole, ...others] = [...objects].filter((path) => !path.includes('.'));
		// A body that is one object may hold the whole answer.
		const isWhole = others.length === 0 && !answer.properties?.[whole ?? ''];
		const found = [...unknown(answer), ...(isWhole ? unknown(answer, `${whole}.`) : [])];
		expect([...(body.answered ?? [])].sort()).toEqual([...new Set(found)].sort());
	},
);
