import { createPublicKey, type KeyObject } from 'node:crypto';
import type { KeyCache } from './keyCache';
import { parseOrigin, type OriginFlaw } from './hosts';
import { readPastedKey, type OtherThanKey } from './pastedKey';
import { pastedLine, pastedText } from './pastedText';
import { trimmedEnd } from './trimmed';
import { MERCHANT_SCHEME } from './requestSignature';

/** The values of a credential. */
export type CredentialField =
	| 'mchid'
	| 'serialNo'
	| 'privateKey'
	| 'publicKeyId'
	| 'publicKey'
	| 'apiV3Key'
	| 'baseUrl'
	| 'processes'
	| 'defaultBrandId'
	| 'defaultAppid';

/** The values of a credential as they were typed in. */
export type CredentialValues = Partial<Record<CredentialField, unknown>>;

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
	/** how many n8n processes share the quotas of the merchant, 1 or more */
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
	/** not in the form of its kind */
	| 'noMerchantId'
	| 'noSerialNo'
	| 'noPublicKeyId'
	| 'noApiV3Key'
	| 'noBrandId'
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

function parseMerchantId(value: unknown): string {
	const mchid = pastedLine(value);
	if (mchid === '') throw new CredentialFieldError('mchid', 'empty');
	if (!/^\d{8,10}$/.test(mchid)) throw new CredentialFieldError('mchid', 'noMerchantId');
	return mchid;
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

function parsePublicKeyId(value: unknown, serialNo: string): string {
	const id = pastedLine(value).replace(/^0x/i, '').toUpperCase();
	if (id === '') throw new CredentialFieldError('publicKeyId', 'empty');
	if (id === serialNo) throw new CredentialFieldError('publicKeyId', 'ownSerialNo');
	// 40 hex digits: merchants who still use a platform certificate name its serial number here.
	if (/^(PUB_KEY_ID_\d+|[0-9A-F]{40})$/.test(id)) return id;
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

function parseApiV3Key(value: unknown): string | undefined {
	const key = pastedLine(value);
	if (key === '') return undefined;
	if (!/^[0-9A-Za-z]{32}$/.test(key)) throw new CredentialFieldError('apiV3Key', 'noApiV3Key');
	return key;
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
	if (!/^\d{1,32}$/.test(brandId)) throw new CredentialFieldError('defaultBrandId', 'noBrandId');
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
 * @param keys those that were parsed before
 * @throws CredentialFieldError about the first value that is wrong
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4013070756
 */
export function parseCredential(values: CredentialValues, keys: KeyCache): MerchantCredential {
	const mchid = parseMerchantId(values.mchid);
	const serialNo = parseSerialNo(values.serialNo);
	const privateKey = parseKey(keys, 'privateKey', values.privateKey);
	const publicKeyId = parsePublicKeyId(values.publicKeyId, serialNo);
	const publicKey = parseKey(keys, 'publicKey', values.publicKey);
	if (createPublicKey(privateKey).equals(publicKey)) {
		throw new CredentialFieldError('publicKey', 'ownPublicKey');
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
		processes: parseProcesses(values.processes),
		defaultBrandId: parseDefaultBrandId(values.defaultBrandId),
		defaultAppid: parseDefaultAppid(values.defaultAppid),
	};
}
