import type {
	CredentialFieldError,
	CredentialField,
	CredentialFlaw,
} from '../../wechatpay/credential';
import type { Labels } from './labels';

/** A field of the credential is missing or wrong. The message names it and never repeats its value. */
export class CredentialError extends Error {
	/**
	 * @param complaint the field and what is wrong with it, a sentence without its full stop
	 * @param remedy what to do, sentences
	 */
	constructor(
		readonly complaint: string,
		readonly remedy: string,
	) {
		super(`${complaint}. ${remedy}`);
		this.name = 'CredentialError';
	}
}

/** Makes what is told of a field of the credential. */
export function credentialWords({
	aNotificationKey,
	caller,
	fields,
	otherCredential,
	otherNode,
	places,
	platform,
}: Labels): (error: CredentialFieldError) => CredentialError {
	/** each completes the sentence "<field> in the credential …" */
	const complaints: Record<CredentialFlaw, string> = {
		empty: 'is empty',
		brandIdInstead: 'is a brand ID: it has at most seven digits',
		merchantIdInstead: 'is a merchant ID: it has ten digits and begins with 1',
		noMerchantId: 'is not a number of 8 to 10 digits',
		noBrandId: 'is not a number of at most seven digits',
		noSerialNo: 'is not 40 hexadecimal digits',
		publicKeyIdInstead: 'holds a public key ID',
		noPublicKeyId: 'is not PUB_KEY_ID_ followed by digits',
		ownSerialNo: `holds the serial number of the ${caller} certificate`,
		noNotificationKey: 'is not 32 letters and digits',
		noDefaultBrandId: 'is not a number',
		noAppid: 'is not up to 32 letters, digits, _ and -',
		noProcesses: 'is not a whole number from 1 to 9999',
		noAddress: 'is not a web address',
		notHttps: 'does not begin with https://',
		hasUser: 'contains a user name or password',
		hasPath: 'has something behind the host name',
		privateKey: 'is a private key',
		publicKey: 'is a public key',
		ownPublicKey: `is the ${caller}'s own public key`,
		shortKey: 'is an RSA key of only {} bits',
		otherPrivateKey: 'is a private key that is not RSA ({})',
		otherPublicKey: 'is a public key that is not RSA ({})',
		encryptedKey: 'is a private key with a password',
		openSshKey: 'is an OpenSSH key',
		certificate: 'is a certificate',
		certificateRequest: 'is a certificate request',
		serialNo: 'is a certificate serial number',
		publicKeyId: 'is a public key ID',
		notificationKey: `is ${aNotificationKey}`,
		fileName: 'is the name of a file, not what is in it',
		cutOff: 'is incomplete: its “BEGIN” or “END” line is missing',
		damaged: 'is incomplete or damaged: part of the file is missing or was changed',
		noKey: 'is not a key: no “-----BEGIN …-----” line and no Base64 text',
	};
	const ofFields: Record<CredentialField, string> = {
		callerId: `Copy the number that the ${platform} shows under ${places.account}.`,
		serialNo: `Copy it from ${places.certificate}, or run "openssl x509 -in apiclient_cert.pem -noout -serial".`,
		privateKey:
			'Paste the whole content of apiclient_key.pem, from “-----BEGIN PRIVATE KEY-----” to “-----END PRIVATE KEY-----”.',
		publicKeyId: `Copy it, with its beginning PUB_KEY_ID_, from ${places.publicKey}.`,
		publicKey: `Paste the whole content of pub_key.pem, downloaded from ${places.publicKey}.`,
		notificationKey: `Copy the key that you set under ${places.keys}, or leave the field empty: only notifications need it.`,
		baseUrl:
			'Leave it at https://api.mch.weixin.qq.com unless a proxy or a simulator stands in for WeChat Pay.',
		processes: 'Enter how many n8n processes share the quotas: 1 unless n8n runs in queue mode.',
		defaultBrandId:
			'Copy the ID that WeChat Pay gave the brand, or leave the field empty and name the brand in each node.',
		defaultAppid:
			'Copy it from the platform of the official account or mini program, or leave the field empty and name the AppID in each node.',
	};
	const ofOther = `${ofFields.callerId} For the other kind of account, use the node ${otherNode} with the credential ${otherCredential}.`;
	const ofFlaws: Partial<Record<CredentialFlaw, string>> = {
		brandIdInstead: ofOther,
		merchantIdInstead: ofOther,
		publicKeyIdInstead: `That belongs in ${fields.publicKeyId}. ${ofFields.serialNo}`,
		shortKey: 'WeChat Pay issues keys of 2048 bits or more.',
		ownPublicKey: `Answers are signed with WeChat Pay's key: paste the content of pub_key.pem, downloaded from ${places.publicKey}.`,
	};
	return ({ field, flaw, seen }) =>
		new CredentialError(
			`${fields[field]} in the credential ${complaints[flaw].replace('{}', () => seen)}`,
			ofFlaws[flaw] ?? ofFields[field],
		);
}
