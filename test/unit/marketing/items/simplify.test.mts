import { describe, expect, test } from '@jest/globals';
import type { Fields } from '../../../../marketing/items/fields.ts';
import { shapedBy, simplified, simplify } from '../../../../marketing/items/simplify.ts';

const answer = {
	stock_id: '7',
	rule: { price: { fen: 500 }, name: 'Rule' },
	stores: [{ id: '1' }, { id: '2' }],
	sent_count_info: { total_count: 3 },
};

describe('a simplified answer', () => {
	test('has the members of the page, flat, under their last names', () => {
		expect(simplified(answer, ['stock_id', 'rule.price.fen', 'stores.id'])).toEqual({
			stock_id: '7',
			fen: 500,
			id: ['1', '2'],
		});
	});

	test('under another name where the own one misleads', () => {
		expect(simplified(answer, [['sent_count_info.total_count', 'sent_count']])).toEqual({
			sent_count: 3,
		});
	});

	test('without those that the answer does not have', () => {
		expect(simplified(answer, ['stock_id', 'rule.none', 'none.at.all'])).toEqual({ stock_id: '7' });
	});
});

describe('what comes out', () => {
	const fieldsWith = (isOn: boolean) =>
		({ required: (parameter: unknown) => parameter === simplify && isOn }) as unknown as Fields;

	test('is simplified where the switch is on', () => {
		expect(shapedBy(fieldsWith(true), ['stock_id'])(answer)).toEqual({ stock_id: '7' });
	});

	test('is the answer where it is off, or the page has nothing to simplify', () => {
		expect(shapedBy(fieldsWith(false), ['stock_id'])(answer)).toBe(answer);
		expect(shapedBy(fieldsWith(true), undefined)(answer)).toBe(answer);
	});
});
