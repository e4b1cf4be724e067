import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { merchantAccount } from '../../../marketing/account.ts';
import { CredentialError } from '../../../marketing/words/credential.ts';
import { KeyCache } from '../../../wechatpay/keyCache.ts';
import { certificatePem, certificateRequestPem } from '../helpers/certificates.mts';
import { MCHID, PUBLIC_KEY_ID, SERIAL_NO } from '../helpers/credential.mts';
import { bareBase64, pemFile, privatePem, publicPem, rsaKeyPair } from '../helpers/keys.mts';

const merchant = rsaKeyPair();
const weChatPay = rsaKeyPair();
const short = rsaKeyPair(1024);
const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const ed25519 = generateKeyPairSync('ed25519');
const encryption = { format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
const encrypted = merchant.privateKey.export({ type: 'pkcs8', ...encryption }).toString();
const openSsh = pemFile(
	'OPENSSH PRIVATE KEY',
	Buffer.concat([Buffer.from('openssh-key-v1\0'), Buffer.alloc(200, 7)]),
);
const keyFile = privatePem(merchant.privateKey);
const pubFile = publicPem(weChatPay.publicKey);

const values = {
	mchid: MCHID,
	serialNo: SERIAL_NO,
	privateKey: keyFile,
	publicKeyId: PUBLIC_KEY_ID,
	publicKey: pubFile,
};

/** What the user reads when this is in the field. */
function complaint(field: 'privateKey' | 'publicKey', pasted: unknown): string {
	try {
		merchantAccount.parse({ ...values, [field]: pasted }, new KeyCache());
	} catch (error) {
		expect(error).toBeInstanceOf(CredentialError);
		return (error as CredentialError).message;
	}
	throw new Error('was accepted');
}

/** No 12 characters in a row of what was pasted, but for the words that every such message has. */
function expectNotRepeated(message: string, pasted: string): void {
	const text = pasted.replaceAll(/-----[A-Z ]+-----|apiclient_key\.pem/g, '');
	const pieces = Array.from({ length: text.length - 11 }, (_, at) => text.slice(at, at + 12));
	expect(pieces.filter((piece) => message.includes(piece))).toEqual([]);
}

test('a certificate in front of a key is not what is wrong with the key', () => {
	const behind = (key: string): string => complaint('privateKey', certificatePem(merchant) + key);
	expect(behind(encrypted)).toMatch(/is a private key with a password\./);
	expect(behind(openSsh)).toMatch(/is an OpenSSH key\./);
	expect(behind(privatePem(ec.privateKey))).toMatch(/is a private key that is not RSA/);
	expect(behind(keyFile.replace(/.{64}\n/, ''))).toMatch(/is incomplete or damaged/);
	const wrapped = Buffer.from(certificatePem(merchant) + encrypted).toString('base64');
	expect(complaint('privateKey', wrapped)).toMatch(/is a private key with a password\./);
});

const IN_BOTH_FIELDS: [string, string, RegExp][] = [
	['a certificate', certificatePem(merchant), /is a certificate\./],
	['a certificate without its lines', bareBase64(certificatePem(merchant)), /is a certificate\./],
	['a certificate request', certificateRequestPem(merchant), /is a certificate request\./],
	['encrypted PKCS#8', encrypted, /is a private key with a password\./],
	['encrypted PKCS#8 on one line', encrypted.replaceAll('\n', ' '), /with a password\./],
	[
		'a legacy encrypted key',
		merchant.privateKey.export({ type: 'pkcs1', ...encryption }).toString(),
		/is a private key with a password\./,
	],
	['an OpenSSH key', openSsh, /is an OpenSSH key\./],
	['an EC private key', privatePem(ec.privateKey), /private key that is not RSA \(ec\)/],
	[
		'an EC private key of the old form',
		ec.privateKey.export({ type: 'sec1', format: 'pem' }).toString(),
		/private key that is not RSA \(ec\)/,
	],
	['an EC public key', publicPem(ec.publicKey), /public key that is not RSA \(ec\)/],
	['an Ed25519 private key', privatePem(ed25519.privateKey), /not RSA \(ed25519\)/],
	['an Ed25519 public key', publicPem(ed25519.publicKey), /not RSA \(ed25519\)/],
	['a serial number', SERIAL_NO, /is a certificate serial number\./],
	['a serial number in lower case', SERIAL_NO.toLowerCase(), /is a certificate serial number\./],
	['a public key ID', PUBLIC_KEY_ID, /is a public key ID\./],
	['an APIv3 key', 'abcdefghijklmnopqrstuvwxyz012345', /is an APIv3 key\./],
	['a file name', 'C:\\cert\\apiclient_key.pem', /is the name of a file/],
	['a file name with a digit', 'certificates/2025/pub_key.pem', /is the name of a file/],
	['a file name in quotes', '" apiclient_key.pem "', /is the name of a file/],
	['a longer number', `${SERIAL_NO}0`, /is not a key/],
	['a number in a sentence', `No ${SERIAL_NO}`, /is not a key/],
	['an ID in a sentence', 'the PUB_KEY_ID_01', /is not a key/],
	['a file name in a sentence', 'key.pem of the shop', /is not a key/],
	['a sentence', 'ask the colleague for the key', /is not a key/],
	['empty', '', /is empty\./],
	['blanks', ' \n\t ', /is empty\./],
	['quotes around nothing', '""', /is empty\./],
	['the first line alone', '-----BEGIN PRIVATE KEY-----', /is incomplete/],
	['only its end', keyFile.slice(-800), /is incomplete/],
	[
		'lines missing in the middle',
		keyFile.replace(/(.*\n.*\n)(.*\n){10}/, '$1'),
		/is incomplete or damaged/,
	],
	['a strange character near its beginning', keyFile.replace(/(\n.{20})/, '$1!'), /damaged/],
	['a strange character near its end', keyFile.replace(/(.{10}\n-----END)/, '!$1'), /damaged/],
	['no lines at all', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----', /is incomplete/],
	['Base64 that was cut off', bareBase64(keyFile).slice(0, 900), /is incomplete or damaged/],
	['Base64 of something else', Buffer.alloc(300, 'x').toString('base64'), /is incomplete/],
];

describe.each([
	['privateKey', 'Merchant Private Key'],
	['publicKey', 'WeChat Pay Public Key'],
] as const)('%s', (field, displayName) => {
	test.each(IN_BOTH_FIELDS)('%s', (_, pasted, expected) => {
		const message = complaint(field, pasted);
		expect(message).toMatch(expected);
		expect(message.startsWith(`${displayName} in the credential is `)).toBe(true);
		expectNotRepeated(message, pasted);
	});

	test('not given', () => {
		expect(complaint(field, undefined)).toMatch(/ is empty\./);
		expect(complaint(field, null)).toMatch(/ is empty\./);
	});

	test('cut off at its end, wherever', () => {
		const file = field === 'privateKey' ? keyFile : pubFile;
		for (let length = 30; length < file.length - 25; length += 37) {
			expect(complaint(field, file.slice(0, length))).toMatch(/ is incomplete/);
		}
	});
});

describe('keys in the wrong field', () => {
	test.each([
		['SPKI', pubFile],
		['PKCS#1', publicPem(weChatPay.publicKey, 'pkcs1')],
		['Base64 alone', bareBase64(pubFile)],
	])('a public key for the private key: %s', (_, pasted) => {
		const message = complaint('privateKey', pasted);
		expect(message).toMatch(/^Merchant Private Key in the credential is a public key\./);
		expectNotRepeated(message, pasted);
	});

	test.each([
		['PKCS#8', keyFile],
		['PKCS#1', privatePem(merchant.privateKey, 'pkcs1')],
		['Base64 alone', bareBase64(keyFile)],
	])('a private key for the public key: %s', (_, pasted) => {
		const message = complaint('publicKey', pasted);
		expect(message).toMatch(/^WeChat Pay Public Key in the credential is a private key\./);
		expectNotRepeated(message, pasted);
	});

	test("the merchant's own public key", () => {
		const own = publicPem(merchant.publicKey);
		const message = complaint('publicKey', own);
		expect(message).toMatch(/^WeChat Pay Public Key .* is the merchant's own public key\./);
		expectNotRepeated(message, own);
	});
});

test('RSA keys of 1024 bits', () => {
	const pasted = privatePem(short.privateKey);
	expect(complaint('privateKey', pasted)).toMatch(/Private Key .* RSA key of only 1024 bits/);
	expectNotRepeated(complaint('privateKey', pasted), pasted);
	expect(complaint('publicKey', publicPem(short.publicKey))).toMatch(
		/Public Key .* RSA key of only 1024 bits/,
	);
});

test('a private key with one wrong byte is refused before it signs anything', () => {
	const whole = merchant.privateKey.export({ type: 'pkcs8', format: 'der' });
	// Bytes of the modulus: the file stays well formed.
	for (const at of [60, 100, 200, 280]) {
		const damaged = Buffer.from(whole);
		damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
		expect(complaint('privateKey', pemFile('PRIVATE KEY', damaged))).toMatch(
			/is incomplete or damaged/,
		);
	}
});
