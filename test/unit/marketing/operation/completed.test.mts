import { expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import type { Calls } from '../../../../marketing/items/calls.ts';
import { completedBy, unchangedInside } from '../../../../marketing/operation/completed.ts';
import { get } from '../../../../marketing/operation/page.ts';
import { single } from '../../../../marketing/operation/single.ts';
import { maybe } from '../../../../marketing/parameters/body.ts';
import { id, text } from '../../../../marketing/parameters/kinds.ts';
import { optional } from '../../../../marketing/parameters/parameter.ts';
import { unansweredCall } from '../../../../marketing/transport/noAnswer.ts';

const cupId = id('cup_id');
const getCup = single({
	name: 'Get',
	action: 'Get cup',
	description: 'Gets a cup',
	endpoint: get('/v3/cups/{cup_id}', {}),
	parameters: [cupId],
});
const handle = maybe('handle', [
	maybe('grip', [text('form'), text('colour'), optional(text('note'))]),
]);
const complete = completedBy(getCup, [text('size'), handle].map(unchangedInside));

/** Calls for a cup with this handle, and what they were made with. */
function callsOn(handle: IDataObject | undefined) {
	const asked: unknown[] = [];
	const call = async (_: unknown, values: unknown) => {
		asked.push(values);
		return { data: { handle } };
	};
	return { calls: { call } as unknown as Calls, asked };
}

test('what is not given is as the thing has it, but for members that are not known', async () => {
	const { calls, asked } = callsOn({ grip: { form: 'round', colour: 'red', note: 'a', age: 7 } });
	const values = { cup_id: '1', size: 2, handle: { grip: { colour: 'blue' } } };
	expect(await complete(calls, values)).toEqual({
		cup_id: '1',
		size: 2,
		handle: { grip: { form: 'round', colour: 'blue', note: 'a' } },
	});
	expect(values.handle).toEqual({ grip: { colour: 'blue' } });
	expect(asked).toEqual([{ cup_id: '1' }]);
});

test.each([
	[{ cup_id: '1', size: 2 }],
	[{ cup_id: '1', handle: { grip: { form: 'square', colour: 'blue' } } }],
])('%j has no gap, so that nothing is looked at', async (values) => {
	const { calls, asked } = callsOn(undefined);
	expect(await complete(calls, values)).toBe(values);
	expect(asked).toEqual([]);
});

test('what nobody has is named', async () => {
	const { calls } = callsOn({ grip: { form: '' } });
	await expect(
		complete(calls, { cup_id: '1', handle: { grip: { colour: 'blue' } } }),
	).rejects.toThrow('Form is missing, and there is none yet that could stay as it is');
});

test('only what is needed inside an object stays as it is', async () => {
	const { calls, asked } = callsOn(undefined);
	const asIs = completedBy(getCup, [handle]);
	const values = { cup_id: '1', handle: { grip: { colour: 'blue' } } };
	expect(await asIs(calls, values)).toBe(values);
	expect(asked).toEqual([]);
	expect(unchangedInside(text('size'))).not.toHaveProperty('absent');
});

test('a look without an answer changed nothing', async () => {
	const call = async () => {
		throw unansweredCall('lost', 'ECONNRESET');
	};
	const looked = complete({ call } as unknown as Calls, {
		cup_id: '1',
		handle: { grip: { colour: '1' } },
	});
	await expect(looked).rejects.toMatchObject({ outcome: 'notSent' });
});
