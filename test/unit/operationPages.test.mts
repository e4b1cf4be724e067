import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { resources } from '../../marketing/resources/index.ts';
import { leavesOf } from '../../marketing/parameters/body.ts';
import { projectFolder } from '../../scripts/project.mts';

/** The rows of an operation's table, their cells without the blanks around them. */
function rowsOf(resource: string, operation: string): string[][] {
	const path = `docs/operations/${resource.toLowerCase().replaceAll(' ', '-')}.md`;
	const page = readFileSync(join(projectFolder, path), 'utf8');
	const [, section = ''] = page.split(`\n## ${operation}\n`);
	return (section.split('\n## ')[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}

function rowOf(rows: readonly string[][], path: string): string[] | undefined {
	return rows.find((cells) => cells[1] === `\`${path}\``);
}

describe('a page tells columns apart by the choices that have them', () => {
	const rows = rowsOf('Product Coupon', 'Create');

	test.each([
		['display_info.name', 'column, required', ''],
		['display_info.original_price', 'column', 'required with Scope: Single Product'],
		['stock.stock_send_rule.max_count', 'column, required', 'Usage Mode: Sequential or Single'],
		[
			'single_usage_info.normal_coupon.threshold',
			'column, required',
			'Scope: All Goods, Type: Amount Off, Usage Mode: Single',
		],
	])('%s: %s, %s', (path, where, condition) => {
		expect(rowOf(rows, path)?.slice(2, 4)).toEqual([where, condition]);
	});
});

test('a page tells what a value needs beside it, and what it must not stand beside', () => {
	const rows = rowsOf('Cash Coupon', 'Get Many');
	expect(rowOf(rows, 'sender_mchid')?.[3]).toBe(
		'required without Creator Merchant ID, Available Merchant ID; not beside Creator Merchant ID, Available Merchant ID',
	);
});

test('members of a batch go in as many calls as it takes', () => {
	const rows = rowsOf('Product Coupon Stock', 'Disassociate Stores');
	expect(rowOf(rows, 'store_list')).toContain('200 in a call, as many calls as it takes');
});

const bodies = resources.flatMap(({ name, operations }) =>
	operations.flatMap((operation) =>
		operation.body ? [{ name, operation, body: operation.body }] : [],
	),
);

test.each(bodies)(
	'$name > $operation.name: every column, each once, and what is in those of JSON',
	({ name, operation, body }) => {
		const rows = rowsOf(name, operation.name);
		for (const { path, leaf } of leavesOf(body.parts, {})) {
			const found = rows.filter((cells) => cells[1] === `\`${path}\``);
			expect([path, found.length]).toEqual([path, 1]);
			if (!('part' in leaf)) continue;
			const [first] = leaf.members;
			const next = rows[rows.indexOf(found[0] as string[]) + 1];
			expect([path, next?.slice(0, 2)]).toEqual([path, ['in it', `\`${first?.wire}\``]]);
		}
	},
);

test.each(['README.md', 'docs/README.zh-CN.md'])(
	'%s names every resource, with its page',
	(path) => {
		const readme = readFileSync(join(projectFolder, path), 'utf8');
		const missing = resources.filter(
			({ name }) => !new RegExp(`\\[${name}\\]\\((docs/)?operations/`).test(readme),
		);
		expect(missing.map(({ name }) => name)).toEqual([]);
	},
);
