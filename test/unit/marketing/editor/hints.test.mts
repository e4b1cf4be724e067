import { expect, test } from '@jest/globals';
import { runHints } from '../../../../marketing/editor/hints.ts';
import { onceWithin } from '../../../../marketing/items/settings.ts';
import { resources } from '../../../../marketing/resources/index.ts';
import { valueOfExpression } from '../../helpers/expression.mts';
import { reading, resource, writing } from '../../helpers/madeUp.mts';

const isShown = (condition = '', parameters: Record<string, unknown>) =>
	Boolean(valueOfExpression(condition, parameters));

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

const isShared = (operation: string) =>
	resources.filter(({ operations }) => operations.some(({ value }) => value === operation)).length >
	1;

test('an operation that ends something, and that another resource has, too, says that it stays chosen', () => {
	const cup = resource('cup', writing('Delete'), writing('Terminate'), writing('Fill'));
	const mug = resource('mug', writing('Delete'), writing('Fill'));
	const hints = runHints([cup, mug]);
	expect(hints).toMatchObject([
		{ message: expect.stringMatching(/^Delete stays chosen/), whenToDisplay: 'beforeExecution' },
	]);
	const { displayCondition } = hints[0]!;
	expect(isShown(displayCondition, { resource: 'mug', operation: 'delete' })).toBe(true);
	expect(isShown(displayCondition, { resource: 'mug', operation: 'fill' })).toBe(false);
	expect(runHints([cup])).toEqual([]);
});

test('every operation is told what its page says, and what protects where it has Once Within', () => {
	const hints = runHints(resources);
	for (const { value: of, operations } of resources) {
		for (const { value: operation, hint, settings } of operations) {
			const told = hints
				.filter(({ displayCondition }) => isShown(displayCondition, { resource: of, operation }))
				.map(({ message }) => message);
			const protection = settings.includes(onceWithin)
				? [expect.stringContaining('The Retry button and Retry On Fail give nothing twice')]
				: [];
			const said = hint === undefined ? [] : [hint];
			const kept = ['deactivate', 'delete', 'terminate'].includes(operation) && isShared(operation);
			const stays = kept ? [expect.stringContaining('stays chosen when another resource')] : [];
			expect([of, operation, told]).toEqual([of, operation, [...said, ...stays, ...protection]]);
		}
	}
});

test.each([
	['associateStores', { storeIdKind: 'own' }, true],
	['setStores', { storeIdKind: 'own' }, true],
	['disassociateStores', { options: { checkStores: true } }, true],
	['disassociateStores', { storeIdKind: 'wechatPay', options: {} }, false],
	['disassociateStores', {}, false],
	['get', { storeIdKind: 'own' }, false],
])('before %s with %j it is told how long the look-up takes: %p', (operation, given, isTold) => {
	const parameters = { resource: 'productCouponStock', operation, ...given };
	const told = runHints(resources)
		.filter(({ displayCondition }) => isShown(displayCondition, parameters))
		.filter(({ message }) => message.includes('10,000 stores take 10 s'));
	expect(told).toHaveLength(isTold ? 1 : 0);
});

test.each<[object | undefined, string]>([
	[undefined, 'A new execution does'],
	[{}, 'A new execution does'],
	[{ onceWithin: 'execution' }, 'A new execution does'],
	[{ onceWithin: 'day' }, 'Once Within is Day'],
	[{ onceWithin: 'ever' }, 'Once Within is Ever'],
	[{ requestNumber: '={{ $json.number }}' }, 'Your own request numbers protect'],
	[{ requestNumber: '', onceWithin: 'ever' }, 'Once Within is Ever'],
])('with Options %j it is told what protects', (options, words) => {
	const parameters = { resource: 'userProductCoupon', operation: 'send', options };
	const told = runHints(resources)
		.filter(({ displayCondition }) => isShown(displayCondition, parameters))
		.map(({ message }) => message);
	expect(told).toEqual([expect.stringContaining('will be sent'), expect.stringContaining(words)]);
});
