import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { Shared } from '../../../../marketing/transport/shared.ts';
import { once as takeOnce } from '../../../../marketing/trigger/once.ts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

let count = 0;
let staticData: IDataObject;
let shared: Shared;
/** A call of the webhook of a trigger, another one in each test; n8n reads its static data for each call. */
let call: (data?: IDataObject) => IWebhookFunctions;

function trigger(): (data?: IDataObject) => IWebhookFunctions {
	const id = `workflow-${(count += 1)}`;
	return (data = staticData) =>
		({
			getWorkflow: () => ({ id }),
			getNode: () => ({ id: 'node-1' }),
			getWorkflowStaticData: () => data,
		}) as unknown as IWebhookFunctions;
}
beforeEach(() => {
	staticData = {};
	shared = new Shared(new VirtualTime());
	call = trigger();
});
const once = async (context: IWebhookFunctions, id: string, take: () => Promise<boolean>) =>
	await takeOnce(context, shared, id, take);
const yes = async () => await Promise.resolve(true);
const no = async () => await Promise.resolve(false);

test('a notification is taken once', async () => {
	const take = jest.fn(yes);
	expect(await once(call(), 'a', take)).toBe('taken');
	expect(await once(call(), 'a', take)).toBe('repeated');
	expect(await once(call(), 'b', take)).toBe('taken');
	expect(take).toHaveBeenCalledTimes(2);
});

test('what was not taken is, when it comes again', async () => {
	expect(await once(call(), 'a', no)).toBe('failed');
	const failing = async () => await Promise.reject(new Error('refused'));
	await expect(once(call(), 'a', failing)).rejects.toThrow('refused');
	expect(staticData).toEqual({});
	expect(await once(call(), 'a', yes)).toBe('taken');
});

describe('one that comes while it is being taken waits for what becomes of it', () => {
	test.each<[string, () => Promise<boolean>, string]>([
		['taken', yes, 'repeated'],
		['not taken', no, 'failed'],
		['thrown', async () => await Promise.reject(new Error('refused')), 'failed'],
	])('%s', async (_, take, expected) => {
		const first = once(call(), 'a', take).catch(() => {});
		const again = jest.fn(yes);
		expect(await once(call(), 'a', again)).toBe(expected);
		expect(again).not.toHaveBeenCalled();
		await first;
	});
});

test('what another process saved counts', async () => {
	expect(await once(call({ taken: ['a'] }), 'a', yes)).toBe('repeated');
});

test('what n8n lost of calls at the same time the process knows', async () => {
	await Promise.all([once(call({}), 'a', yes), once(call({}), 'b', yes)]);
	expect(await once(call({}), 'a', yes)).toBe('repeated');
	expect(await once(call({}), 'b', yes)).toBe('repeated');
});

test('static data that somebody spoiled counts as none', async () => {
	const spoiled: IDataObject = { taken: [7, null, 'b'] };
	expect(await once(call(spoiled), 'a', yes)).toBe('taken');
	expect(spoiled['taken']).toEqual(['b', 'a']);
	expect(await once(call({ taken: 'a' }), 'c', yes)).toBe('taken');
});

test('another trigger takes it, too', async () => {
	await once(call(), 'a', yes);
	expect(await once(trigger()({}), 'a', yes)).toBe('taken');
});

test('1,000 are remembered, the oldest goes first', async () => {
	for (let index = 0; index <= 1000; index++) await once(call(), `id-${index}`, yes);
	expect(staticData['taken']).toHaveLength(1000);
	expect(await once(call(), 'id-1', yes)).toBe('repeated');
	expect(await once(call(), 'id-0', yes)).toBe('taken');
});
