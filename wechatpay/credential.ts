import { createPublicKey, type KeyObject } from 'node:crypto';
import type { KeyCache } from './keyCache';
import { parseOrigin, type OriginFlaw } from './hosts';
import { readPastedKey, type OtherThanKey } from './pastedKey';
import { pastedLine, pastedText } from './pastedText';
import { BRAND_SCHEME, MERCHANT_SCHEME, type Scheme } from './scheme';
import { trimmedEnd } from './trimmed';

/** The values of a credential, by what they are for. */
export type CredentialField =
	| 'callerId'
	| 'serialNo'
	| 'privateKey'
	| 'publicKeyId'
	| 'publicKey'
	| 'notificationKey'
	| 'baseUrl'
	| OwnField;

/** Those that a merchant's has besides. */
export type OwnField = 'processes' | 'defaultBrandId' | 'defaultAppid';

/** The values of a credential as they were typed in, under the names that its kind of account has for them. */
export type CredentialValues = Readonly<Record<string, unknown>>;

/** What the credentials of a kind of account have of their own. */
export interface AccountKind {
	scheme: Scheme;
	/** the names of values that other kinds of account have other names for */
	names: Readonly<Record<'callerId' | 'notificationKey', string>>;
	/** @returns what is wrong with the ID of who calls; `undefined` when nothing is */
	flawOfId(id: string): CredentialFlaw | undefined;
	/** whether WeChat Pay may still sign with a platform certificate, whose serial number stands for a public key ID */
	mayHavePlatformCertificate: boolean;
}

const BRAND_ID = /^\d{1,7}$/;
const MERCHANT_ID = /^\d{8,10}$/;

/** A merchant or a service provider. */
export const MERCHANT: AccountKind = {
	scheme: MERCHANT_SCHEME,
	names: { callerId: 'mchid', notificationKey: 'apiV3Key' },
	flawOfId(id) {
		if (BRAND_ID.test(id)) return 'brandIdInstead';
		return MERCHANT_ID.test(id) ? undefined : 'noMerchantId';
	},
	mayHavePlatformCertificate: true,
};

/**
 * A brand that calls for itself.
 *
 * @see https://pay.weixin.qq.com/doc/brand/4015415289
 */
export const BRAND: AccountKind = {
	scheme: BRAND_SCHEME,
	names: { callerId: 'brandId', notificationKey: 'apiKey' },
	flawOfId(id) {
		if (/^1\d{9}$/.test(id)) return 'merchantIdInstead';
		return BRAND_ID.test(id) ? undefined : 'noBrandId';
	},
	mayHavePlatformCertificate: false,
};

/** A credential that was checked: every part has the right form and both keys are parsed. */
export interface Credential {
	/** how its requests and the answers to them are signed */
	scheme: Scheme;
	/** digits: 8 to 10 of a merchant, 7 at most of a brand */
	callerId: string;
	/** 40 upper-case hex digits, the certificate that belongs to the private key */
	serialNo: string;
	privateKey: KeyObject;
	/** the `Wechatpay-Serial` that answers must carry */
	publicKeyId: string;
	publicKey: KeyObject;
	/** 32 characters; only notifications need it */
	notificationKey?: string;
	/** origin without a trailing slash */
	baseUrl: string;
	/** how many processes share the quotas of the merchant, 1 or more */
	processes: number;
	/** the brand that is meant where a call names none */
	defaultBrandId?: string;
	/** the same of an AppID */
	defaultAppid?: string;
}

/** What is wrong with a value of a credential. */
export type CredentialFlaw =
	| OriginFlaw
	/** what was pasted in place of the key */
	| OtherThanKey
	| 'privateKey'
	| 'publicKey'
	/** a key of too few bits */
	| 'shortKey'
	/** that of the caller, in place of WeChat Pay's */
	| 'ownPublicKey'
	| 'ownSerialNo'
	/** the ID of a public key, in place of a serial number */
	| 'publicKeyIdInstead'
	/** the ID of another kind of account */
	| 'brandIdInstead'
	| 'merchantIdInstead'
	/** not in the form of its kind */
	| 'noMerchantId'
	| 'noBrandId'
	| 'noSerialNo'
	| 'noPublicKeyId'
	| 'noNotificationKey'
	| 'noDefaultBrandId'
	| 'noAppid'
	| 'noProcesses';

/** A value of a credential is missing or wrong. The value is not in it. */
export class CredentialFieldError extends Error {
	/** @param seen of a key: how many bits it has, or its kind when it is not RSA */
	constructor(
		readonly field: CredentialField,
		readonly flaw: CredentialFlaw,
		readonly seen = '',
	) {
		super(`${field}: ${flaw}`);
		this.name = 'CredentialFieldError';
	}
}

const MINIMUM_KEY_BITS = 2048;

function parseCallerId(value: unknown, { flawOfId }: AccountKind): string {
	const id = pastedLine(value);
	const flaw = id === '' ? 'empty' : flawOfId(id);
	if (flaw) throw new CredentialFieldError('callerId', flaw);
	return id;
}

function parseSerialNo(value: unknown): string {
	const serialNo = pastedLine(value)
		.replace(/^serial\s*=\s*/i, '')
		.replace(/^0x/i, '')
		.replace(/[\s:]/g, '')
		.toUpperCase();
	if (serialNo === '') throw new CredentialFieldError('serialNo', 'empty');
	if (/^PUB_KEY_ID_/.test(serialNo)) {
		throw new CredentialFieldError('serialNo', 'publicKeyIdInstead');
	}
	if (!/^[0-9A-F]{40}$/.test(serialNo)) throw new CredentialFieldError('serialNo', 'noSerialNo');
	return serialNo;
}

function parsePublicKeyId(
	value: unknown,
	serialNo: string,
	{ mayHavePlatformCertificate }: AccountKind,
): string {
	const id = pastedLine(value).replace(/^0x/i, '').toUpperCase();
	if (id === '') throw new CredentialFieldError('publicKeyId', 'empty');
	if (id === serialNo) throw new CredentialFieldError('publicKeyId', 'ownSerialNo');
	if (/^PUB_KEY_ID_\d+$/.test(id)) return id;
	if (mayHavePlatformCertificate && /^[0-9A-F]{40}$/.test(id)) return id;
	throw new CredentialFieldError('publicKeyId', 'noPublicKeyId');
}

function parseKey(keys: KeyCache, field: 'privateKey' | 'publicKey', value: unknown): KeyObject {
	return keys.key(field, pastedText(value), (pasted) => {
		const read = readPastedKey(pasted, field);
		if (read.kind === 'other') throw new CredentialFieldError(field, read.found, read.type);
		if (read.kind !== field) throw new CredentialFieldError(field, read.kind);
		const bits = read.key.asymmetricKeyDetails?.modulusLength ?? 0;
		if (bits < MINIMUM_KEY_BITS) throw new CredentialFieldError(field, 'shortKey', String(bits));
		return read.key;
	});
}

function parseNotificationKey(value: unknown): string | undefined {
	const key = pastedLine(value);
	if (key === '') return undefined;
	if (/^[0-9A-Za-z]{32}$/.test(key)) return key;
	throw new CredentialFieldError('notificationKey', 'noNotificationKey');
}

/** A credential that was saved before there was the field has no value for it. */
function parseProcesses(value: unknown): number {
	const text = pastedLine(value);
	if (text === '') return 1;
	if (!/^[1-9]\d{0,3}$/.test(text)) throw new CredentialFieldError('processes', 'noProcesses');
	return Number(text);
}

function parseDefaultBrandId(value: unknown): string | undefined {
	const brandId = pastedLine(value);
	if (brandId === '') return undefined;
	if (!/^\d{1,32}$/.test(brandId))
		throw new CredentialFieldError('defaultBrandId', 'noDefaultBrandId');
	return brandId;
}

function parseDefaultAppid(value: unknown): string | undefined {
	const appid = pastedLine(value);
	if (appid === '') return undefined;
	if (!/^[\w-]{1,32}$/.test(appid)) throw new CredentialFieldError('defaultAppid', 'noAppid');
	return appid;
}

function parseBaseUrl(value: unknown): string {
	const parsed = parseOrigin(trimmedEnd(pastedLine(value), /\//));
	if ('origin' in parsed) return parsed.origin;
	throw new CredentialFieldError('baseUrl', parsed.flaw);
}

/**
 * Checks a credential before the first call, so that a slip in a value is named here and not by a refused
 * signature. What copying does to values, and the case of the serial number, is forgiven.
 *
 * @param values as typed in
 * @param kind of the account that they are of
 * @param keys those that were parsed before
 * @throws CredentialFieldError about the first value that is wrong
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4013070756
 */
export function parseCredential(
	values: CredentialValues,
	kind: AccountKind,
	keys: KeyCache,
): Credential {
	const callerId = parseCallerId(values[kind.names.callerId], kind);
	const serialNo = parseSerialNo(values.serialNo);
	const privateKey = parseKey(keys, 'privateKey', values.privateKey);
	const publicKeyId = parsePublicKeyId(values.publicKeyId, serialNo, kind);
	const publicKey = parseKey(keys, 'publicKey', values.publicKey);
	if (createPublicKey(privateKey).equals(publicKey)) {
		throw new CredentialFieldError('publicKey', 'ownPublicKey');
	}
	return {
		scheme: kind.scheme,
		callerId,
		serialNo,
		privateKey,
		publicKeyId,
		publicKey,
		notificationKey: parseNotificationKey(values[kind.names.notificationKey]),
		baseUrl: parseBaseUrl(values.baseUrl),
		processes: parseProcesses(values.processes),
		defaultBrandId: parseDefaultBrandId(values.defaultBrandId),
		defaultAppid: parseDefaultAppid(values.defaultAppid),
	};
}
