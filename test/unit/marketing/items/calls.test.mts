import { expect, jest, test } from '@jest/globals';
import { Calls } from '../../../../marketing/items/calls.ts';
import type { Files } from '../../../../marketing/items/files.ts';
import { post } from '../../../../marketing/operation/page.ts';
import { id } from '../../../../marketing/parameters/kinds.ts';
import type { RemoteFile } from '../../../../marketing/transport/file.ts';
import type { Session } from '../../../../marketing/transport/session.ts';

const answer = { data: { state: 'OFF' }, requestId: '0A', wasRepeatedBlindly: false };
const settings = { timeout: 5000, maxRetries: 1 };
const operation = { endpoint: post('/v3/things/{thing_id}', {}), parameters: [id('thing_id')] };
const values = { thing_id: '7', reason: 'over' };

function calls() {
	const session = {
		call: jest.fn<Session['call']>().mockResolvedValue(answer),
		fetch: jest.fn(async () => ({ kept: 'file' })),
	};
	return { session, calls: new Calls(session as unknown as Session, {} as Files, settings, 3) };
}

test('a call has its values in their places, the Options and the credential of its item', async () => {
	const { session, calls: ofItem } = calls();
	expect(await ofItem.call(operation, values)).toBe(answer);
	expect(session.call.mock.calls).toEqual([
		[
			expect.objectContaining({
				endpoint: operation.endpoint,
				path: { thing_id: '7' },
				body: { json: { reason: 'over' } },
			}),
			settings,
			3,
		],
	]);
});

test('a body that is ready is sent in place of the values', async () => {
	const { session, calls: ofItem } = calls();
	const body = { contentType: 'multipart/form-data', bytes: Buffer.from('x') };
	await ofItem.call(operation, values, body);
	expect(session.call.mock.calls[0]?.[0]).toMatchObject({ path: { thing_id: '7' }, body });
});

test('a file is fetched in the same way', async () => {
	const { session, calls: ofItem } = calls();
	const file = { url: new URL('https://api.mch.weixin.qq.com/file') } as RemoteFile;
	const receive = async () => ({ kept: 'file' });
	expect(await ofItem.fetch(file, receive)).toEqual({ kept: 'file' });
	expect(session.fetch.mock.calls).toEqual([[file, settings, 3, receive]]);
});
