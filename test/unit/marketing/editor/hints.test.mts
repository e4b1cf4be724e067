import { expect, test } from '@jest/globals';
import { runHints } from '../../../../marketing/editor/hints.ts';
import { resources } from '../../../../marketing/resources/index.ts';
import { valueOfExpression } from '../../helpers/expression.mts';
import { reading, resource, writing } from '../../helpers/madeUp.mts';

const isShown = (condition = '', parameters: Record<string, string>) =>
	valueOfExpression(condition, parameters);

test('the hint of a page is told before its run, and before no other', () => {
	const hint = 'All cups will be broken.';
	const [cup, mug] = ['cup', 'mug'].map((value) =>
		resource(value, reading('Get'), {
			...writing('Break'),
			hint: value === 'cup' ? hint : undefined,
		}),
	);
	const hints = runHints([cup!, mug!]);
	expect(hints).toMatchObject([
		{ message: hint, whenToDisplay: 'beforeExecution', location: 'outputPane' },
	]);
	const shown = [
		['cup', 'break'],
		['cup', 'get'],
		['mug', 'break'],
	].map(([of = '', operation = '']) =>
		isShown(hints[0]?.displayCondition, { resource: of, operation }),
	);
	expect(shown).toEqual([true, false, false]);
});

test('every operation is told what its page says, and nothing else', () => {
	const hints = runHints(resources);
	for (const { value: of, operations } of resources) {
		for (const { value: operation, hint } of operations) {
			const told = hints
				.filter(({ displayCondition }) => isShown(displayCondition, { resource: of, operation }))
				.map(({ message }) => message);
			expect([of, operation, told]).toEqual([of, operation, hint === undefined ? [] : [hint]]);
		}
	}
});
