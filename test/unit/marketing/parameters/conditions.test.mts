import { describe, expect, test } from '@jest/globals';
import { object } from '../../../../marketing/parameters/body.ts';
import {
	atLeastOneOf,
	neededBeside,
	neededWhen,
	notWith,
	oneOf,
	when,
	wordOf,
	wordsOf,
} from '../../../../marketing/parameters/conditions.ts';
import { choice, flag, id, text } from '../../../../marketing/parameters/kinds.ts';
import { optional } from '../../../../marketing/parameters/parameter.ts';

const scope = choice('scope', [
	{ name: 'All Goods', value: 'ALL' },
	{ name: 'Category', value: 'CATEGORY' },
]);
const type = choice('type', [{ name: 'Amount Off', value: 'NORMAL' }]);
const brandId = id('brand_id');
const storeId = id('store_id');
const remark = text('remark');

describe('a value that exists only under a condition', () => {
	test.each([
		['one value', 'ALL', ['ALL']],
		['one of two', ['ALL', 'CATEGORY'], ['ALL', 'CATEGORY']],
	])('on %s', (_, values, expected) => {
		const conditional = when(scope, values, brandId);
		expect(conditional.when).toEqual([{ choice: scope, values: expected }]);
		expect(conditional).toMatchObject({ wire: 'brand_id', place: 'own', isRequired: true });
		expect(conditional.read(' 1')).toBe('1');
	});

	test('is not required by n8n, which would enforce it while it is hidden', () => {
		expect(when(scope, 'ALL', brandId).field).not.toHaveProperty('required');
		expect(brandId.field.required).toBe(true);
	});

	test('may be left out there when it may be left out at all', () => {
		expect(when(scope, 'ALL', optional(remark)).isRequired).toBe(false);
	});

	test('holds for all parts of a group, also for those that have a condition', () => {
		const inner = object('rule', [remark]);
		const parts = when(scope, 'ALL', [brandId, ...when(type, 'NORMAL', [inner])]);
		expect(parts.map((part) => part.when?.map(({ choice: { wire } }) => wire))).toEqual([
			['scope'],
			['scope', 'type'],
		]);
		expect(inner.when).toBeUndefined();
	});
});

test('a value that is needed under a condition may be left out otherwise', () => {
	expect(neededWhen(scope, 'ALL', brandId)).toMatchObject({
		place: 'added',
		isRequired: false,
		neededWhen: { choice: { wire: 'scope' }, values: ['ALL'] },
	});
});

test('a value that is needed beside another one may be left out without it', () => {
	expect(neededBeside([storeId], brandId)).toMatchObject({
		place: 'added',
		isRequired: false,
		neededBeside: [{ wire: 'store_id' }],
	});
});

describe('values that depend on each other', () => {
	const wiresOf = (others: readonly { wire: string }[] | undefined) =>
		others?.map(({ wire }) => wire);

	test('one that does not go beside others', () => {
		const alone = notWith(storeId, notWith(brandId, remark));
		expect(wiresOf(alone.notWith)).toEqual(['store_id', 'brand_id']);
		expect(alone).toMatchObject({ place: 'added', isRequired: false });
	});

	test.each([
		['at least one', atLeastOneOf, undefined],
		['exactly one', oneOf, ['brand_id', 'remark']],
	])('%s of several', (_, several, beside) => {
		const group = several(brandId, storeId, remark);
		expect(group.map(({ isRequired, place }) => [isRequired, place])).toEqual(
			Array(3).fill([false, 'added']),
		);
		expect(wiresOf(group[1]?.neededUnless)).toEqual(['brand_id', 'remark']);
		expect(wiresOf(group[1]?.notWith)).toEqual(beside);
	});
});

describe('the words for a value of a choice', () => {
	test.each([
		[scope, 'ALL', 'All Goods'],
		[scope, 'OTHER', 'OTHER'],
		[scope, '', '(empty)'],
		[flag('reuse'), 'true', 'on'],
		[flag('reuse'), 'false', 'off'],
		[remark, 'any', 'any'],
	])('%#', (of, value, word) => {
		expect(wordOf(of, value)).toBe(word);
	});

	test('and for those of a condition', () => {
		expect(wordsOf({ choice: scope, values: ['ALL', 'CATEGORY'] })).toBe('All Goods or Category');
	});
});
