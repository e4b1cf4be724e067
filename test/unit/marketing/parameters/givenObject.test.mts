import { describe, expect, test } from '@jest/globals';
import { leavesOf, object, objects } from '../../../../marketing/parameters/body.ts';
import { neededWhen } from '../../../../marketing/parameters/conditions.ts';
import { GivenObject, type GivenAs } from '../../../../marketing/parameters/givenObject.ts';
import { choice, text } from '../../../../marketing/parameters/kinds.ts';

const name = text('name', { label: 'Coupon Name' });
const days = objects('days', { label: 'Days (JSON)', example: { from: 1 } }, []);
const type = choice(
	'type',
	[
		{ name: 'Amount Off', value: 'NORMAL' },
		{ name: 'Percentage Off', value: 'DISCOUNT' },
	],
	{ label: 'Coupon Type', name: 'couponType' },
);
const condition = neededWhen(type, 'NORMAL', name).neededWhen!;
const inJson = new GivenObject({}, { namedBy: 'path', prefix: 'stock.' });
const inColumns = new GivenObject({}, { namedBy: 'label', prefix: 'stock.' });

describe('what is given', () => {
	test.each([['text'], [0], [false], [[]], [new Date(0)], [{ a: { b: 0 } }]])('%j is', (value) => {
		expect(new GivenObject({ name: value }, { namedBy: 'path' }).given(name)).toBe(value);
	});

	test.each([[undefined], [null], [''], [' \u200b'], [{}], [{ a: { b: '' }, c: null }]])(
		'%j is nothing',
		(value) => {
			expect(new GivenObject({ name: value }, { namedBy: 'path' }).given(name)).toBeUndefined();
		},
	);

	test('is found for a leaf at any depth', () => {
		const [leaf] = leavesOf([object('stock', [object('rule', [name])])], {});
		const at = (members: object) =>
			new GivenObject({ ...members }, { namedBy: 'path' }).givenAt(leaf!);
		expect(at({ stock: { rule: { name: 'Spring' } } })).toBe('Spring');
		expect(at({ stock: { rule: { name: '' } } })).toBeUndefined();
		expect(at({ stock: 'Spring' })).toBeUndefined();
	});
});

describe('what is missing', () => {
	test.each([
		[inJson.missing(name), 'stock.name is missing', 'Fill it in.'],
		[inColumns.missing(name), 'Coupon Name is missing', 'Fill it in.'],
		[
			inColumns.missing(days),
			'Days (JSON) is missing',
			'Add it, as JSON text, for example [{"from":1}].',
		],
		[inJson.missing(name, condition), 'stock.name is missing', 'Add it, because type is NORMAL.'],
		[
			inColumns.missing(name, condition),
			'Coupon Name is missing',
			'Add it, because Coupon Type is Amount Off.',
		],
	])('%#', (error, message, remedy) => {
		expect(error).toMatchObject({ message, remedy });
	});
});

test.each([
	[
		inJson,
		'stock.rule.name is given, but belongs to type NORMAL',
		'Take it out, or choose type NORMAL; type is “DISCOUNT”.',
	],
	[
		inColumns,
		'Coupon Name is given, but belongs to Coupon Type Amount Off',
		'Take it out, or choose Coupon Type Amount Off; Coupon Type is Percentage Off.',
	],
	[
		new GivenObject({}, { namedBy: 'column', prefix: 'stock.' }),
		'Coupon Name (column `stock.rule.name`) is given, but belongs to Coupon Type Amount Off',
		'Take it out, or choose Coupon Type Amount Off; Coupon Type is Percentage Off.',
	],
])('what does not exist with the chosen values, %#', (source, message, remedy) => {
	const [leaf] = leavesOf([object('rule', [name])], {});
	expect(source.unchosen(leaf!, [condition], { couponType: 'DISCOUNT' })).toMatchObject({
		message,
		remedy,
	});
});

describe('a stranger', () => {
	const check =
		(members: object, given: Partial<GivenAs> = {}) =>
		() =>
			new GivenObject({ ...members }, { namedBy: 'path', prefix: 'stock.', ...given }).strangers([
				name,
				days,
			]);

	test('is refused by its path', () => {
		expect(check({ name: 'Spring', names: 'x' })).toThrow(
			expect.objectContaining({
				message: 'stock.names is not known to this operation',
				remedy:
					'Correct the name: the nearest one is name. Or take it out. Known here: name, days.',
			}),
		);
	});

	test('of columns is refused with the label of the nearest one', () => {
		expect(check({ names: 'x' }, { namedBy: 'label' })).toThrow(
			expect.objectContaining({
				message: 'stock.names is not known to this operation',
				remedy: 'Take it out of Fields: the nearest one there is Coupon Name.',
			}),
		);
	});

	test('does not matter when it holds nothing', () => {
		expect(check({ names: '', note: {} })()).toEqual({});
	});

	test('in JSON is sent where that is wanted, and said to be possible where it is not', () => {
		const members = { name: 'Spring', names: 'x', note: '', no_cash: false };
		const sent = { names: 'x', no_cash: false };
		expect(check(members, { namedBy: 'path', sendsUnknown: true })()).toEqual(sent);
		expect(check(members, { namedBy: 'path', sendsUnknown: false })).toThrow(
			expect.objectContaining({
				message: 'stock.names is not known to this operation',
				remedy: expect.stringContaining('turn on Send Unknown Members under Options.') as unknown,
			}),
		);
	});

	test('in a column is refused all the same', () => {
		const inColumn = { namedBy: 'label', sendsUnknown: true } as const;
		expect(check({ names: 'x' }, inColumn)).toThrow('stock.names is not known');
	});
});
