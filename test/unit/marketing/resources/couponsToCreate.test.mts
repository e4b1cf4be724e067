import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { leavesOf } from '../../../../marketing/parameters/body.ts';
import { create } from '../../../../marketing/resources/productCoupon/create.ts';
import { examplesFolder } from '../../../../scripts/examples/exampleFiles.mts';

const rows: Array<Record<string, string>> = parse(
	readFileSync(join(examplesFolder, 'coupons-to-create.csv')),
	{ bom: true, columns: true },
);
const { choices = [], parts } = create.body!;

test('the header for Map Automatically names columns of Create, and what the fields above take', () => {
	const known = [
		...create.parameters.map(({ wire }) => wire),
		...choices.map(({ wire }) => wire),
		...leavesOf(parts, {}).map(({ path }) => path),
	];
	expect(Object.keys(rows[0] ?? {}).filter((name) => !known.includes(name))).toEqual([]);
});

test.each(rows)(
	'$out_request_no has every required column of its kind, and none of another kind',
	(row) => {
		const chosen = Object.fromEntries(choices.map(({ wire, field }) => [field.name, row[wire]]));
		const leaves = leavesOf(parts, chosen);
		const missing = leaves.filter(({ path, isRequired }) => isRequired && !row[path]);
		expect(missing.map(({ path }) => path)).toEqual([]);
		const existing = leaves.map(({ path }) => path);
		const given = Object.keys(row).filter((name) => name.includes('.') && row[name] !== '');
		expect(given.filter((name) => !existing.includes(name))).toEqual([]);
	},
);
