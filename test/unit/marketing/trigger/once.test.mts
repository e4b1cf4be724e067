import { beforeEach, describe, expect, test } from '@jest/globals';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { Shared } from '../../../../marketing/transport/shared.ts';
import { ReceivedOnce } from '../../../../marketing/trigger/once.ts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

let shared: Shared;
let time: VirtualTime;
beforeEach(() => {
	time = new VirtualTime();
	shared = new Shared(time);
});

const underWay = () => ({ writableEnded: false, statusCode: 200 });
const ended = (statusCode = 200) => ({ writableEnded: true, statusCode });

/** A call of the webhook of a trigger; n8n reads its static data for each call. */
function received(
	id: string,
	staticData: IDataObject = {},
	answer: object = underWay(),
	{ node = 'node-1', process = shared } = {},
): ReceivedOnce {
	const context = {
		getWorkflow: () => ({ id: 'workflow-1' }),
		getNode: () => ({ id: node }),
		getWorkflowStaticData: () => staticData,
		getResponseObject: () => answer,
	} as unknown as IWebhookFunctions;
	return new ReceivedOnce(context, process, id);
}

function take(id: string, staticData: IDataObject = {}, answer: object = ended()): void {
	const once = received(id, staticData, answer);
	once.begin();
	once.save();
}

const savedIn = ({ taken }: IDataObject) => (taken as string).split(' ');

test.each([
	['under way', underWay(), 'underWay'],
	['answered with 200', ended(), 'taken'],
	['answered with 500', ended(500), 'new'],
])('one that is %s', (_, answer, state) => {
	expect(received('a').state).toBe('new');
	received('a', {}, answer).begin();
	expect(received('a').state).toBe(state);
	expect(received('b').state).toBe('new');
});

test('another trigger takes it, too', () => {
	take('a');
	expect(received('a', {}, underWay(), { node: 'node-2' }).state).toBe('new');
});

test('what another process saved counts, unless it is under way here', () => {
	const staticData: IDataObject = {};
	take('a', staticData);
	const other = { process: new Shared(time) };
	expect(received('a', staticData, underWay(), other).state).toBe('taken');
	expect(received('b', staticData, underWay(), other).state).toBe('new');
	received('a', staticData, underWay(), other).begin();
	expect(received('a', staticData, underWay(), other).state).toBe('underWay');
});

describe('what n8n is to save', () => {
	test('is short, and has no ID in it', () => {
		const staticData: IDataObject = {};
		take('8b33f79f-8869-5ae5-b41b-3c0b59f957d0', staticData);
		expect(savedIn(staticData)).toEqual([expect.stringMatching(/^[\w+/]{12}$/)]);
	});

	test('has what other calls took meanwhile, each once, and not what they could not', () => {
		const first: IDataObject = {};
		take('a', first);
		const second: IDataObject = {};
		take('b', second);
		expect(savedIn(second)).toEqual([...savedIn(first), expect.any(String)]);
		take('c', {}, ended(500));
		const third: IDataObject = { ...second };
		take('d', third);
		expect(savedIn(third)).toEqual([...savedIn(second), expect.any(String)]);
	});

	test('are the last 1,000', () => {
		const staticData: IDataObject = {};
		for (let index = 0; index <= 1000; index++) take(`id-${index}`, staticData);
		expect(savedIn(staticData)).toHaveLength(1000);
		const other = { process: new Shared(time) };
		expect(received('id-0', staticData, underWay(), other).state).toBe('new');
		expect(received('id-1', staticData, underWay(), other).state).toBe('taken');
		expect(received('id-0').state).toBe('taken');
	});

	test('is written again while the answer has not ended, after 0, 1, 6, 26 and 126 ms', async () => {
		const answer = underWay();
		const times: number[] = [];
		const staticData = {
			set taken(_: string) {
				times.push(time.now());
			},
		};
		const once = received('a', staticData as IDataObject, answer);
		once.begin();
		once.save();
		await time.runToEnd(time.wait(1000));
		expect(times).toEqual([0, 0, 1, 6, 26, 126]);
	});

	test.each([200, 500])('and no more once it was answered with %d', async (statusCode) => {
		const answer = underWay();
		const staticData: IDataObject = {};
		const once = received('a', staticData, answer);
		once.begin();
		once.save();
		await time.runToEnd(time.wait(3));
		delete staticData['taken'];
		Object.assign(answer, ended(statusCode));
		await time.runToEnd(time.wait(1000));
		expect(staticData).toEqual({});
	});

	test('static data that somebody spoiled counts as none', () => {
		for (const taken of [['b'], 7, null]) {
			const spoiled: IDataObject = { taken };
			take('a', spoiled);
			expect(savedIn(spoiled)).toHaveLength(1);
			expect(received('b', { taken }).state).toBe('new');
		}
	});
});
