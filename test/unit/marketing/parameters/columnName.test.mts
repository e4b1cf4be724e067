import { expect, test } from '@jest/globals';
import { leavesOf, maybe, objects } from '../../../../marketing/parameters/body.ts';
import { columnName, pathsByName } from '../../../../marketing/parameters/columnName.ts';
import { amount, choice, text, texts, time } from '../../../../marketing/parameters/kinds.ts';
import { resources } from '../../../../marketing/resources/index.ts';

const leaves = leavesOf(
	[
		maybe('rule', [
			amount('price', { label: 'Price (Fen)' }),
			time('end_time', { label: 'Until' }),
			objects('days', { label: 'Days (JSON)', example: {} }, []),
			texts('kinds', { label: 'Kinds', choices: ['CUP', 'MUG'] }),
			choice('handle', [{ name: 'Round', value: 'R' }]),
			choice('glaze', [{ name: 'A Longer Name Than Fits', value: 'A' }]),
		]),
		text('mode', { label: 'Mode (Set)' }),
		text('other_mode', { label: 'Mode' }),
	],
	{},
);

test('a column is named as the editor shows it, with its last bracket and without', () => {
	expect(Object.fromEntries(pathsByName(leaves))).toEqual({
		'Price (Fen)': 'rule.price',
		Price: 'rule.price',
		'Until (Beijing)': 'rule.end_time',
		Until: 'rule.end_time',
		'Days (JSON)': 'rule.days',
		Days: 'rule.days',
		'Kinds (CUP…)': 'rule.kinds',
		Kinds: 'rule.kinds',
		'Handle (Round)': 'rule.handle',
		Handle: 'rule.handle',
		Glaze: 'rule.glaze',
		'Mode (Set)': 'mode',
		Mode: 'other_mode',
	});
});

const bodies = resources.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value, body }) => (body ? [{ name: `${resource}.${value}`, body }] : [])),
);

test.each(bodies)('no two columns of $name have one name without their brackets', ({ body }) => {
	const columns = leavesOf([...(body.choices ?? []), ...body.parts], {});
	const whole = columns.map(columnName);
	const bare = whole
		.map((name) => name.replace(/ \([^()]*\)$/, ''))
		.filter((name) => !whole.includes(name));
	expect(bare.filter((name, index) => bare.indexOf(name) !== index)).toEqual([]);
});
