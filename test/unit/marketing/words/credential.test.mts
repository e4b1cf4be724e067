import { describe, expect, test } from '@jest/globals';
import { CredentialError } from '../../../../marketing/words/credential.ts';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import {
	CredentialFieldError,
	type CredentialField,
	type CredentialFlaw,
} from '../../../../wechatpay/credential.ts';

const told = (field: CredentialField, flaw: CredentialFlaw, seen?: string): CredentialError => {
	const error = merchantWords.thrown(new CredentialFieldError(field, flaw, seen));
	if (error instanceof CredentialError) return error;
	throw new Error('was not told');
};

describe('what is told of a field of the credential', () => {
	test.each<[CredentialField, CredentialFlaw, string, RegExp]>([
		['callerId', 'empty', 'Merchant ID in the credential is empty', /Merchant Info\.$/],
		[
			'callerId',
			'noMerchantId',
			'Merchant ID in the credential is not a number',
			/Merchant Info\.$/,
		],
		[
			'callerId',
			'brandIdInstead',
			'Merchant ID in the credential is a brand ID',
			/Merchant Info\. .*node WeChat Pay Brand with the credential WeChat Pay Brand API\.$/,
		],
		[
			'serialNo',
			'noSerialNo',
			'Merchant API Certificate Serial Number in the credential is not 40 hexadecimal digits',
			/openssl/,
		],
		[
			'serialNo',
			'publicKeyIdInstead',
			'Merchant API Certificate Serial Number in the credential holds a public key ID',
			/^That belongs in WeChat Pay Public Key ID\. Copy it from .*openssl/,
		],
		[
			'publicKeyId',
			'noPublicKeyId',
			'WeChat Pay Public Key ID in the credential is not PUB_KEY_ID_',
			/PUB_KEY_ID_/,
		],
		[
			'publicKeyId',
			'ownSerialNo',
			'WeChat Pay Public Key ID in the credential holds the serial number of the merchant',
			/PUB_KEY_ID_/,
		],
		[
			'privateKey',
			'publicKey',
			'Merchant Private Key in the credential is a public key',
			/apiclient_key\.pem/,
		],
		[
			'publicKey',
			'privateKey',
			'WeChat Pay Public Key in the credential is a private key',
			/pub_key\.pem/,
		],
		[
			'publicKey',
			'ownPublicKey',
			"WeChat Pay Public Key in the credential is the merchant's own public key",
			/signed with WeChat Pay's key/,
		],
		[
			'publicKey',
			'notificationKey',
			'WeChat Pay Public Key in the credential is an APIv3 key',
			/pub_key/,
		],
		[
			'notificationKey',
			'noNotificationKey',
			'APIv3 Key in the credential is not 32 letters',
			/leave the field/,
		],
		[
			'defaultBrandId',
			'noDefaultBrandId',
			'Default Brand ID in the credential is not a number',
			/leave the field empty/,
		],
		[
			'defaultAppid',
			'noAppid',
			'Default AppID in the credential is not up to 32 letters',
			/leave the field empty/,
		],
		['processes', 'noProcesses', 'Processes in the credential is not a whole', /^Enter how many/],
		['baseUrl', 'noAddress', 'API Base URL in the credential is not a web address', /Leave it at/],
		['baseUrl', 'notHttps', 'API Base URL in the credential does not begin with', /Leave it at/],
		['baseUrl', 'hasUser', 'API Base URL in the credential contains a user name', /Leave it at/],
		['baseUrl', 'hasPath', 'API Base URL in the credential has something behind', /Leave it at/],
	])('%s: %s', (field, flaw, what, whatToDo) => {
		const { complaint, remedy, message } = told(field, flaw);
		expect(complaint.startsWith(what)).toBe(true);
		expect(remedy).toMatch(whatToDo);
		expect(message).toBe(`${complaint}. ${remedy}`);
		expect(message).toMatch(/ in the credential [^.]+\. [A-Z].*\.$/);
	});

	test('a key is told with what was seen of it', () => {
		expect(told('privateKey', 'shortKey', '1024')).toMatchObject({
			complaint: 'Merchant Private Key in the credential is an RSA key of only 1024 bits',
			remedy: 'WeChat Pay issues keys of 2048 bits or more.',
		});
		expect(told('publicKey', 'otherPublicKey', 'ec').complaint).toBe(
			'WeChat Pay Public Key in the credential is a public key that is not RSA (ec)',
		);
	});
});
