import { createPublicKey, type KeyObject } from 'node:crypto';
import type { KeyCache } from './keyCache';
import { parseOrigin } from './hosts';
import { readPastedKey } from './pastedKey';
import { pastedLine, pastedText } from './pastedText';
import { trimmedEnd } from './trimmed';
import { MERCHANT_SCHEME } from './requestSignature';

/** The credential's fields as they were typed in, under the names of the credential. */
export type CredentialValues = Partial<
	Record<
		'mchid' | 'serialNo' | 'privateKey' | 'publicKeyId' | 'publicKey' | 'apiV3Key' | 'baseUrl',
		unknown
	>
>;

/** A credential that was checked: every part has the right form and both keys are parsed. */
export interface MerchantCredential {
	/** how its requests and the answers to them are signed */
	scheme: string;
	/** 8 to 10 digits */
	mchid: string;
	/** 40 upper-case hex digits, the certificate that belongs to the private key */
	serialNo: string;
	privateKey: KeyObject;
	/** the `Wechatpay-Serial` that answers must carry */
	publicKeyId: string;
	publicKey: KeyObject;
	/** 32 characters; only notifications need it */
	apiV3Key?: string;
	/** origin without a trailing slash */
	baseUrl: string;
}

/** A field of the credential is missing or wrong. The message names it and never repeats its value. */
export class CredentialError extends Error {
	/** the field and what is wrong with it */
	readonly complaint: string;

	/**
	 * @param field display name of the field
	 * @param complaint completes the sentence "<field> in the credential …"
	 * @param remedy what to do, a sentence
	 */
	constructor(
		field: string,
		complaint: string,
		readonly remedy: string,
	) {
		const sentence = `${field} in the credential ${complaint}`;
		super(`${sentence}. ${remedy}`);
		this.name = 'CredentialError';
		this.complaint = sentence;
	}
}

const MINIMUM_KEY_BITS = 2048;

function parseMerchantId(value: unknown): string {
	const mchid = pastedLine(value);
	const remedy =
		'Copy the number that the merchant platform shows under Account Center > Merchant Info.';
	if (mchid === '') throw new CredentialError('Merchant ID', 'is empty', remedy);
	if (!/^\d{8,10}$/.test(mchid)) {
		throw new CredentialError('Merchant ID', 'is not a number of 8 to 10 digits', remedy);
	}
	return mchid;
}

function parseSerialNo(value: unknown): string {
	const field = 'Merchant API Certificate Serial Number';
	const remedy =
		'Copy it from Account Center > API Security > Merchant API Certificate, or run "openssl x509 -in apiclient_cert.pem -noout -serial".';
	const serialNo = pastedLine(value)
		.replace(/^serial\s*=\s*/i, '')
		.replace(/^0x/i, '')
		.replace(/[\s:]/g, '')
		.toUpperCase();
	if (serialNo === '') throw new CredentialError(field, 'is empty', remedy);
	if (/^PUB_KEY_ID_/.test(serialNo)) {
		throw new CredentialError(
			field,
			'holds a public key ID',
			`That belongs in WeChat Pay Public Key ID. ${remedy}`,
		);
	}
	if (!/^[0-9A-F]{40}$/.test(serialNo)) {
		throw new CredentialError(field, 'is not 40 hexadecimal digits', remedy);
	}
	return serialNo;
}

function parsePublicKeyId(value: unknown, serialNo: string): string {
	const field = 'WeChat Pay Public Key ID';
	const remedy =
		'Copy it, with its beginning PUB_KEY_ID_, from Account Center > API Security > WeChat Pay Public Key.';
	const id = pastedLine(value).replace(/^0x/i, '').toUpperCase();
	if (id === '') throw new CredentialError(field, 'is empty', remedy);
	if (id === serialNo) {
		throw new CredentialError(field, 'holds the serial number of the merchant certificate', remedy);
	}
	// 40 hex digits: merchants who still use a platform certificate name its serial number here.
	if (!/^(PUB_KEY_ID_\d+|[0-9A-F]{40})$/.test(id)) {
		throw new CredentialError(field, 'is not PUB_KEY_ID_ followed by digits', remedy);
	}
	return id;
}

function checkKeySize(field: string, key: KeyObject): void {
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	if (bits < MINIMUM_KEY_BITS) {
		throw new CredentialError(
			field,
			`is an RSA key of only ${bits} bits`,
			'WeChat Pay issues keys of 2048 bits or more.',
		);
	}
}

function parsePrivateKey(pasted: string): KeyObject {
	const field = 'Merchant Private Key';
	const remedy =
		'Paste the whole content of apiclient_key.pem, from “-----BEGIN PRIVATE KEY-----” to “-----END PRIVATE KEY-----”.';
	const found = readPastedKey(pasted, 'privateKey');
	if (found.kind === 'publicKey') throw new CredentialError(field, 'is a public key', remedy);
	if (found.kind === 'other') throw new CredentialError(field, `is ${found.label}`, remedy);
	checkKeySize(field, found.key);
	return found.key;
}

function parsePublicKey(pasted: string): KeyObject {
	const field = 'WeChat Pay Public Key';
	const remedy =
		'Paste the whole content of pub_key.pem, downloaded from Account Center > API Security > WeChat Pay Public Key.';
	const found = readPastedKey(pasted, 'publicKey');
	if (found.kind === 'privateKey') throw new CredentialError(field, 'is a private key', remedy);
	if (found.kind === 'other') throw new CredentialError(field, `is ${found.label}`, remedy);
	checkKeySize(field, found.key);
	return found.key;
}

function parseApiV3Key(value: unknown): string | undefined {
	const key = pastedLine(value);
	if (key === '') return undefined;
	if (!/^[0-9A-Za-z]{32}$/.test(key)) {
		throw new CredentialError(
			'APIv3 Key',
			'is not 32 letters and digits',
			'Copy the key that you set under Account Center > API Security, or leave the field empty: only notifications need it.',
		);
	}
	return key;
}

function parseBaseUrl(value: unknown): string {
	const parsed = parseOrigin(trimmedEnd(pastedLine(value), /\//));
	if ('origin' in parsed) return parsed.origin;
	throw new CredentialError(
		'API Base URL',
		parsed.complaint,
		'Leave it at https://api.mch.weixin.qq.com unless a proxy or a simulator stands in for WeChat Pay.',
	);
}

/**
 * Checks the credential before the first call, so that a slip in a field is named here and not by a
 * refused signature. What copying does to values, and the case of the serial number, is forgiven.
 *
 * @param values the fields as typed in
 * @param keys those that were parsed before
 * @throws CredentialError naming the first field that is wrong and what to do
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4013070756
 */
export function parseCredential(values: CredentialValues, keys: KeyCache): MerchantCredential {
	const mchid = parseMerchantId(values.mchid);
	const serialNo = parseSerialNo(values.serialNo);
	const privateKey = keys.key('privateKey', pastedText(values.privateKey), parsePrivateKey);
	const publicKeyId = parsePublicKeyId(values.publicKeyId, serialNo);
	const publicKey = keys.key('publicKey', pastedText(values.publicKey), parsePublicKey);
	if (createPublicKey(privateKey).equals(publicKey)) {
		throw new CredentialError(
			'WeChat Pay Public Key',
			"is the merchant's own public key",
			"Answers are signed with WeChat Pay's key: paste the content of pub_key.pem, downloaded from Account Center > API Security > WeChat Pay Public Key.",
		);
	}
	return {
		scheme: MERCHANT_SCHEME,
		mchid,
		serialNo,
		privateKey,
		publicKeyId,
		publicKey,
		apiV3Key: parseApiV3Key(values.apiV3Key),
		baseUrl: parseBaseUrl(values.baseUrl),
	};
}
