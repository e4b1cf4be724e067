import { describe, expect, test } from '@jest/globals';
import {
	conditionsOn,
	isMet,
	leavesOf,
	maybe,
	mustBe,
	object,
	objects,
	unchosenLeaves,
	type BodyLeaf,
} from '../../../../marketing/parameters/body.ts';
import { neededWhen, when } from '../../../../marketing/parameters/conditions.ts';
import { amount, choice, text } from '../../../../marketing/parameters/kinds.ts';
import { optional } from '../../../../marketing/parameters/parameter.ts';

const scope = choice('scope', [{ name: 'All Goods', value: 'ALL' }]);
const type = choice('type', [{ name: 'Amount Off', value: 'NORMAL' }]);

const parts = [
	text('name'),
	optional(text('remark')),
	...when(scope, 'ALL', [
		object('rule', [
			...when(type, 'NORMAL', [amount('off')]),
			...when(type, 'DISCOUNT', [amount('percent')]),
		]),
	]),
	...when(scope, ['SINGLE', 'CATEGORY'], [maybe('rule', [amount('percent')])]),
	maybe('limits', [
		amount('most'),
		objects('days', { label: 'Days (JSON)', isRequired: true, example: {} }, []),
	]),
];

const paths = (leaves: readonly BodyLeaf[]) => leaves.map(({ path }) => path);
const required = (leaves: readonly BodyLeaf[]) =>
	paths(leaves.filter(({ isRequired }) => isRequired));

test('a condition holds, does not, or is not known', () => {
	const [condition] = when(scope, ['ALL', 'CATEGORY'], text('name')).when ?? [];
	const met = ['ALL', 'SINGLE', undefined].map((chosen) => isMet(condition!, { scope: chosen }));
	expect(met).toEqual([true, false, undefined]);
});

describe('the leaves of a body', () => {
	test('are those of the chosen values, each once, in their order', () => {
		const leaves = leavesOf(parts, { scope: 'ALL', type: 'NORMAL' });
		expect(paths(leaves)).toEqual(['name', 'remark', 'rule.off', 'limits.most', 'limits.days']);
		expect(required(leaves)).toEqual(['name', 'rule.off']);
	});

	test('are required within an object only where that must be there', () => {
		const leaves = leavesOf(parts, { scope: 'SINGLE' });
		expect(paths(leaves)).toContain('rule.percent');
		expect(required(leaves)).toEqual(['name']);
		expect(required(leavesOf([mustBe(maybe('rule', [amount('percent')]))], {}))).toEqual([
			'rule.percent',
		]);
	});

	test('are all that there may be when nothing is known, and what depends on it is not required', () => {
		const leaves = leavesOf(parts, {});
		expect(paths(leaves)).toEqual([
			'name',
			'remark',
			'rule.off',
			'rule.percent',
			'limits.most',
			'limits.days',
		]);
		expect(required(leaves)).toEqual(['name']);
	});
});

test('a leaf that is not chosen says the fewest choices that would have to be others', () => {
	const unchosen = unchosenLeaves(parts, { scope: 'ALL', type: 'NORMAL' });
	expect(
		unchosen.map(({ leaf, instead }) => [leaf.path, instead.map((one) => one.values)]),
	).toEqual([['rule.percent', [['DISCOUNT']]]]);
	expect(unchosenLeaves(parts, {})).toEqual([]);
});

test('the conditions on parts are found at every depth', () => {
	const deep = [
		maybe('rule', [
			objects('days', { label: 'Days', example: {} }, [when(type, 'NORMAL', text('from'))]),
		]),
		neededWhen(scope, 'ALL', text('to')),
		text('name'),
	];
	expect(conditionsOn(deep).map(({ choice: { wire } }) => wire)).toEqual(['type', 'scope']);
});
