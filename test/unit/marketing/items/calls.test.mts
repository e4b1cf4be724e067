import { expect, test } from '@jest/globals';
import { Calls } from '../../../../marketing/items/calls.ts';
import type { Files } from '../../../../marketing/items/files.ts';
import type { FileBody, RemoteFile } from '../../../../marketing/transport/file.ts';
import type { CallSettings, Session } from '../../../../marketing/transport/session.ts';
import { id, text } from '../../../../marketing/parameters/kinds.ts';
import { post } from '../../../../marketing/operation/page.ts';

const files = {} as Files;
const settings = { timeout: 1000, maxRetries: 2 };
const operation = {
	endpoint: post('/v3/cups/{cup_id}/fill', {}),
	parameters: [id('cup_id'), text('drink')],
};

/** The calls of input item 4, and what they gave to the session. */
function callsOf(how: CallSettings = settings) {
	const asked: unknown[][] = [];
	const session = {
		call: async (...all: unknown[]) => asked.push(all),
		fetch: async (...all: unknown[]) => asked.push(all),
	} as unknown as Session;
	return { calls: new Calls(session, files, how, 4), asked };
}

test('a call goes out with its values in place, the settings and the credential of its item', async () => {
	const { calls, asked } = callsOf();
	await calls.call(operation, { cup_id: '7', drink: 'tea' });
	expect(asked).toEqual([
		[
			expect.objectContaining({
				endpoint: operation.endpoint,
				path: { cup_id: '7' },
				body: { json: { drink: 'tea' } },
			}),
			settings,
			4,
		],
	]);
});

test('a body that is ready is sent in place of the values', async () => {
	const { calls, asked } = callsOf();
	const body = { contentType: 'image/png', bytes: Buffer.from('1') };
	await calls.call(operation, { cup_id: '7', drink: 'tea' }, body);
	expect(asked[0]?.[0]).toMatchObject({ path: { cup_id: '7' }, body });
});

test('what is looked at is asked for at its own pace', async () => {
	const { calls, asked } = callsOf({ ...settings, requestsPerSecond: 1 });
	await calls.looks.call(operation, { cup_id: '7' });
	await calls.call(operation, { cup_id: '7' });
	expect(asked.map(([, how]) => how)).toEqual([settings, { ...settings, requestsPerSecond: 1 }]);
});

test('a file is fetched with the same', async () => {
	const { calls, asked } = callsOf();
	const file = {} as RemoteFile;
	const receive = async (body: FileBody) => body;
	await calls.fetch(file, receive);
	expect(asked).toEqual([[file, settings, 4, receive]]);
});
