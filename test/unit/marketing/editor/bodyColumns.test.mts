import { describe, expect, test } from '@jest/globals';
import { columnName } from '../../../../marketing/parameters/columnName.ts';
import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { bodyColumnsOf } from '../../../../marketing/editor/bodyColumns.ts';
import { leavesOf } from '../../../../marketing/parameters/body.ts';
import { readObject } from '../../../../marketing/parameters/readValues.ts';
import { resources } from '../../../../marketing/resources/index.ts';

const bodyColumns = bodyColumnsOf(resources);

const bodies = resources.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value: operation, body }) =>
		body ? [{ name: `${resource}.${operation}`, resource, operation, body }] : [],
	),
);

describe.each(bodies)('the columns of $name', ({ resource, operation, body }) => {
	const columns = leavesOf(body.parts, {});
	const labels = columns.map(columnName);

	test('have names of their own, 28 characters at most', () => {
		expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
		const withoutZone = labels.map((label) => label.replace(/ \(Beijing[^)]*\)$/, ''));
		expect(withoutZone.filter((label) => label.length > 28)).toEqual([]);
		// An AI model's argument is named after the column, in 64 characters.
		expect(labels.filter((label) => label.length > 64)).toEqual([]);
	});

	test('say of times that they are of Beijing', () => {
		const ofTimes = columns.filter(
			({ leaf }) => !('part' in leaf) && leaf.field.type === 'dateTime',
		);
		expect(ofTimes.map(columnName)).toEqual(
			ofTimes.map(() => expect.stringMatching(/ \(Beijing\)$/)),
		);
	});

	test('say what is in fen, and what is JSON', () => {
		const isMarked = ({ leaf }: (typeof columns)[number], label: string) =>
			'part' in leaf ? label.endsWith('(JSON)') : label.endsWith('(Fen)');
		const wanted = columns.map(({ leaf }) =>
			'part' in leaf ? true : leaf.field.hint?.includes('fen') === true,
		);
		expect(columns.map((column, index) => isMarked(column, labels[index] ?? ''))).toEqual(wanted);
	});

	test('say what they take where that is fixed, as far as the editor shows it', () => {
		for (const column of columns) {
			if ('part' in column.leaf) continue;
			const { entries, field } = column.leaf;
			const values = [...(entries ?? []), ...(field.options ?? []).map(({ name }) => name)];
			if (values.length === 0) continue;
			const { displayName } = field;
			const whole = `${displayName} (${values[0]}${values.length > 1 ? '…' : ''})`;
			// Nothing else shows the values of a list.
			const isShown = entries !== undefined || whole.length <= 28;
			expect(columnName(column)).toBe(isShown ? whole : displayName);
		}
	});

	test('of JSON have an example that can be used, and no smaller one', () => {
		for (const { path, leaf } of columns) {
			if (!('part' in leaf)) continue;
			const { example, members } = leaf;
			const read = (entry: IDataObject) =>
				readObject([{ ...leaf, when: [] }], { [leaf.wire]: [entry] }, { namedBy: 'path' });
			expect(read(example)).toEqual({ [leaf.wire]: [example] });
			const required = leavesOf(members, {}).filter(({ isRequired }) => isRequired);
			const names = required.map((one) => one.path);
			if (names.length > 0) expect([path, Object.keys(example)]).toEqual([path, names]);
		}
	});

	test('have no value that nobody chose, as a switch has', async () => {
		const chosen: Record<string, string> = { resource, operation };
		const getNodeParameter = (name: string) => chosen[name];
		const { fields } = await bodyColumns.call({ getNodeParameter } as ILoadOptionsFunctions);
		expect(fields.filter(({ type }) => type === 'boolean')).toEqual([]);
		const flags = columns.filter(({ leaf }) => !('part' in leaf) && leaf.field.type === 'boolean');
		for (const { path, leaf } of flags) {
			const { type, options = [], defaultValue } = fields.find(({ id }) => id === path) ?? {};
			expect({ path, type, defaultValue }).toEqual({ path, type: 'options' });
			const read = options.map(({ value }) => !('part' in leaf) && leaf.read(value));
			expect(read).toEqual([false, true]);
		}
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
