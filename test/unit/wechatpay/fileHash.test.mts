import { expect, test } from '@jest/globals';
import { readFileHash } from '../../../wechatpay/fileHash.ts';

const digits = (count: number) => 'aB3'.repeat(count).slice(0, count);

test.each([
	[40, 'SHA1', 'sha1'],
	[40, 'sha1', 'sha1'],
	[40, 'SHA-1', 'sha1'],
	[40, undefined, 'sha1'],
	[64, 'SHA256', 'sha256'],
	[64, undefined, 'sha256'],
	[32, undefined, 'md5'],
])('%i digits, called %s: %s', (count, kind, found) => {
	expect(readFileHash(digits(count), kind)).toEqual({
		kind: found,
		value: digits(count).toLowerCase(),
	});
});

test.each([
	[digits(40), 'SHA256'],
	[digits(64), 'SHA1'],
	[digits(40), 'SM3'],
	[digits(64), 'SM3'],
	[digits(40), ''],
	[digits(41), undefined],
	['', undefined],
	['z'.repeat(40), undefined],
	[`${digits(39)}\n`, undefined],
	[`z${digits(39)}`, undefined],
	[undefined, 'SHA1'],
	[7, undefined],
])('%j, called %s, is none', (value, kind) => {
	expect(readFileHash(value, kind)).toBeUndefined();
});
