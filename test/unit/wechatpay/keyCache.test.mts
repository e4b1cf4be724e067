import { randomUUID, type KeyObject } from 'node:crypto';
import { expect, jest, test } from '@jest/globals';
import { KeyCache } from '../../../wechatpay/keyCache.ts';
import { MERCHANT, parseCredential } from '../../../wechatpay/credential.ts';
import { MCHID, PUBLIC_KEY_ID, SERIAL_NO } from '../helpers/credential.mts';
import { privatePem, publicPem, rsaKeyPair } from '../helpers/keys.mts';

const merchant = rsaKeyPair();
const weChatPay = rsaKeyPair();

const parser = () => jest.fn<(text: string) => KeyObject>(() => merchant.privateKey);

test('a credential is parsed once', () => {
	const values = {
		mchid: MCHID,
		serialNo: SERIAL_NO,
		privateKey: privatePem(merchant.privateKey),
		publicKeyId: PUBLIC_KEY_ID,
		publicKey: publicPem(weChatPay.publicKey),
	};
	const keys = new KeyCache();
	const first = parseCredential(values, MERCHANT, keys);
	const second = parseCredential({ ...values, mchid: '1900000002' }, MERCHANT, keys);
	expect(second.privateKey).toBe(first.privateKey);
	expect(second.publicKey).toBe(first.publicKey);
});

test('a key that was replaced is not mistaken for the old one', () => {
	const parse = parser();
	const keys = new KeyCache();
	const name = randomUUID();
	keys.key('privateKey', name, parse);
	keys.key('privateKey', `${name} `, parse);
	keys.key('publicKey', name, parse);
	expect(parse.mock.calls).toEqual([[name], [`${name} `], [name]]);
});

test('what cannot be parsed is tried again', () => {
	const keys = new KeyCache();
	const name = randomUUID();
	const failing = () => {
		throw new Error('not a key');
	};
	expect(() => keys.key('privateKey', name, failing)).toThrow('not a key');
	expect(() => keys.key('privateKey', name, failing)).toThrow('not a key');
	const parse = parser();
	expect(keys.key('privateKey', name, parse)).toBe(merchant.privateKey);
	expect(parse).toHaveBeenCalledTimes(1);
});

test('it is bounded: the oldest key leaves when 32 others came', () => {
	const parse = parser();
	const keys = new KeyCache();
	const names = Array.from({ length: 33 }, () => randomUUID());
	for (const name of names) keys.key('publicKey', name, parse);
	expect(parse).toHaveBeenCalledTimes(33);
	keys.key('publicKey', names[32]!, parse);
	keys.key('publicKey', names[1]!, parse);
	expect(parse).toHaveBeenCalledTimes(33);
	keys.key('publicKey', names[0]!, parse);
	expect(parse).toHaveBeenCalledTimes(34);
});
