import { describe, expect, test } from '@jest/globals';
import { brandWords } from '../../../../marketing/words/brand.ts';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import type { Labels } from '../../../../marketing/words/labels.ts';
import { wordsOf, type Words } from '../../../../marketing/words/words.ts';
import { CredentialFieldError } from '../../../../wechatpay/credential.ts';
import { DETAIL_CODES } from '../../../../wechatpay/detailCodes.ts';
import { KNOWN_REFUSALS, KNOWN_WORDS } from '../../../../wechatpay/errorCodes.ts';
import { UnsignableRequestError } from '../../../../wechatpay/signedOptions.ts';

const { labels: merchant } = merchantWords;

/** An account whose every label is made up. */
const shop: Labels = {
	caller: 'shop',
	aCaller: 'a shop',
	callers: 'shops',
	other: 'market',
	otherNode: 'Market Node',
	otherCredential: 'Market API',
	notificationKey: 'shop key',
	aNotificationKey: 'a shop key',
	platform: 'shop platform',
	fields: {
		callerId: 'Shop ID',
		serialNo: 'Shop Serial',
		privateKey: 'Shop Secret',
		publicKeyId: 'Till ID',
		publicKey: 'Till Key',
		notificationKey: 'Shop Key',
		baseUrl: 'Shop URL',
		processes: 'Shop Tills',
		defaultBrandId: 'Usual Brand',
		defaultAppid: 'Usual App',
	},
	places: {
		account: 'Shop > Who',
		keys: 'Shop > Keys',
		certificate: 'Shop > Certificate',
		publicKey: 'Shop > Till',
		notificationKey: 'Shop > Shop Key',
	},
};

/** All that is told of an account and of its credential. */
function saidBy(words: Words): string[] {
	const codes = [
		...KNOWN_WORDS.map(({ says }) => ({ code: 'ANY', message: says })),
		...Object.entries(KNOWN_REFUSALS).flatMap(([code, ofCode]) =>
			ofCode.map(({ says = '' }: { says?: string }) => ({ code, message: says })),
		),
	];
	const statuses = [200, 300, 404, 429, 500];
	const details = Object.keys(DETAIL_CODES).map((code) => `0-${code}`);
	const told = [
		...details.map((requestId) =>
			words.refusal({ status: 400, code: 'ANY', message: '', requestId }),
		),
		...codes.map((refusal) => words.refusal({ status: 400, requestId: '', ...refusal })),
		...['', 'request'].flatMap((requestId) =>
			statuses.map((status) => words.refusal({ status, code: '', message: '', requestId })),
		),
		...(['type', 'timestamp'] as const).flatMap((check) => [
			words.answer({ check }),
			words.notification({ check }),
		]),
		words.answer({ check: 'headers', header: 'name' }),
		words.answer({ check: 'serial', serial: '' }),
		...(['probe', 'otherContent'] as const).flatMap((found) => [
			words.answer({ check: 'signature', found }),
			words.notification({ check: 'signature', found }),
		]),
		...(
			['otherPublicKey', 'platformCertificate', 'otherCertificate', 'ownCertificate'] as const
		).map((found) => words.notification({ check: 'serial', found })),
		...(['noKey', 'wrongKey'] as const).map((found) =>
			words.notification({ check: 'decryption', found }),
		),
	];
	const thrown = [
		new CredentialFieldError('callerId', 'empty'),
		new CredentialFieldError('serialNo', 'publicKeyIdInstead'),
		new CredentialFieldError('privateKey', 'notificationKey'),
		new CredentialFieldError('publicKeyId', 'ownSerialNo'),
		new CredentialFieldError('publicKey', 'ownPublicKey'),
		new CredentialFieldError('notificationKey', 'noNotificationKey'),
		new CredentialFieldError('baseUrl', 'hasPath'),
		new CredentialFieldError('processes', 'noProcesses'),
		new CredentialFieldError('defaultBrandId', 'noDefaultBrandId'),
		new CredentialFieldError('defaultAppid', 'noAppid'),
		new UnsignableRequestError('otherHost'),
	].map((error) => words.thrown(error) as Error);
	return [
		...told.flatMap((sentences) => Object.values(sentences)),
		...thrown.map(({ message }) => message),
	];
}

/** Labels of the credential, and where its values are found. */
function ownOf({ labels: { fields, places, platform } }: Words): string[] {
	return [...Object.values(fields), ...Object.values(places), platform];
}
const own = ownOf(merchantWords);

describe('an account is told everything with its own labels', () => {
	test.each(own)('%s is said to a merchant', (label) => {
		expect(saidBy(merchantWords).some((text) => text.includes(label))).toBe(true);
	});

	test.each(ownOf(brandWords))('%s is said to a brand', (label) => {
		expect(saidBy(brandWords).some((text) => text.includes(label))).toBe(true);
	});

	test('and to nobody else', () => {
		const names = own.filter((label) => label !== merchant.fields.callerId);
		const said = saidBy(wordsOf(shop)).filter((text) => names.some((name) => text.includes(name)));
		expect(said).toEqual([]);
	});

	test('a brand is told of no merchant, but where the ID or the address of one was used', () => {
		const spoken = saidBy(brandWords).filter((text) => /merchant|service provider/i.test(text));
		const ofOther =
			/\bmerchant ID|the merchant that created|those (for|that a) merchant|MERCHANT_API|same merchant|the merchant\.$|merchant of the notification/;
		expect(spoken.filter((text) => !ofOther.test(text) && text !== 'Fill in Merchant ID.')).toEqual(
			[],
		);
	});

	test('for a shop it says shop', () => {
		const { refusal, answer } = wordsOf(shop);
		const expired = { status: 401, code: 'SIGN_ERROR', message: '证书已过期', requestId: '' };
		expect(refusal(expired)).toEqual({
			meaning: 'The shop API certificate has expired',
			remedy:
				'Apply for a new one under Shop > Certificate, and enter its serial number and its private key in the credential.',
		});
		expect(answer({ check: 'type' }).remedy).toBe(
			'Check that Shop ID in the credential is that of a shop.',
		);
	});
});

test('what is not of the protocol stays as it was thrown', () => {
	const error = new Error('boom');
	expect(merchantWords.thrown(error)).toBe(error);
});
