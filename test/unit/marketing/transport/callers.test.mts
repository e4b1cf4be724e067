import { describe, expect, jest, test } from '@jest/globals';
import {
	ExpressionError,
	UserError,
	type IExecuteFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
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

/** The callers of an execution with so many input items, whose credential is read so. */
function callersOf(getCredentials: (item: number) => Promise<unknown>, items = 1) {
	const time = new VirtualTime();
	const stop = new AbortController();
	const read = jest.fn(async (_: string, item: number) => await getCredentials(item));
	const context = {
		getNode: () => ({ credentials: { weChatPayMarketingApi: { id: '7', name: 'Shop' } } }),
		getCredentials: read,
		getInputData: () => Array.from({ length: items }),
	} as unknown as IExecuteFunctions;
	const callers = new Callers(context, merchantAccount, new Shared(time), stop.signal);
	const of = async (item: number) => await time.runToEnd(callers.of(item));
	return { callers, context, of, read, time, stop };
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
		expect(first.merchant.callerId).toBe(MCHID);
		expect(await of(1)).toBe(first);
		// Once for the items, and once for an item that there is not: nothing depends on the item.
		expect(read.mock.calls).toEqual([
			['weChatPayMarketingApi', 0],
			['weChatPayMarketingApi', -1],
		]);
	});

	test('with expressions is read for each item once', async () => {
		const { of, read } = callersOf(async (item) => valuesOf(`190000000${Math.max(0, item)}`), 3);
		const found = [await of(1), await of(2), await of(1)];
		expect(found.map(({ merchant }) => merchant.callerId)).toEqual([
			'1900000001',
			'1900000002',
			'1900000001',
		]);
		expect(read.mock.calls.map(([, item]) => item)).toEqual([1, 0, 2]);
	});

	test.each<[string, (item: number) => number]>([
		['the position', (item) => item],
		['whether it is the last one', (item) => (item === 999 ? 1 : 0)],
		['whether it is the first one', (item) => (item === 0 ? 1 : 0)],
		['rows in turn', (item) => Math.abs(item) % 2],
		['three in turn', (item) => Math.abs(item) % 3],
		['blocks of rows', (item) => Math.floor(Math.max(0, item) / 250)],
		['whether there is an item', (item) => (item < 0 ? 1 : 0)],
	])('with an expression on %s signs no row as the merchant of another', async (_, shopOf) => {
		for (const items of [999, 1000]) {
			const { of, read } = callersOf(
				async (item) => valuesOf(`190000000${shopOf(item) % 10}`),
				items,
			);
			for (const item of [0, 1, 2, 249, 250, 500, 998]) {
				expect((await of(item)).merchant.callerId).toBe(`190000000${shopOf(item) % 10}`);
			}
			expect(read.mock.calls.length).toBeLessThanOrEqual(11 + 7);
		}
	});

	test.each([
		[0, [0, -1]],
		[1, [0, -1]],
		[2, [0, 1, -1]],
		[4, [0, 1, 2, 3, -1]],
		[10_000, [0, 1, 2, 3, 1667, 3333, 5000, 6666, 8333, 9999, -1]],
	])('of %p items is read for %p, and shared when all agree', async (items, sample) => {
		const { of, read } = callersOf(async () => valuesOf(), items);
		const first = await of(0);
		for (let item = 1; item < items; item++) expect(await of(item)).toBe(first);
		expect(read.mock.calls.map(([, item]) => item)).toEqual(sample);
	});

	test('of an execution without input items is shared', async () => {
		const { context, time } = callersOf(async () => valuesOf());
		const others = Object.entries(context).filter(([name]) => name !== 'getInputData');
		const trigger = Object.fromEntries(others) as IWebhookFunctions;
		const callers = new Callers(trigger, merchantAccount, new Shared(time), undefined);
		expect((await callers.of(0)).merchant.callerId).toBe(MCHID);
	});

	test('of an item that cannot be read is asked for anew by the next call', async () => {
		let isThere = false;
		const { of } = callersOf(async (item) => {
			if (isThere && item >= 0) return valuesOf();
			throw new ExpressionError('No data for this item');
		});
		await expect(of(0)).rejects.toMatchObject({ condition: 'badCredential' });
		isThere = true;
		expect((await of(0)).merchant.callerId).toBe(MCHID);
	});
});

describe('A credential that cannot be read', () => {
	test.each([
		[new Error('SQLITE_BUSY: database is locked'), 'notSent', 4],
		[new UserError('It does not exist.'), 'badCredential', 1],
	])('case %#', async (error, condition, times) => {
		const { of, read } = callersOf(async () => await Promise.reject(error));
		await expect(of(0)).rejects.toMatchObject({ condition, outcome: 'notSent' });
		// To see whether it is one for all items, and once more for this item.
		expect(read).toHaveBeenCalledTimes(times + 1);
	});

	test('is waited for once, and tried once for each other item', async () => {
		const { of, read, time } = callersOf(async () => {
			throw new Error('SQLITE_BUSY: database is locked');
		}, 20);
		await expect(of(0)).rejects.toMatchObject({ condition: 'notSent' });
		const waited = time.now();
		for (let item = 1; item < 20; item++) {
			await expect(of(item)).rejects.toMatchObject({ condition: 'notSent' });
		}
		expect(time.now()).toBe(waited);
		expect(read).toHaveBeenCalledTimes(4 + 20);
	});

	test('is waited for again once one was read', async () => {
		let isAway = true;
		const { of, read } = callersOf(async (item) => {
			if (isAway) throw new Error('SQLITE_BUSY: database is locked');
			return valuesOf(`190000000${item + 1}`);
		}, 3);
		await expect(of(0)).rejects.toThrow();
		isAway = false;
		await of(1);
		isAway = true;
		read.mockClear();
		await expect(of(2)).rejects.toThrow();
		expect(read).toHaveBeenCalledTimes(4);
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
