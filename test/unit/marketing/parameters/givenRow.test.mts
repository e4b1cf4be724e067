import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { maybe, object } from '../../../../marketing/parameters/body.ts';
import { fromItem } from '../../../../marketing/parameters/givenRow.ts';
import type { InputError } from '../../../../marketing/parameters/inputError.ts';
import { amount, text } from '../../../../marketing/parameters/kinds.ts';

const parts = [
	text('name', { label: 'Stock Name' }),
	object('stock_use_rule', [
		amount('max_amount_by_day', { label: 'Daily Budget (Fen)' }),
		maybe('to', [text('day'), text('constructor')]),
	]),
];
const from = (item: IDataObject) => fromItem(parts, item, ['stock_use_rule.state']);

function refusal(item: IDataObject): InputError {
	try {
		from(item);
	} catch (error) {
		return error as InputError;
	}
	throw new Error('nothing was refused');
}

const day = { stock_use_rule: { max_amount_by_day: 5 } };

describe('of an item is taken', () => {
	test.each<[IDataObject, IDataObject]>([
		[{ 'stock_use_rule.max_amount_by_day': 5 }, day],
		[{ ' stock_use_rule.max_amount_by_day\u00a0': 5 }, day],
		[day, day],
		[{ stock_use_rule: { 'max_amount_by_day ': 5, state: 'RUNNING' } }, day],
		[{ stock_use_rule: '{"max_amount_by_day":5}' }, day],
		[{ stock_use_rule: '{"max_amount_by_day":5,} # 每天' }, day],
		[{ 'stock_use_rule.to': { day: '3' } }, { stock_use_rule: { to: { day: '3' } } }],
		[{ 'Daily Budget (Fen)': 5 }, day],
		[{ ' Daily  Budget ': 5 }, day],
		[{ 'Stock Name': 'a', name: ' a' }, { name: ' a' }],
		[{ 'Stock Name': 'a', name: '' }, { name: 'a' }],
	])('%j', (item, body) => {
		expect(from(item)).toEqual(body);
	});
});

test.each<[IDataObject]>([
	[{ note: 'x', 'note.x': 1, state: 'RUNNING', 'max_amount_by_day ': 5, stock_use_rule: 7 }],
	[{ 'stock_use_rule.max_amount_by_days': '', stock_use_rule: { other: { x: null } } }],
	[{ 'daily budget': 5, 'Daily Budget (Yuan)': 5 }],
	[JSON.parse('{"__proto__":{"x":1},"__proto__.x":1,"constructor.x":1}') as IDataObject],
	[Object.create({ name: 'inherited' }) as IDataObject],
])('is left alone: %j', (item) => {
	expect(from(item)).toEqual({});
});

describe('a column that begins like one of ours and is none is refused by name', () => {
	test.each<[IDataObject, string]>([
		[{ 'stock_use_rule.max_amount_by_days': 5 }, 'stock_use_rule.max_amount_by_days'],
		[{ stock_use_rule: { max_amount_by_days: 5 } }, 'stock_use_rule.max_amount_by_days'],
		[{ stock_use_rule: '{"max_amount_by_days":5}' }, 'stock_use_rule.max_amount_by_days'],
		[{ 'stock_use_rules.max_amount_by_day': 5 }, 'stock_use_rules.max_amount_by_day'],
		[{ 'Stock_Use_Rule.max_amount_by_day': 5 }, 'Stock_Use_Rule.max_amount_by_day'],
		[{ 'stock_use_rule .max_amount_by_day': 5 }, 'stock_use_rule .max_amount_by_day'],
		[{ 'stock_use_rule.state': 'RUNNING' }, 'stock_use_rule.state'],
		[{ 'stock_use_rule.to.constructor.x': 1 }, 'stock_use_rule.to.constructor.x'],
	])('%j', (item, name) => {
		expect(refusal(item).message).toBe(`${name} is not known to this operation`);
	});

	test('with the nearest right one', () => {
		expect(refusal({ 'stock_use_rule.max_amount_by_days': 5 }).remedy).toBe(
			'Correct the name of the column: the nearest one is stock_use_rule.max_amount_by_day, Daily Budget (Fen). Or take it out.',
		);
	});

	test.each(['__proto__', 'prototype', 'toString'])('of which %s is never one', (name) => {
		const item = { [`stock_use_rule.${name}.x`]: 1 };
		expect(refusal(item).message).toContain('is not known to this operation');
		expect(({} as IDataObject).x).toBeUndefined();
	});
});

test.each([
	[{ 'stock_use_rule.to': 5 }],
	[{ stock_use_rule: { to: 5 } }],
	[{ stock_use_rule: { to: '{"day":' } }],
])('what is no object where one belongs is refused: %j', (item) => {
	expect(refusal(item).message).toMatch(/^stock_use_rule.to is not an object/);
});

test.each<[IDataObject, string]>([
	[
		{ 'Stock Name': 'a', name: 'b' },
		'Stock Name (column `name`) is given twice: “a” in “Stock Name”, “b” in “name”',
	],
	[
		{ 'stock_use_rule.max_amount_by_day': 5, 'Daily Budget': '6' },
		'Daily Budget (Fen) (column `stock_use_rule.max_amount_by_day`) is given twice',
	],
	[{ 'stock_use_rule.max_amount_by_day': 5, stock_use_rule: { max_amount_by_day: 6 } }, 'twice'],
])('one value with two contents is refused: %j', (item, message) => {
	expect(refusal(item).message).toContain(message);
});
