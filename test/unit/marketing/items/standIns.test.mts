import { expect, test } from '@jest/globals';
import { merchantAccount } from '../../../../marketing/account.ts';
import { standInFor, standInsOf, type StandIns } from '../../../../marketing/items/standIns.ts';
import { appid, brandId, ownMerchantId } from '../../../../marketing/parameters/common.ts';
import { id, requestNumber } from '../../../../marketing/parameters/kinds.ts';
import { optional } from '../../../../marketing/parameters/parameter.ts';
import type { Session } from '../../../../marketing/transport/session.ts';

/** What the credential has for item 3. */
const standInsWith = (credential: object): StandIns =>
	standInsOf({
		account: merchantAccount,
		merchant: async (item: number) => (item === 3 ? credential : {}),
	} as unknown as Session);

const nothing = standInsWith({ callerId: '1900000001' });

test('a value that nobody gave is that of the credential of its item', async () => {
	const ofMerchant = { callerId: '1900000001', defaultBrandId: '120344', defaultAppid: 'wx1' };
	const all = standInsWith(ofMerchant);
	expect(await standInFor(brandId, all, 3)).toBe('120344');
	expect(await standInFor(appid, all, 3)).toBe('wx1');
	expect(await standInFor(ownMerchantId('mchid'), all, 3)).toBe('1900000001');
	await expect(standInFor(brandId, all, 2)).rejects.toThrow('Brand ID is empty');
});

test.each([
	[brandId, 'Brand ID is empty', 'Default Brand ID'],
	[appid, 'AppID is empty', 'Default AppID'],
])('where the credential has none, both are named', async (parameter, message, label) => {
	await expect(standInFor(parameter, nothing, 3)).rejects.toMatchObject({
		message,
		remedy: `Fill it in, or enter ${label} in the credential, which an empty field means.`,
	});
});

test('an account without such a field names only the one of the node', async () => {
	const account = { ...merchantAccount, standIns: {} };
	const standIns = standInsOf({ account } as unknown as Session);
	await expect(standInFor(brandId, standIns, 3)).rejects.toMatchObject({ remedy: 'Fill it in.' });
});

test('what may be left out, and what is no value of the credential, is left out', async () => {
	expect(await standInFor(optional(appid), nothing, 3)).toBeUndefined();
	expect(await standInFor(id('stock_id'), nothing, 3)).toBeUndefined();
	expect(await standInFor(requestNumber('out_request_no'), nothing, 3)).toBeUndefined();
});
