import { describe, expect, test } from '@jest/globals';
import { leavesOf } from '../../../../marketing/parameters/body.ts';
import { resources } from '../../../../marketing/resources/index.ts';

const bodies = resources.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value, body }) => (body ? [{ name: `${resource}.${value}`, body }] : [])),
);

describe.each(bodies)('the columns of $name', ({ body }) => {
	const columns = leavesOf(body.parts, {});
	const labels = columns.map(({ leaf }) => ('part' in leaf ? leaf.label : leaf.field.displayName));

	test('have names of their own, 28 characters at most', () => {
		expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
		expect(labels.filter((label) => label.length > 28)).toEqual([]);
	});

	test('say what is in fen, and what is JSON', () => {
		const isMarked = ({ leaf }: (typeof columns)[number], label: string) =>
			'part' in leaf ? label.endsWith('(JSON)') : label.endsWith('(Fen)');
		const wanted = columns.map(({ leaf }) =>
			'part' in leaf ? true : leaf.field.hint?.includes('fen') === true,
		);
		expect(columns.map((column, index) => isMarked(column, labels[index] ?? ''))).toEqual(wanted);
	});

	test('the smallest body has all required ones of its choices, and no others', () => {
		const choices = Object.fromEntries(
			(body.choices ?? []).map(({ wire, field }) => [field.name, String(body.smallest[wire])]),
		);
		const required = leavesOf(body.parts, choices)
			.filter(({ isRequired }) => isRequired)
			.map(({ path }) => path);
		const at = (path: string) =>
			path
				.split('.')
				.reduce<unknown>(
					(value, name) => (value as Record<string, unknown>)?.[name],
					body.smallest,
				);
		expect(required.filter((path) => at(path) === undefined)).toEqual([]);
	});
});
