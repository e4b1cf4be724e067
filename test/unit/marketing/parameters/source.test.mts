import { expect, test } from '@jest/globals';
import { objects } from '../../../../marketing/parameters/body.ts';
import { id, text } from '../../../../marketing/parameters/kinds.ts';
import { nameIn, prefixIn } from '../../../../marketing/parameters/source.ts';

const cupId = id('cup.id', { label: 'Cup' });
const handles = objects('handles', { label: 'Handles (JSON)', example: { form: 'round' } }, [
	text('form'),
]);

test('a complaint names a value by its label, or by its path in JSON', () => {
	const labelled = { prefix: 'shelf.', namedBy: 'label' } as const;
	expect([cupId, handles].map((leaf) => nameIn(labelled, leaf))).toEqual(['Cup', 'Handles (JSON)']);
	const inColumns = { prefix: 'shelf.', namedBy: 'column' } as const;
	expect([cupId, handles].map((leaf) => nameIn(inColumns, leaf))).toEqual([
		'Cup (column `shelf.cup.id`)',
		'Handles (JSON) (column `shelf.handles`)',
	]);
	const inJson = { prefix: 'shelf.', namedBy: 'path' } as const;
	expect([cupId, handles].map((leaf) => nameIn(inJson, leaf))).toEqual([
		'shelf.cup.id',
		'shelf.handles',
	]);
});

test('what stands in an entry of a list is named as its JSON has it, behind the name of the list', () => {
	const prefixes = (['label', 'column', 'path'] as const).map((namedBy) =>
		prefixIn({ prefix: 'shelf.', namedBy }, handles, 1),
	);
	expect(prefixes).toEqual([
		'Handles (JSON), entry 2: ',
		'Handles (JSON) (column `shelf.handles`), entry 2: ',
		'shelf.handles[1].',
	]);
});
