import { describe, expect, jest, test } from '@jest/globals';
import { ExpressionError, UserError, type IExecuteFunctions } from 'n8n-workflow';
import { merchantAccount } from '../../../../marketing/account.ts';
import { Callers } from '../../../../marketing/transport/callers.ts';
import { Shared } from '../../../../marketing/transport/shared.ts';
import { MAIN_HOST, MCHID, PUBLIC_KEY_ID, SERIAL_NO } from '../../helpers/credential.mts';
import { privatePem, publicPem, rsaKeyPair } from '../../helpers/keys.mts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const privateKey = privatePem(rsaKeyPair().privateKey);
const publicKey = publicPem(rsaKeyPair().publicKey);
const valuesOf = (mchid = MCHID) => ({
	mchid,
	serialNo: SERIAL_NO,
	privateKey,
	publicKeyId: PUBLIC_KEY_ID,
	publicKey,
	baseUrl: MAIN_HOST,
});

/** The callers of an execution whose credential is read so. */
function callersOf(getCredentials: (item: number) => Promise<unknown>) {
	const time = new VirtualTime();
	const stop = new AbortController();
	const read = jest.fn(async (_: string, item: number) => await getCredentials(item));
	const context = {
		getNode: () => ({ credentials: { weChatPayMarketingApi: { id: '7', name: 'Shop' } } }),
		getCredentials: read,
	} as unknown as IExecuteFunctions;
	const callers = new Callers(context, merchantAccount, new Shared(time), stop.signal);
	const of = async (item: number) => await time.runToEnd(callers.of(item));
	return { callers, of, read, time, stop };
}

describe('The credential', () => {
	test('is read once for all items, and known as n8n knows it', async () => {
		const { of, read } = callersOf(async () => valuesOf());
		const first = await of(0);
		expect(first.credential).toEqual({
			id: '7',
			name: 'Shop',
			type: 'weChatPayMarketingApi',
			data: valuesOf(),
		});
		expect(first.merchant.mchid).toBe(MCHID);
		expect(await of(1)).toBe(first);
		// Once for the items, and once for an item that there is not: nothing depends on the item.
		expect(read.mock.calls).toEqual([
			['weChatPayMarketingApi', 0],
			['weChatPayMarketingApi', -1],
		]);
	});

	test('with expressions is read for each item once', async () => {
		const { of, read } = callersOf(async (item) => valuesOf(`190000000${Math.max(0, item)}`));
		const found = [await of(1), await of(2), await of(1)];
		expect(found.map(({ merchant }) => merchant.mchid)).toEqual([
			'1900000001',
			'1900000002',
			'1900000001',
		]);
		expect(read.mock.calls.map(([, item]) => item)).toEqual([1, -1, 2]);
	});

	test('of an item that cannot be read is asked for anew by the next call', async () => {
		let isThere = false;
		const { of } = callersOf(async (item) => {
			if (isThere && item >= 0) return valuesOf();
			throw new ExpressionError('No data for this item');
		});
		await expect(of(0)).rejects.toMatchObject({ condition: 'badCredential' });
		isThere = true;
		expect((await of(0)).merchant.mchid).toBe(MCHID);
	});
});

describe('A credential that cannot be read', () => {
	test.each([
		[new Error('SQLITE_BUSY: database is locked'), 'notSent', 4],
		[new UserError('It does not exist.'), 'badCredential', 1],
	])('case %#', async (error, condition, times) => {
		const { of, read } = callersOf(async () => await Promise.reject(error));
		await expect(of(0)).rejects.toMatchObject({ condition, outcome: 'notSent' });
		// To see whether it is one for all items, and for this item.
		expect(read).toHaveBeenCalledTimes(2 * times);
	});

	test('a field of it is wrong: read once for this item', async () => {
		const { of } = callersOf(async () => ({ ...valuesOf(), mchid: '' }));
		await expect(of(0)).rejects.toMatchObject({
			condition: 'badCredential',
			code: 'CREDENTIAL_INVALID',
			message: expect.stringContaining('Merchant ID'),
		});
	});

	test('Stop ends the wait', async () => {
		const { callers, stop } = callersOf(async () => await Promise.reject(new Error('locked')));
		const read = callers.of(0);
		setImmediate(() => stop.abort());
		await expect(read).rejects.toMatchObject({ condition: 'cancelledBefore' });
	});
});
