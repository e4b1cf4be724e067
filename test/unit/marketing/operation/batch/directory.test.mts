import { expect, test } from '@jest/globals';
import { Directory } from '../../../../../marketing/operation/batch/directory.ts';

function directory(entries: Record<string, unknown>): Directory {
	const all = new Directory();
	for (const [id, number] of Object.entries(entries)) all.add(id, number);
	return all;
}

test('members are found by their numbers, and numbers by their members', () => {
	const all = directory({ '1': '0042', '2': '南山 01', '3': undefined });
	expect(all.size).toBe(3);
	expect(all.idsOf('0042')).toEqual(['1']);
	expect(all.idsOf('南山 01')).toEqual(['2']);
	expect(all.idsOf('42')).toEqual([]);
	expect(all.numberOf('1')).toBe('0042');
	expect(all.numberOf('3')).toBeUndefined();
	expect(all.numberOf('4')).toBeUndefined();
	expect([all.has('3'), all.has('4')]).toEqual([true, false]);
});

test('a number that several have has several', () => {
	expect(directory({ '1': 'A', '2': 'A', '3': 'B' }).idsOf('A')).toEqual(['1', '2']);
});

test.each(['', '  ', null, 42])('%p is no number', (number) => {
	const all = directory({ '1': number });
	expect(all.idsOf(String(number))).toEqual([]);
	expect(all.has('1')).toBe(true);
});

test('blanks at the ends and full-width digits make no other number', () => {
	const all = directory({ '1': ' 0042 ', '2': '００４３' });
	expect(all.idsOf('0042')).toEqual(['1']);
	expect(all.idsOf('0043')).toEqual(['2']);
});

test('capital letters and blanks within do', () => {
	const all = directory({ '1': 'a 1' });
	expect([all.idsOf('A 1'), all.idsOf('a1')]).toEqual([[], []]);
});

test('a number without the zeros before it is told apart from the one with them', () => {
	const all = directory({ '1': '0042', '2': '7' });
	expect(all.withZeros('42')).toBe('0042');
	expect(all.withZeros('042')).toBe('0042');
	expect(all.withZeros('7')).toBeUndefined();
	expect(all.withZeros('43')).toBeUndefined();
});
