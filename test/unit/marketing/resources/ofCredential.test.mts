import { expect, test } from '@jest/globals';
import { leavesOf } from '../../../../marketing/parameters/body.ts';
import { standInOf, type Parameter } from '../../../../marketing/parameters/parameter.ts';
import { resources } from '../../../../marketing/resources/index.ts';

const operations = resources.flatMap(({ value, operations: ofResource }) =>
	ofResource.map((operation) => {
		const leaves = leavesOf(operation.body?.parts ?? [], {}).map(({ leaf }) => leaf);
		const all = [...operation.parameters, ...leaves] as Parameter[];
		return { name: `${value}.${operation.value}`, own: operation.parameters, all };
	}),
);

test.each([
	['brandId', 'brand_id', 35],
	['appid', 'appid', 23],
] as const)(
	'%s of the credential stands in for every %s of a call, and for nothing that names somebody else',
	(what, wire, least) => {
		const having = operations.filter(({ own }) =>
			own.some((parameter) => parameter.wire === wire && parameter.field.name === what),
		);
		expect(having.length).toBeGreaterThanOrEqual(least);
		for (const { name, all } of having) {
			const standIns = all.filter((one) => standInOf(one) === what);
			expect([name, standIns.map((one) => one.wire)]).toEqual([name, [wire]]);
			expect([name, standIns[0]?.field.required]).toEqual([name, undefined]);
		}
		const others = operations.filter((one) => !having.includes(one));
		for (const { name, all } of others) {
			expect([name, all.filter((one) => standInOf(one) === what)]).toEqual([name, []]);
		}
	},
);
