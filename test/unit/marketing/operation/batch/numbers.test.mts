import { expect, test } from '@jest/globals';
import { numberOfCall } from '../../../../../marketing/operation/batch/numbers.ts';
import { requestNumber } from '../../../../../marketing/parameters/kinds.ts';

const parameter = requestNumber('out_request_no');
const made = (call: number) => `made-${call}`;
const numbersOf = (given: Record<string, string>, calls: string[][]) =>
	calls.map((members, call) =>
		numberOfCall(parameter, { made, given: new Map(Object.entries(given)) }, call, members),
	);

test('it is made where the rows gave none', () => {
	expect(numbersOf({}, [['A'], ['B']])).toEqual(['made-0', 'made-1']);
});

test('one that all rows gave is told apart by the place of the call', () => {
	expect(numbersOf({ A: 'number', B: 'number', C: 'number' }, [['A'], ['B'], ['C']])).toEqual([
		'number',
		'number-2',
		'number-3',
	]);
});

test('those of the rows of a call make its number, the same whenever they are sent', () => {
	const given = { A: 'number-1', B: 'number-2', C: 'number-1' };
	const calls = [['A', 'B'], ['C']];
	const numbers = numbersOf(given, calls);
	expect(new Set(numbers).size).toBe(2);
	for (const number of numbers) expect(number).toMatch(/^[0-9a-f]{32}$/);
	expect(numbersOf(given, calls)).toEqual(numbers);
	expect(numbersOf({ ...given, B: 'number-3' }, calls)[0]).not.toBe(numbers[0]);
});

test('the members of one long row go under another number in each call', () => {
	const given = { A: 'number-1', B: 'number-1', C: 'number-2' };
	expect(new Set(numbersOf(given, [['A'], ['B'], ['C']])).size).toBe(3);
});
