import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Calls } from '../../../../marketing/items/calls.ts';
import { confirmedByLook, type Change } from '../../../../marketing/operation/change.ts';
import { CallError } from '../../../../marketing/transport/callError.ts';
import { unansweredCall } from '../../../../marketing/transport/noAnswer.ts';
import { refusal } from '../../helpers/batches.mts';

const refused = refusal(400, 'INVALID_REQUEST');
const lost = unansweredCall('lost', 'ECONNRESET');
const ids = { cup_id: '7' };

/** What comes of emptying a cup; a look shows whether it is empty. */
async function emptied(
	made: Record<string, string> | Error,
	seen: boolean | IDataObject | undefined | Error = undefined,
	rules: Pick<Change, 'believesRefusal' | 'isToldByRefusal'> = {},
) {
	let looks = 0;
	const change = {
		as: 'emptied',
		look: 'the cup',
		...rules,
		async isSo() {
			looks++;
			if (seen instanceof Error) throw seen;
			return seen;
		},
	};
	const call = async () => {
		if (made instanceof Error) throw made;
		return { data: made, requestId: 'request-1', wasRepeatedBlindly: false };
	};
	const found = await confirmedByLook(change, {} as Calls, { values: {}, ids, call }).catch(
		(error: unknown) => error,
	);
	return { found, looks };
}

test('an answer says that the call did it, and nobody looks', async () => {
	expect(await emptied({ state: 'EMPTY' })).toEqual({
		found: { state: 'EMPTY', change: 'emptied' },
		looks: 0,
	});
});

describe('when WeChat Pay said no, a look tells', () => {
	test('that there was nothing to do', async () => {
		expect(await emptied(refused, true)).toEqual({ found: { ...ids, change: 'none' }, looks: 1 });
	});

	test('that it was not done', async () => {
		expect((await emptied(refused, false)).found).toBe(refused);
	});
});

describe('when the answer was lost, a look tells', () => {
	test('that it is done', async () => {
		expect((await emptied(lost, true)).found).toMatchObject(ids);
	});

	test('that it is not', async () => {
		expect((await emptied(lost, false)).found).toMatchObject({
			outcome: 'refused',
			message: expect.stringContaining('It was not done, as the cup shows'),
		});
	});
});

test.each([
	['does not say it', undefined],
	['fails itself', refusal()],
])('a look that %s leaves what came of the call', async (_, seen) => {
	expect((await emptied(refused, seen)).found).toBe(refused);
	expect((await emptied(lost, seen)).found).toBe(lost);
});

test('nobody looks when nothing was sent, or the caller may not ask', async () => {
	const unreachable = unansweredCall('unreachable', 'ECONNREFUSED');
	expect(await emptied(unreachable, true)).toEqual({ found: unreachable, looks: 0 });
	expect((await emptied(refusal(), true)).looks).toBe(0);
});

describe('a change of which a refusal is believed', () => {
	test('is looked at after a lost answer only', async () => {
		expect(await emptied(refused, true, { believesRefusal: true })).toEqual({
			found: refused,
			looks: 0,
		});
		expect((await emptied(lost, true, { believesRefusal: true })).found).toMatchObject(ids);
	});
});

test('a look that is told by a refusal says nothing after an answer that is not verified', async () => {
	const unverified = new CallError('The answer is not signed by WeChat Pay', {
		condition: 'unverified',
		code: 'UNVERIFIED_SIGNATURE',
		remedy: '',
	});
	expect(await emptied(unverified, true, { isToldByRefusal: true })).toEqual({
		found: unverified,
		looks: 0,
	});
	expect((await emptied(unverified, true)).looks).toBe(1);
});

test('what a look sees comes out in place of a lost answer', async () => {
	expect((await emptied(lost, { cup_id: '8', state: 'EMPTY' })).found).toEqual({
		cup_id: '8',
		state: 'EMPTY',
		change: 'unknown',
	});
});

test('of an empty answer the IDs come out', async () => {
	expect((await emptied({})).found).toEqual({ ...ids, success: true, change: 'emptied' });
});
