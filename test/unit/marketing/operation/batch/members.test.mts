import { expect, test } from '@jest/globals';
import { join, newGroup, setResults } from '../../../../../marketing/operation/batch/members.ts';
import { inputsOf, Recorder, addStores } from '../../../helpers/batches.mts';

const [fields] = inputsOf(addStores, [{}]);
const calls = new Recorder(() => ({})).callsOf(fields!);
const group = () => newGroup({ ids: { stock_id: '7' }, calls, isDryRun: false });
const given = (...values: string[]) => values.map((value) => ({ value }));

test('members come into a group once each, in the order in which they were first seen', () => {
	const stores = group();
	join(stores, given('3', '1'));
	join(stores, given('1', '2', '3'));
	expect([...stores.members]).toEqual(['3', '1', '2']);
	expect(stores.waiting).toEqual(['3', '1', '2']);
});

test('what was sent does not wait again when it is given once more', () => {
	const stores = group();
	join(stores, given('1', '2'));
	stores.waiting.splice(0);
	join(stores, given('2', '3'));
	expect(stores.waiting).toEqual(['3']);
});

test('what cannot be used stays out', () => {
	const stores = group();
	join(stores, [{ given: '#N/A', error: new Error('bad') }, { value: '1' }]);
	expect([...stores.members]).toEqual(['1']);
	expect(stores.waiting).toEqual(['1']);
});

test('groups share nothing', () => {
	const [one, other] = [group(), group()];
	join(one, given('1'));
	setResults(one, ['1'], { change: 'done' });
	expect([other.members.size, other.waiting, other.results.size]).toEqual([0, [], 0]);
});

test('the last result of a member counts', () => {
	const stores = group();
	setResults(stores, ['1', '2'], { change: 'already' });
	setResults(stores, ['2'], { change: 'done' });
	expect([...stores.results]).toEqual([
		['1', { change: 'already' }],
		['2', { change: 'done' }],
	]);
});
