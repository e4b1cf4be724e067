import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { Groups } from '../../../../../marketing/operation/batch/gather.ts';
import {
	join,
	type BatchOperation,
	type Group,
	type MemberResult,
} from '../../../../../marketing/operation/batch/members.ts';
import {
	confirmByList,
	listed,
	predictByList,
	send,
} from '../../../../../marketing/operation/batch/send.ts';
import type { CallError } from '../../../../../marketing/transport/callError.ts';
import { unansweredCall } from '../../../../../marketing/transport/noAnswer.ts';
import {
	addStores,
	inputsOf,
	membersIn,
	Recorder,
	refusal,
	removeStores,
	storesAnswer,
	uploadCodes,
} from '../../../helpers/batches.mts';

/** A group of these members, not sent yet. */
async function groupOf(
	operation: BatchOperation,
	members: readonly string[],
	recorder: Recorder,
	options: IDataObject = {},
): Promise<Group> {
	const name = operation.batch.members.field.name;
	const groups = new Groups(operation.batch, recorder.callsOf);
	for (const fields of inputsOf(operation, [{ [name]: [...members], options }]))
		await groups.read(fields);
	return groups.all[0]!;
}

function inShort(result: MemberResult | undefined): unknown {
	if (!result) return undefined;
	if (!('error' in result)) {
		const said = 'said' in result && result.said ? `: ${result.said.reason}` : '';
		return result.change + said;
	}
	const { outcome, code } = result.error as CallError;
	return `${outcome} ${code}${result.mayBeDone ? ', may be done' : ''}`;
}
const resultsOf = ({ results }: Group) =>
	Object.fromEntries([...results].map(([member, result]) => [member, inShort(result)]));

const lost = unansweredCall('lost', 'ECONNRESET');

describe('calls', () => {
	test('take as many members as they may, in order', async () => {
		const recorder = new Recorder(() => storesAnswer([]));
		const group = await groupOf(addStores, ['1', '2', '3', '4', '5'], recorder);
		await send(addStores.batch, group);
		expect(recorder.sent).toEqual([
			['add', '1', '2'],
			['add', '3', '4'],
			['add', '5'],
		]);
		expect(recorder.made[0]).toMatchObject({
			stock: '7',
			body: { brand_id: '1', store_list: [{ store_id: '1' }, { store_id: '2' }] },
		});
	});

	test('members that join later wait for the next sending; none is sent twice', async () => {
		const recorder = new Recorder(() => storesAnswer([]));
		const group = await groupOf(addStores, ['1', '2'], recorder);
		await send(addStores.batch, group);
		expect(recorder.sent).toEqual([['add', '1', '2']]);
		join(
			group,
			['3', '1'].map((value) => ({ value })),
		);
		expect(group.waiting).toEqual(['3']);
		await send(addStores.batch, group);
		await send(addStores.batch, group);
		expect(recorder.sent).toEqual([
			['add', '1', '2'],
			['add', '3'],
		]);
	});

	test('a dry run makes none', async () => {
		const recorder = new Recorder(() => storesAnswer([]));
		await send(addStores.batch, await groupOf(addStores, ['1'], recorder, { dryRun: true }));
		expect(recorder.made).toEqual([]);
	});

	test('each goes under a number of its own, which its members keep', async () => {
		const recorder = new Recorder(() => ({}));
		const group = await groupOf(uploadCodes, ['A', 'B', 'C'], recorder);
		await send(uploadCodes.batch, group);
		expect(recorder.made.map(({ body }) => body)).toEqual([
			{ code_list: ['A', 'B'], out_request_no: 'made-0-0' },
			{ code_list: ['C'], out_request_no: 'made-0-1' },
		]);
		expect(['A', 'B', 'C'].map((code) => group.numbers.get(code)?.['out_request_no'])).toEqual([
			'made-0-0',
			'made-0-0',
			'made-0-1',
		]);
	});

	test('one that fails says so of its members only, and keeps no other call', async () => {
		const recorder = new Recorder(({ body }) =>
			membersIn(body).includes('1') ? refusal() : storesAnswer(['3']),
		);
		const group = await groupOf(addStores, ['1', '2', '3'], recorder);
		await send(addStores.batch, group);
		expect(resultsOf(group)).toEqual({
			1: 'refused NO_AUTH',
			2: 'refused NO_AUTH',
			3: 'done',
		});
	});

	test('what may have arrived may be done', async () => {
		const group = await groupOf(addStores, ['1'], new Recorder(() => lost));
		await send(addStores.batch, group);
		expect(resultsOf(group)).toEqual({ 1: 'unknown ECONNRESET, may be done' });
	});

	test('a number that cannot be told apart fails its call, which is not made', async () => {
		const recorder = new Recorder(() => ({}));
		const options = { requestNumber: 'n'.repeat(40) };
		const group = await groupOf(uploadCodes, ['A', 'B', 'C'], recorder, options);
		await send(uploadCodes.batch, group);
		expect(recorder.sent).toEqual([['codes', 'A', 'B']]);
		expect(group.results.get('C')).toMatchObject({
			error: { name: 'InputError' },
			mayBeDone: false,
		});
	});
});

describe('what an answer says', () => {
	async function after(
		operation: BatchOperation,
		data: IDataObject,
		wasRepeatedBlindly = false,
	): Promise<unknown> {
		const recorder = new Recorder(() => ({ data, wasRepeatedBlindly }));
		const group = await groupOf(operation, ['1', '2'], recorder);
		await send(operation.batch, group);
		return resultsOf(group);
	}

	test('a member that it lists as done was done, one that it lists as refused was not', async () => {
		expect(await after(addStores, storesAnswer(['1'], ['2']))).toEqual({
			1: 'done',
			2: 'refused INVALID_REQUEST',
		});
	});

	test('a member in both lists was not done', async () => {
		expect(await after(addStores, storesAnswer(['1', '2'], ['2']))).toEqual({
			1: 'done',
			2: 'refused INVALID_REQUEST',
		});
	});

	test.each<[string, IDataObject]>([
		['names others', storesAnswer(['3'], ['4'])],
		['is empty', {}],
		['has no list where one should be', { success_store_list: '1,2' }],
	])('a member in no list is not known to be done: the answer %s', async (_, data) => {
		expect(await after(addStores, data)).toEqual({
			1: 'unknown NOT_IN_ANSWER, may be done',
			2: 'unknown NOT_IN_ANSWER, may be done',
		});
	});

	test('members that stand in it as numbers are found', async () => {
		const data = { success_store_list: [{ store_id: 1 }], failed_store_list: [{ store_id: 2 }] };
		expect(await after(addStores, data)).toEqual({ 1: 'done', 2: 'refused HTTP_200' });
	});

	test('where it lists the refused alone, the others were done', async () => {
		expect(await after(uploadCodes, { bad: [{ code: '2', reason: 'too long' }] })).toEqual({
			1: 'done',
			2: 'refused 2',
		});
		expect(await after(uploadCodes, {})).toEqual({ 1: 'done', 2: 'done' });
	});

	test('what was there before was not done now', async () => {
		expect(await after(uploadCodes, { there: ['2'] })).toEqual({ 1: 'done', 2: 'already' });
	});

	test('the words of a refusal are those of the answer, under the name that the page gives', async () => {
		const recorder = new Recorder(() => ({ bad: [{ code: '2', reason: 'too long' }] }));
		const group = await groupOf(uploadCodes, ['1', '2'], recorder);
		await send(uploadCodes.batch, group);
		expect(group.results.get('2')).toMatchObject({
			error: { reason: 'too long', requestId: 'request-1' },
		});
	});

	test('after a lost answer the repeat is refused for what the first attempt did', async () => {
		expect(await after(addStores, storesAnswer([], ['1', '2']), true)).toEqual({
			1: 'refused INVALID_REQUEST, may be done',
			2: 'refused INVALID_REQUEST, may be done',
		});
	});

	test('but not under a request number, for which it has the answer of the first attempt', async () => {
		expect(await after(uploadCodes, { bad: [{ code: '2' }] }, true)).toEqual({
			1: 'done',
			2: 'refused 2',
		});
	});
});

describe('the list is the truth', () => {
	const refused = (mayBeDone = false): MemberResult => ({
		error: refusal(200, 'INVALID_REQUEST'),
		mayBeDone,
	});
	const unknown: MemberResult = { error: lost, mayBeDone: true };

	/** What is said of two members with these results, when the list has the first of them. */
	async function confirmed(operation: BatchOperation, result: MemberResult) {
		const recorder = new Recorder(() => ({ store_list: [{ store_id: '1' }] }));
		const group = await groupOf(operation, ['1', '2'], recorder);
		group.results.set('1', result).set('2', result);
		await confirmByList(operation.batch, group);
		expect(recorder.sent).toEqual([['stores']]);
		return resultsOf(group);
	}

	test('what was refused and is as wanted was so before', async () => {
		expect(await confirmed(addStores, refused())).toEqual({
			1: 'already: 缺少权限',
			2: 'refused INVALID_REQUEST',
		});
		expect(await confirmed(removeStores, refused())).toEqual({
			1: 'refused INVALID_REQUEST',
			2: 'already: 缺少权限',
		});
	});

	test('what may be done and is as wanted may have been so before', async () => {
		const notDone = 'refused ECONNRESET';
		expect(await confirmed(addStores, unknown)).toEqual({ 1: 'unknown', 2: notDone });
		expect(await confirmed(removeStores, unknown)).toEqual({ 1: notDone, 2: 'unknown' });
		expect(await confirmed(addStores, refused(true))).toEqual({
			1: 'unknown: 缺少权限',
			2: 'refused INVALID_REQUEST',
		});
	});

	test('it is read once for all members, and not at all when nothing is open', async () => {
		const recorder = new Recorder(() => ({ store_list: [] }));
		const group = await groupOf(addStores, ['1', '2', '3'], recorder);
		group.results.set('1', { change: 'done' });
		group.results.set('2', { error: refusal(403), mayBeDone: false });
		await confirmByList(addStores.batch, group);
		expect(recorder.made).toEqual([]);
		expect(resultsOf(group)).toEqual({ 1: 'done', 2: 'refused NO_AUTH' });
	});

	test('without it what was refused stays refused, and what may be done is not known', async () => {
		const group = await groupOf(addStores, ['1', '2', '3'], new Recorder(() => refusal(500)));
		group.results.set('1', refused()).set('2', refused(true)).set('3', unknown);
		await confirmByList(addStores.batch, group);
		expect(resultsOf(group)).toEqual({
			1: 'refused INVALID_REQUEST',
			2: 'unknown INVALID_REQUEST, may be done',
			3: 'unknown ECONNRESET, may be done',
		});
	});

	test('where nothing lists the members nothing is read', async () => {
		const recorder = new Recorder(() => ({}));
		const group = await groupOf(uploadCodes, ['A'], recorder);
		group.results.set('A', unknown);
		await confirmByList(uploadCodes.batch, group);
		expect(await listed(uploadCodes.batch, group)).toBeUndefined();
		expect(recorder.made).toEqual([]);
		expect(resultsOf(group)).toEqual({ A: 'unknown ECONNRESET, may be done' });
	});
});

describe('a dry run says what would be done', () => {
	const there = () => new Recorder(() => ({ store_list: [{ store_id: '1' }] }));

	test.each([
		['put on', addStores, { 1: 'already', 2: 'done' }],
		['taken off', removeStores, { 1: 'done', 2: 'already' }],
	])('by the list: %s', async (_, operation, expected) => {
		const group = await groupOf(operation, ['1', '2'], there(), { dryRun: true });
		await predictByList(operation.batch, group);
		expect(resultsOf(group)).toEqual(expected);
	});

	test('where nothing lists the members all would be', async () => {
		const recorder = there();
		const group = await groupOf(uploadCodes, ['A'], recorder, { dryRun: true });
		await predictByList(uploadCodes.batch, group);
		expect(resultsOf(group)).toEqual({ A: 'done' });
		expect(recorder.made).toEqual([]);
	});

	test('a list that cannot be read says nothing of any', async () => {
		const recorder = new Recorder(() => refusal());
		const group = await groupOf(addStores, ['1', '2'], recorder, { dryRun: true });
		await predictByList(addStores.batch, group);
		expect(resultsOf(group)).toEqual({ 1: 'refused NO_AUTH', 2: 'refused NO_AUTH' });
	});

	test('a list whose answer is lost leaves nothing unknown, for nothing was sent', async () => {
		const recorder = new Recorder(() => lost);
		const group = await groupOf(addStores, ['1'], recorder, { dryRun: true });
		await predictByList(addStores.batch, group);
		expect(resultsOf(group)).toEqual({ 1: 'notSent ECONNRESET' });
	});
});
